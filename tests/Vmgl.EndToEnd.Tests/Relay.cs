using System.Net;
using System.Net.Sockets;
using Vmgl.Wire.Handshake;

namespace Vmgl.EndToEnd.Tests;

/// <summary>Stands between guests and a daemon. It tells picture connections from sessions by their greetings.</summary>
internal abstract class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];

    /// <param name="port">The daemon's.</param>
    protected Relay(int port)
    {
        Port = port;
        _listener.Start();
        new Thread(Accept) { IsBackground = true, Name = "relay" }.Start();
    }

    /// <summary>The port of the daemon that new connections lead to.</summary>
    public int Port { get; set; }

    /// <summary>The address for GLSTUB.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose()
    {
        _listener.Dispose();
        lock (_sockets)
        {
            _sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>Serves a connection, on a thread of its own, until one of its ends has gone. The greeting has been passed on.</summary>
    protected abstract void Serve(Socket guest, Socket host, Hello hello);

    /// <summary>Passes bytes on until <paramref name="from"/> has closed.</summary>
    protected static void PumpBytes(Socket from, Socket to)
    {
        byte[] bytes = new byte[64 << 10];
        int got;
        while ((got = from.Receive(bytes)) > 0)
        {
            _ = to.Send(bytes.AsSpan(0, got));
        }
    }

    /// <summary>Passes the daemon's answer to the greeting on.</summary>
    protected static void PassAnswer(Socket host, Socket guest)
    {
        byte[] answer = new byte[Answer.HeadBytes];
        Fill(host, answer);
        _ = Answer.TryReadLength(answer, out int length);
        Array.Resize(ref answer, length);
        Fill(host, answer.AsSpan(Answer.HeadBytes));
        _ = guest.Send(answer);
    }

    /// <summary>Receives until <paramref name="bytes"/> are there.</summary>
    /// <exception cref="SocketException">The other side has gone.</exception>
    protected static void Fill(Socket from, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int got = from.Receive(bytes);
            bytes = got > 0 ? bytes[got..] : throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    protected static void InBackground(Action work) => new Thread(() => Quietly(work)) { IsBackground = true, Name = "relay" }.Start();

    /// <summary>One of the ends may go at any time.</summary>
    protected static void Quietly(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // So it has.
        }
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                Socket guest = Keep(_listener.AcceptSocket());
                InBackground(() => Connect(guest));
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The test has ended.
        }
    }

    private void Connect(Socket guest)
    {
        Socket host = Keep(new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        guest.NoDelay = true;
        host.Connect(IPAddress.Loopback, Port);
        byte[] greeting = new byte[Hello.HeadBytes];
        Fill(guest, greeting);
        _ = Hello.TryReadLength(greeting, out int length);
        Array.Resize(ref greeting, length);
        Fill(guest, greeting.AsSpan(Hello.HeadBytes));
        _ = host.Send(greeting);
        Serve(guest, host, Hello.Decode(greeting));
    }

    private Socket Keep(Socket socket)
    {
        lock (_sockets)
        {
            _sockets.Add(socket);
        }

        return socket;
    }
}
