using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.ObjectPool;
using Vmgl.Stub.Replay;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Worker;

/// <summary>Serves one guest: a receiving thread fills frames, the calling thread, which is the GL thread, plays them.</summary>
internal sealed class Session : IGuestLink, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly string _guest;
    private readonly Log _log;
    private readonly Replayer _replayer;
    private readonly FrameQueue _queue = new();
    private readonly ObjectPool<FrameBuffer> _buffers = FrameBuffer.CreatePool();
    private readonly Lock _sending = new();
    private readonly byte[] _head = new byte[HostFrame.HeadBytes];
    private readonly Thread _receiver;
    private long _received;
    private string? _broken;

    private Session(Socket socket, Hello hello, IHostBackend backend, Log log)
    {
        _socket = socket;
        _log = log;
        _receiver = new Thread(Receive) { IsBackground = true, Name = "receive" };
        _guest = $"{hello.ProgramName}[{hello.ProcessId}]";
        _replayer = new Replayer(new GlTable(backend.GetProcAddress), backend, this);
    }

    /// <summary>Welcomes the guest and plays what it sends until it leaves. Returns the worker's exit status.</summary>
    public static int Run(Socket connection, Hello hello, IHostBackend backend, Log log)
    {
        using var session = new Session(connection, hello, backend, log);
        return session.Run(backend);
    }

    public void Reply(uint token, ReadOnlySpan<byte> payload) => Send(HostFrameKind.Reply, token, payload);

    public void Swapped(uint stream) => Send(HostFrameKind.Swapped, stream, default);

    public void Messages(uint stream, ReadOnlySpan<byte> messages) => Send(HostFrameKind.Messages, stream, messages);

    public void Dispose()
    {
        // The receiving thread may still wait in the queue: the connection ends it first.
        _socket.Dispose();
        _receiver.Join();
        _replayer.Dispose();
    }

    private int Run(IHostBackend backend)
    {
        long start = Stopwatch.GetTimestamp();
        _receiver.Start();
        Play(Answer.Welcome(backend.Description));
        string end = _broken is null ? "left" : $"was cut off: {_broken};";
        _log.Line($"guest {_guest} {end} after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s: "
            + $"{_replayer.Statistics}, {_received / 1e6:0.0} MB");
        return _broken is null ? 0 : 3;
    }

    /// <summary>The GL thread's work.</summary>
    private void Play(Answer welcome)
    {
        try
        {
            if (_socket.LocalEndPoint is not UnixDomainSocketEndPoint)
            {
                _socket.NoDelay = true;
            }

            SendAll(welcome.Encode());
            _log.Line($"guest {_guest} draws");
            while (_queue.Take() is FrameBuffer frame)
            {
                _replayer.Play(frame.Stream, frame.Commands, frame.Bulk);
                _buffers.Return(frame);
            }
        }
        catch (ProtocolException e)
        {
            CutOff(e.Message);
        }
        catch (SocketException)
        {
            // The guest left while it was being welcomed or answered: nothing is lost that anybody waits for.
        }
        finally
        {
            _queue.End();
        }
    }

    /// <summary>The receiving thread's work.</summary>
    private void Receive()
    {
        try
        {
            byte[] head = new byte[GuestFrame.HeadBytes];
            while (Fill(head))
            {
                FrameBuffer frame = _buffers.Get();
                frame.Prepare(GuestFrame.Read(head));
                _received += head.Length + frame.Body.Length;
                if (!Fill(frame.Body) || !_queue.Add(frame))
                {
                    break;
                }
            }
        }
        catch (ProtocolException e)
        {
            CutOff(e.Message);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Reset instead of closed: the guest was killed. What it sent before is still played.
        }
        catch (OutOfMemoryException)
        {
            CutOff("a frame larger than this host has memory for");
        }
        finally
        {
            _queue.End();
        }
    }

    private bool Fill(Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            int got = _socket.Receive(to);
            if (got == 0)
            {
                return false;
            }

            to = to[got..];
        }

        return true;
    }

    private void Send(HostFrameKind kind, uint token, ReadOnlySpan<byte> payload)
    {
        lock (_sending)
        {
            SendFrame(kind, token, payload);
        }
    }

    private void SendFrame(HostFrameKind kind, uint token, ReadOnlySpan<byte> payload)
    {
        new HostFrame(kind, token, payload.Length).Write(_head);
        if (payload.Length <= 4096)
        {
            Span<byte> whole = stackalloc byte[HostFrame.HeadBytes + 4096];
            _head.CopyTo(whole);
            payload.CopyTo(whole[HostFrame.HeadBytes..]);
            SendAll(whole[..(HostFrame.HeadBytes + payload.Length)]);
            return;
        }

        SendAll(_head);
        SendAll(payload);
    }

    private void SendAll(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[_socket.Send(bytes)..];
        }
    }

    /// <summary>Ends a session whose guest broke the protocol, and tells the guest's user why.</summary>
    private void CutOff(string why)
    {
        if (Interlocked.CompareExchange(ref _broken, why, null) is not null)
        {
            return;
        }

        try
        {
            SayEnd(why);
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The guest has gone already.
        }
    }

    /// <summary>Sends the reason, unless a reply is on its way that the guest does not take: it would not take the reason either.</summary>
    private void SayEnd(string why)
    {
        if (!_sending.TryEnter(s_patience))
        {
            return;
        }

        try
        {
            SendFrame(HostFrameKind.Ended, 0, Encoding.UTF8.GetBytes(why));
        }
        finally
        {
            _sending.Exit();
        }
    }
}
