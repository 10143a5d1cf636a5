using System.Net;
using System.Net.Sockets;
using Vmgl.Link;
using Vmgl.Wire.Handshake;

namespace Vmgl.Tests.Shared;

/// <summary>The guest's end of a TCP connection. Waiting for the host ends after a minute.</summary>
internal abstract class GuestSocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000,
        NoDelay = true };

    /// <summary>A connection to a port of this machine.</summary>
    protected GuestSocket(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>A connection inside this process.</summary>
    protected GuestSocket(out SocketTransport host)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        _socket.Connect(listener.LocalEndPoint!);
        host = SocketTransport.Adopt(listener.Accept().SafeHandle);
    }

    /// <summary>Whether the host has closed or sent something.</summary>
    public bool HasNews => _socket.Poll(0, SelectMode.SelectRead);

    public void Send(ReadOnlySpan<byte> bytes) => _socket.Send(bytes);

    /// <summary>The host's answer; null when it closes without one.</summary>
    public Answer? TryReadAnswer()
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

    /// <summary>The host's answer, which there is.</summary>
    public Answer ReadAnswer()
    {
        Answer? answer = TryReadAnswer();
        Assert.NotNull(answer);
        return answer;
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
        while (Receive(new byte[4096]) > 0)
        {
        }
    }

    /// <summary>Closes this end, with bytes unread as if its process had been killed.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0); // reset, as the kernel does for unread bytes
        _socket.Close();
    }

    /// <summary>Closes this end only.</summary>
    public void Leave() => _socket.Dispose();

    public virtual void Dispose() => Leave();

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
