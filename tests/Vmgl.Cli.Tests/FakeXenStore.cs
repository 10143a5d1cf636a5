using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Vmgl.Cli.Tests;

/// <summary>A xenstored that one domain speaks to, at a Unix socket, by the wire protocol (XS_READ and XS_WRITE).</summary>
internal sealed class FakeXenStore : IDisposable
{
    private readonly Socket _listening = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentBag<Socket> _clients = [];

    public FakeXenStore(string path)
    {
        Path = path;
        _listening.Bind(new UnixDomainSocketEndPoint(path));
        _listening.Listen();
        _ = ServeAsync();
    }

    public string Path { get; }

    /// <summary>What is in it, by paths as the domain gives them.</summary>
    public ConcurrentDictionary<string, string> Values { get; } = new() { ["domid"] = "7" };

    /// <summary>Ends it: whoever has it open finds it gone.</summary>
    public void Dispose()
    {
        _listening.Dispose();
        foreach (Socket client in _clients)
        {
            client.Dispose();
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listening.AcceptAsync();
                _clients.Add(client);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        byte[] head = new byte[16];
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(head);
                byte[] payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(12))];
                await stream.ReadExactlyAsync(payload);
                await stream.WriteAsync(Message(15, 0, "a watch event that nobody asked for\0"));
                await stream.WriteAsync(Reply(head, Encoding.UTF8.GetString(payload)));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
        }
    }

    private byte[] Reply(byte[] head, string payload)
    {
        const uint Read = 2, Write = 11, Error = 16;
        uint type = BinaryPrimitives.ReadUInt32LittleEndian(head);
        uint request = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        string[] parts = payload.Split('\0', 2);
        switch (type)
        {
            case Read when Values.TryGetValue(parts[0], out string? value):
                return Message(type, request, value);
            case Read:
                return Message(Error, request, "ENOENT\0");
            case Write when parts[0].StartsWith("data/", StringComparison.Ordinal):
                Values[parts[0]] = parts[1];
                return Message(type, request, "OK\0");
            default:
                return Message(Error, request, "EACCES\0");
        }
    }

    private static byte[] Message(uint type, uint request, string payload)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(payload);
        byte[] message = new byte[16 + bytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(message, type);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), request);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), bytes.Length);
        bytes.CopyTo(message, 16);
        return message;
    }
}
