using System.Net;
using System.Net.Sockets;
using Vmgl.Wire.Handshake;
using Vmgl.Wire.Pictures;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>What a relay does with a frame of a picture connection.</summary>
/// <param name="number">Counts the frames from 1.</param>
/// <param name="head">Its head, which may be changed in place.</param>
/// <param name="payload">What follows it.</param>
/// <returns>What the guest receives instead; null cuts the connection.</returns>
internal delegate byte[]? Meddling(int number, byte[] head, byte[] payload);

/// <summary>Stands between guests and a daemon. It tells the picture connection from the session by its greeting, and lets a test meddle with what the
/// host sends on it.</summary>
internal sealed class PictureRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private readonly int _port;
    private readonly Meddling _meddle;

    /// <param name="port">The daemon's.</param>
    public PictureRelay(int port, Meddling meddle)
    {
        (_port, _meddle) = (port, meddle);
        _listener.Start();
        new Thread(Accept) { IsBackground = true, Name = "relay" }.Start();
    }

    /// <summary>As GLSTUB wants it.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Frames of pictures that the host sent.</summary>
    public int Frames { get; private set; }

    public void Dispose()
    {
        _listener.Dispose();
        lock (_sockets)
        {
            _sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>All of a frame.</summary>
    public static byte[] Whole(byte[] head, byte[] payload) => [.. head, .. payload];

    private void Accept()
    {
        try
        {
            while (true)
            {
                Socket guest = Keep(_listener.AcceptSocket());
                new Thread(() => Quietly(() => Serve(guest))) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The test has ended.
        }
    }

    private void Serve(Socket guest)
    {
        Socket host = Keep(new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        guest.NoDelay = true;
        host.Connect(IPAddress.Loopback, _port);
        byte[] greeting = new byte[Hello.HeadBytes];
        Fill(guest, greeting);
        _ = Hello.TryReadLength(greeting, out int length);
        Array.Resize(ref greeting, length);
        Fill(guest, greeting.AsSpan(Hello.HeadBytes));
        host.Send(greeting);
        new Thread(() => Pump(guest, host)) { IsBackground = true }.Start();
        if (Hello.Decode(greeting).Method == AuthenticationMethod.SessionKey)
        {
            PumpPictures(host, guest);
        }
        else
        {
            Pump(host, guest);
        }
    }

    private void PumpPictures(Socket host, Socket guest)
    {
        byte[] answer = new byte[Answer.HeadBytes];
        Fill(host, answer);
        _ = Answer.TryReadLength(answer, out int length);
        Array.Resize(ref answer, length);
        Fill(host, answer.AsSpan(Answer.HeadBytes));
        guest.Send(answer);
        byte[]? frame = [];
        while (frame is not null)
        {
            byte[] head = new byte[PictureFrame.HeadBytes];
            Fill(host, head);
            byte[] payload = new byte[PictureFrame.Read(head).PayloadBytes];
            Fill(host, payload);
            frame = _meddle(++Frames, head, payload);
            _ = guest.Send(frame ?? []);
        }

        guest.Dispose();
        host.Dispose();
    }

    private static void Pump(Socket from, Socket to) => Quietly(() =>
    {
        byte[] bytes = new byte[64 << 10];
        int got;
        while ((got = from.Receive(bytes)) > 0)
        {
            _ = to.Send(bytes.AsSpan(0, got));
        }

        to.Shutdown(SocketShutdown.Send);
    });

    private static void Fill(Socket from, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            int got = from.Receive(to);
            to = got > 0 ? to[got..] : throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    /// <summary>One side has gone: so does the other, by and by.</summary>
    private static void Quietly(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // As said.
        }
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
