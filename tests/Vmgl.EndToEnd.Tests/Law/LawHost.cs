using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Fills the bytes of a command.</summary>
internal delegate void CommandFiller(Span<byte> to);

/// <summary>Fills the bytes of a question that carries a token.</summary>
internal delegate void QuestionFiller(Span<byte> to, uint token);

/// <summary>A guest without a guest library: it sends commands to a daemon and asks, one context after another on a pbuffer.</summary>
internal sealed class LawHost : IDisposable
{
    /// <summary>Width and height of the pbuffer.</summary>
    public const int Side = 64;

    private const uint Pbuffer = 100;
    private const int PatienceMilliseconds = 60_000;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true,
        ReceiveTimeout = PatienceMilliseconds };
    private readonly uint _config;
    private uint _context;
    private uint _token;

    /// <summary>Connects, and makes a pbuffer with depth, stencil and accumulation.</summary>
    public LawHost(int port)
    {
        _socket.Connect(IPAddress.Loopback, port);
        _socket.Send(Hello.CreateOpening("law", Environment.ProcessId).Encode());
        byte[] head = Read(Answer.HeadBytes);
        Assert.True(Answer.TryReadLength(head, out int length));
        Answer answer = Answer.Decode([.. head, .. Read(length - head.Length)]);
        Assert.True(answer.Status == AnswerStatus.Welcome, answer.Text);

        // Pbuffer, RGBA, 8 bits each, depth 24, stencil 8, double
        byte[] wanted = Words(0x8010, 4, 0x8011, 1, 8, 8, 9, 8, 10, 8, 11, 8, 12, 24, 13, 8, 5, 1, 0, 0);
        byte[] configs = Ask(ChooseConfigs.Measure(wanted.Length / 4), (to, token) =>
            ChooseConfigs.Write(to, token, 0, wanted.Length / 4, wanted));
        Assert.True(configs.Length >= 4, "the host has no such config");
        _config = BinaryPrimitives.ReadUInt32LittleEndian(configs);
        byte[] size = Words(0x8041, Side, 0x8040, Side, 0, 0);
        byte[] made = Ask(CreatePbuffer.Measure(size.Length / 4), (to, token) =>
            CreatePbuffer.Write(to, token, Pbuffer, 0, _config, size.Length / 4, size));
        Assert.Equal(8, made.Length);
    }

    /// <summary>The number of the context that is current.</summary>
    public uint Context => _context;

    /// <summary>A second context in its initial state that shares the objects of the current one, which lives on.</summary>
    public void Share()
    {
        uint shared = _context++;
        uint made = BinaryPrimitives.ReadUInt32LittleEndian(Ask(
            CreateContext.Measure(0), (to, token) =>
            CreateContext.Write(to, token, _context, 0, 0, _config, shared, 0x8014, 0, 0, default)));
        Assert.Equal(1u, made);
        Send(CreateCommand(MakeCurrent.Bytes, to => MakeCurrent.Write(to, _context, Pbuffer, Pbuffer)));
        Send(CreateCommand(DestroyContext.Bytes, to => DestroyContext.Write(to, shared)));
    }

    /// <summary>A context in its initial state instead of the one before, and what it draws into cleared.</summary>
    public void Renew()
    {
        if (_context != 0)
        {
            Send(CreateCommand(MakeCurrent.Bytes, to => MakeCurrent.Write(to, 0, 0, 0)));
            Send(CreateCommand(DestroyContext.Bytes, to => DestroyContext.Write(to, _context)));
        }

        _context++;
        uint made = BinaryPrimitives.ReadUInt32LittleEndian(Ask(
            CreateContext.Measure(0), (to, token) => CreateContext.Write(to, token, _context, 0, 0, _config, 0, 0x8014, 0, 0, default)));
        Assert.Equal(1u, made);
        Send(CreateCommand(MakeCurrent.Bytes, to => MakeCurrent.Write(to, _context, Pbuffer, Pbuffer)));
        Send(CreateCommand(Clear.Bytes, to => Clear.Write(to, 0x4700)));
        Assert.Equal(0u, TakeError());
    }

    /// <summary>Whole commands, and their payloads, padded each.</summary>
    public void Send(ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk = default)
    {
        byte[] head = new byte[GuestFrame.HeadBytes];
        new GuestFrame(0, commands.Length, bulk.Length).Write(head);
        SendWhole(head);
        SendWhole(commands);
        SendWhole(bulk);
    }

    /// <summary>The answer to one question.</summary>
    public byte[] Ask(long bytes, QuestionFiller write) => AskAll([(bytes, write)])[0];

    /// <summary>The answers to questions that travel together.</summary>
    public List<byte[]> AskAll(IReadOnlyList<(long Bytes, QuestionFiller Write)> questions)
    {
        uint first = _token + 1;
        byte[] all = new byte[questions.Sum(q => q.Bytes)];
        int at = 0;
        foreach ((long bytes, QuestionFiller write) in questions)
        {
            write(all.AsSpan(at, (int)bytes), ++_token);
            at += (int)bytes;
        }

        Send(all);
        var answers = new List<byte[]>();
        for (uint token = first; token <= _token; token++)
        {
            answers.Add(ReadReply(token));
        }

        return answers;
    }

    /// <summary>The first error since this was asked last, and no other is left behind.</summary>
    public uint TakeError()
    {
        uint first = AskError();
        for (uint next = first; next != 0;)
        {
            next = AskError();
        }

        return first;
    }

    /// <summary>A command's bytes.</summary>
    public static byte[] CreateCommand(long bytes, CommandFiller write)
    {
        byte[] to = new byte[bytes];
        write(to);
        return to;
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Words(params int[] words)
    {
        byte[] bytes = new byte[words.Length * 4];
        Buffer.BlockCopy(words, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private uint AskError() => BinaryPrimitives.ReadUInt32LittleEndian(Ask(GetError.Bytes, GetError.Write));

    private byte[] ReadReply(uint token)
    {
        while (true)
        {
            HostFrame frame = HostFrame.Read(Read(HostFrame.HeadBytes));
            byte[] payload = Read(frame.PayloadBytes);
            Assert.False(frame.Kind == HostFrameKind.Ended, Encoding.UTF8.GetString(payload));
            if (frame.Kind == HostFrameKind.Reply && frame.Token != 0) // 0: nobody asked, the answer comes with the command
            {
                Assert.Equal(token, frame.Token);
                return payload;
            }
        }
    }

    private byte[] Read(int count)
    {
        byte[] bytes = new byte[count];
        for (int got = 0; got < count;)
        {
            int part = _socket.Receive(bytes.AsSpan(got));
            if (part <= 0)
            {
                throw new IOException("the host has closed the connection");
            }

            got += part;
        }

        return bytes;
    }

    private void SendWhole(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[_socket.Send(bytes)..];
        }
    }
}
