using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.GuestShim.Connection;

/// <summary>The process's connection to its worker: frames out, replies and swap acknowledgements in.</summary>
/// <remarks>No thread of its own: whoever waits for something reads the socket, and hands the others what is theirs.</remarks>
internal sealed unsafe class HostConnection
{
    private const int ReceiveBytes = 64 << 10;

    private readonly int _descriptor;
    private readonly GuestAddress _address;
    private readonly Lock _sending = new();
    private readonly Lock _receiving = new();
    private readonly GuestStream?[] _streams = new GuestStream?[Limits.MaxStreams];
    private readonly byte* _received = (byte*)NativeMemory.Alloc(ReceiveBytes);
    private int _receivedAt;
    private int _receivedEnd;

    private HostConnection(GuestAddress address, int descriptor, Answer answer)
    {
        (_address, _descriptor) = (address, descriptor);
        FramesInFlight = (int)Math.Clamp(answer.FramesInFlight, 1, 8);
        NativeEdge.PublishSocket(_descriptor);
    }

    /// <summary>Where the host is.</summary>
    public GuestAddress Address => _address;

    /// <summary>Swaps that may be on their way, as the host wants it.</summary>
    public int FramesInFlight { get; }

    /// <summary>Whether the connection is gone. Everything sent from then on is dropped, every reply is empty.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the host closes this connection within a time limit, or has: its user hears of that from here.</summary>
    public bool IsEnding(TimeSpan limit) => IsLost || LibcSockets.WaitForHangUp(_descriptor, limit);

    /// <summary>Connects to what GLSTUB names.</summary>
    /// <exception cref="AddressException">No connection; the message is for the user.</exception>
    public static HostConnection Open()
    {
        GuestAddress address = GuestAddress.Parse(Environment.GetEnvironmentVariable(GuestAddress.Variable));
        string program = File.ReadAllText("/proc/self/comm").Trim();
        (int descriptor, Answer answer) = new Dialer(address).Dial(Hello.Of(program, Environment.ProcessId));
        return new HostConnection(address, descriptor, answer);
    }

    /// <summary>Gives a stream a number; the numbers of ended threads are used again.</summary>
    /// <exception cref="InvalidOperationException">More threads draw than the protocol allows.</exception>
    public uint Register(GuestStream stream)
    {
        lock (_streams)
        {
            int free = Array.FindIndex(_streams, s => s is null || s.IsEnded);
            if (free < 0)
            {
                throw new InvalidOperationException($"more than {Limits.MaxStreams} threads of one process draw");
            }

            if (_streams[free] is GuestStream ended)
            {
                ended.Free();
            }

            _streams[free] = stream;
            return (uint)free;
        }
    }

    /// <summary>Sends one frame: commands from the batch, payloads that were copied and padded, and one more from where it lies.</summary>
    public void Send(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied, byte* bulk, long bulkBytes)
    {
        byte* head = stackalloc byte[GuestFrame.HeadBytes];
        uint padding = 0;
        int paddingBytes = (int)(Align.To4(bulkBytes) - bulkBytes);
        new GuestFrame(stream, commands.Length, copied.Length + (int)bulkBytes + paddingBytes).Write(new Span<byte>(head, GuestFrame.HeadBytes));
        Libc.Piece* pieces = stackalloc Libc.Piece[5];
        fixed (byte* first = commands, second = copied)
        {
            pieces[0] = new() { Base = head, Length = GuestFrame.HeadBytes };
            pieces[1] = new() { Base = first, Length = (nuint)commands.Length };
            pieces[2] = new() { Base = second, Length = (nuint)copied.Length };
            pieces[3] = new() { Base = bulk, Length = (nuint)bulkBytes };
            pieces[4] = new() { Base = (byte*)&padding, Length = (nuint)paddingBytes };
            lock (_sending)
            {
                if (!IsLost && !Libc.SendAll(_descriptor, pieces, 5))
                {
                    Lose("was closed by the host");
                }
            }
        }
    }

    /// <summary>Reads from the host until <paramref name="done"/> says so, or the connection is lost.</summary>
    public void ReceiveUntil<T>(T state, Func<T, bool> done)
    {
        while (!done(state) && !IsLost)
        {
            lock (_receiving)
            {
                if (!done(state) && !IsLost)
                {
                    ReceiveFrame();
                }
            }
        }
    }

    /// <summary>Reads what the host has sent already. What is on its way is not waited for.</summary>
    public void ReceiveWhatCame()
    {
        if (!_receiving.TryEnter())
        {
            return; // somebody reads
        }

        try
        {
            while (!IsLost && (_receivedAt < _receivedEnd || LibcSockets.WaitForBytes(_descriptor, TimeSpan.Zero)))
            {
                ReceiveFrame();
            }
        }
        finally
        {
            _receiving.Exit();
        }
    }

    private void ReceiveFrame()
    {
        byte* head = stackalloc byte[HostFrame.HeadBytes];
        if (!ReceiveExactly(head, HostFrame.HeadBytes))
        {
            return;
        }

        try
        {
            Deliver(HostFrame.Read(new ReadOnlySpan<byte>(head, HostFrame.HeadBytes)));
        }
        catch (ProtocolException e)
        {
            Lose($"broke the protocol ({e.Message})");
        }
    }

    private void Deliver(HostFrame frame)
    {
        switch (frame.Kind)
        {
            case HostFrameKind.Reply:
                GuestStream waiting = StreamOf(frame.Token >> 16);
                if (ReceiveExactly(waiting.ReplyRoom(frame.PayloadBytes), frame.PayloadBytes))
                {
                    waiting.ReplyArrived(frame.Token, frame.PayloadBytes);
                }

                break;
            case HostFrameKind.Messages:
                byte[] messages = new byte[frame.PayloadBytes];
                fixed (byte* to = messages)
                {
                    ReceiveExactly(to, messages.Length);
                }

                StreamOf(frame.Token).MessagesArrived(messages);
                break;
            case HostFrameKind.Swapped:
                StreamOf(frame.Token).Swapped();
                break;
            default:
                byte[] reason = new byte[Math.Min(frame.PayloadBytes, Limits.MaxAnswerBytes)];
                fixed (byte* to = reason)
                {
                    ReceiveExactly(to, reason.Length);
                }

                Lose("ended the session: " + System.Text.Encoding.UTF8.GetString(reason));
                break;
        }
    }

    private GuestStream StreamOf(uint number) =>
        number < (uint)_streams.Length && _streams[number] is GuestStream stream
            ? stream
            : throw new ProtocolException($"a frame for stream {number}, which does not exist");

    private bool ReceiveExactly(byte* to, int count)
    {
        while (count > 0)
        {
            if (_receivedAt == _receivedEnd && !Refill())
            {
                return false;
            }

            int take = Math.Min(count, _receivedEnd - _receivedAt);
            new ReadOnlySpan<byte>(_received + _receivedAt, take).CopyTo(new Span<byte>(to, take));
            _receivedAt += take;
            to += take;
            count -= take;
        }

        return true;
    }

    private bool Refill()
    {
        _receivedAt = 0;
        _receivedEnd = Libc.ReceiveSome(_descriptor, _received, ReceiveBytes);
        if (_receivedEnd == 0)
        {
            Lose("was closed by the host");
        }

        return _receivedEnd > 0;
    }

    private void Lose(string why)
    {
        if (!IsLost)
        {
            IsLost = true;
            LibcSockets.Shutdown(_descriptor);
            Failure.Say($"{GuestAddress.Variable}={_address.Text} {why}; this program draws nothing from here on, start it again");
        }
    }
}
