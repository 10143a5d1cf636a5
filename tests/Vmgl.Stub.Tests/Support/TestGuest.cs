using System.Net;
using System.Net.Sockets;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Support;

/// <summary>The guest's side of a connection, as far as a test speaks it.</summary>
internal sealed class TestGuest : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000 };

    private TestGuest(int port) => _socket.Connect(IPAddress.Loopback, port);

    public static TestGuest Connect(int port) => new(port);

    /// <summary>Connects, greets and returns when the answer is there.</summary>
    public static TestGuest Greet(int port, out Answer answer)
    {
        var guest = new TestGuest(port);
        guest.Send(Hello.Of("test", 1).Encode());
        answer = guest.ReadAnswer()!;
        return guest;
    }

    public void Send(ReadOnlySpan<byte> bytes) => _socket.Send(bytes);

    /// <summary>The host's answer; null when it closes without one.</summary>
    public Answer? ReadAnswer()
    {
        var bytes = new List<byte>();
        int length;
        while (!Answer.TryReadLength(bytes.ToArray(), out length) || bytes.Count < length)
        {
            byte[] part = new byte[1];
            if (Receive(part) == 0)
            {
                return null;
            }

            bytes.Add(part[0]);
        }

        return Answer.Decode(bytes.ToArray());
    }

    /// <summary>So many bytes of what the host sends.</summary>
    public byte[] Read(int count)
    {
        byte[] bytes = new byte[count];
        for (int got = 0; got < count;)
        {
            int part = _socket.Receive(bytes.AsSpan(got));
            Assert.True(part > 0, "the host has closed");
            got += part;
        }

        return bytes;
    }

    /// <summary>Returns when the host has closed; what it sent before is dropped.</summary>
    public void WaitForEnd()
    {
        while (Receive(new byte[64]) > 0)
        {
        }
    }

    /// <summary>Whether the host has closed or sent something.</summary>
    public bool HasNews => _socket.Poll(0, SelectMode.SelectRead);

    public void Dispose() => _socket.Dispose();

    /// <summary>A reset is an end too: the host may close with bytes of ours unread.</summary>
    private int Receive(byte[] into)
    {
        try
        {
            return _socket.Receive(into);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return 0;
        }
    }
}
