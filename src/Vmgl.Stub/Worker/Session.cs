using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.ObjectPool;
using Vmgl.Link;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Host;
using Vmgl.Stub.Interop;
using Vmgl.Stub.Present;
using Vmgl.Stub.Replay;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Worker;

/// <summary>Serves one guest: a receiving thread fills frames, the calling thread, which is the GL thread, plays them.</summary>
internal sealed class Session : IGuestLink, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly GuestConnection _connection;
    private readonly string _guest;
    private readonly Log _log;
    private readonly Presenter _presenter;
    private readonly Replayer _replayer;
    private readonly FrameQueue _queue = new();
    private readonly ObjectPool<FrameBuffer> _buffers = FrameBuffer.CreatePool();
    private readonly Lock _sending = new();
    private readonly Thread _receiver;
    private readonly Timer _afterlife;
    private readonly Func<uint> _takeClosed;
    private string? _broken;

    private Session(IFrameTransport transport, Hello hello, byte[] key, IHostBackend backend, Log log)
    {
        _connection = new GuestConnection(transport);
        _log = log;
        _afterlife = new Timer(EndAnyway);
        _receiver = new Thread(ReceiveFrames) { IsBackground = true, Name = "receive" };
        _guest = $"{hello.ProgramName}[{hello.ProcessId}]";
        _takeClosed = backend.TakeClosedWindow;
        var gl = new GlTable(backend.GetProcAddress);
        _presenter = new Presenter(gl, backend.Surfaces, _queue.InterruptWait, line => log.WriteLine($"guest {_guest}: {line}"));
        _replayer = new Replayer(gl, backend, this) { Presenter = _presenter, SessionKey = key };
    }

    /// <summary>Welcomes the guest and plays what it sends until it leaves. Returns the worker's exit status.</summary>
    /// <param name="key">The key that this guest's later connections present.</param>
    /// <param name="joining">The next of those connections; waits for it, null when there will be none.</param>
    public static int ServeGuest(IFrameTransport transport, Hello hello, IHostBackend backend, Log log, byte[]? key = null,
        Func<SocketTransport?>? joining = null)
    {
        using var session = new Session(transport, hello, key ?? [], backend, log);
        if (joining is not null)
        {
            new Thread(() => session.JoinConnections(joining)) { IsBackground = true, Name = "join" }.Start();
        }

        return session.ServeGuest(backend);
    }

    public void SendReply(uint token, ReadOnlySpan<byte> payload) => SendFrame(HostFrameKind.Reply, token, payload);

    public void ReportSwap(uint stream, bool hasErred, SwapReport report)
    {
        Span<byte> payload = stackalloc byte[SwapReport.MaxBytes];
        SendFrame(hasErred ? HostFrameKind.SwappedAfterErrors : HostFrameKind.Swapped, stream, payload[..report.Write(payload)]);
    }

    public void SendMessages(uint stream, ReadOnlySpan<byte> messages) => SendFrame(HostFrameKind.Messages, stream, messages);

    public void Dispose()
    {
        _connection.Shutdown(); // the receiving thread may still wait for bytes
        _receiver.Join();
        _afterlife.Dispose();
        _presenter.Dispose();
        _replayer.Dispose();
        _connection.Dispose();
    }

    private int ServeGuest(IHostBackend backend)
    {
        long start = Stopwatch.GetTimestamp();
        _receiver.Start();
        PlayFrames(Answer.CreateWelcome(backend.Description));
        string end = _broken is null ? "left" : $"was cut off: {_broken};";
        _log.WriteLine($"guest {_guest} {end} after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s: "
            + $"{_replayer.Statistics}, {_connection.ReceivedBytes / 1e6:0.0} MB{Returned}");
        return _broken is null ? 0 : 3;
    }

    private string Returned =>
        _presenter.Pictures == 0 ? "" : $"; {_presenter.Pictures} pictures returned, {_presenter.Bytes / 1e6:0.0} MB";

    /// <summary>Takes further connections of this guest until there are no more: its picture connection.</summary>
    private void JoinConnections(Func<SocketTransport?> joining)
    {
        while (joining() is SocketTransport connection)
        {
            if (!_presenter.JoinConnection(connection))
            {
                connection.Dispose();
            }
        }
    }

    /// <summary>The GL thread's work.</summary>
    private void PlayFrames(Answer welcome)
    {
        try
        {
            ThrowIfGone(_connection.SendWelcome(welcome));
            _log.WriteLine($"guest {_guest} draws");
            while (TakeFrame() is FrameBuffer frame)
            {
                _replayer.PlayBatch(frame.Stream, frame.Commands, frame.Bulk);
                _buffers.Return(frame);
            }
        }
        catch (ProtocolException e)
        {
            CutOff(e.Message);
        }
        catch (GuestGoneException)
        {
            // The guest left while it was being welcomed or answered: nothing is lost that anybody waits for.
        }
        finally
        {
            _queue.EndQueue();
        }
    }

    /// <summary>The next frame. While there is none, pictures that were left out have their turn.</summary>
    private FrameBuffer? TakeFrame()
    {
        while (true)
        {
            FrameBuffer? frame = _queue.TakeFrame(_presenter.Patience, out bool isInterrupted);
            if (!isInterrupted)
            {
                return frame;
            }

            _presenter.CatchUp();
            _presenter.TellClosed(_takeClosed);
        }
    }

    /// <summary>The receiving thread's work.</summary>
    private void ReceiveFrames()
    {
        try
        {
            // A reset connection is as good as a closed one: the guest was killed, and what it sent before is still played.
            while (_connection.TryReceiveHead(out GuestFrame head))
            {
                FrameBuffer frame = _buffers.Get();
                frame.PrepareFor(head);
                if (!_connection.ReceiveBody(frame.Body) || !_queue.AddFrame(frame))
                {
                    break;
                }
            }
        }
        catch (ProtocolException e)
        {
            CutOff(e.Message);
        }
        catch (OutOfMemoryException)
        {
            CutOff("a frame larger than this host has memory for");
        }
        finally
        {
            _presenter.DropPictures();
            _queue.EndQueue();
            _afterlife.Change(DaemonLimits.Afterlife, Timeout.InfiniteTimeSpan);
        }
    }

    private void SendFrame(HostFrameKind kind, uint token, ReadOnlySpan<byte> payload)
    {
        lock (_sending)
        {
            ThrowIfGone(_connection.SendFrame(kind, token, payload));
        }
    }

    /// <exception cref="GuestGoneException">Nothing more can be sent.</exception>
    private static void ThrowIfGone(bool isSent)
    {
        if (!isSent)
        {
            throw new GuestGoneException();
        }
    }

    /// <summary>Ends a session whose guest broke the protocol, and tells the guest's user why.</summary>
    private void CutOff(string why)
    {
        if (Interlocked.CompareExchange(ref _broken, why, null) is not null)
        {
            return;
        }

        SayEnd(why);
        _connection.Shutdown();
    }

    /// <summary>The guest has gone, and the driver does not return from what it left behind: a display list that calls others in powers
    /// keeps it busy for years. Nothing but this process's end stops it.</summary>
    private void EndAnyway(object? state)
    {
        _log.WriteLine($"guest {_guest} left {DaemonLimits.Afterlife.TotalSeconds:0} s ago and the driver is still drawing for it; this worker ends");
        ProcessEnd.Now(4);
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
            _ = _connection.SendFrame(HostFrameKind.Ended, 0, Encoding.UTF8.GetBytes(why)); // it may have gone already
        }
        finally
        {
            _sending.Exit();
        }
    }
}
