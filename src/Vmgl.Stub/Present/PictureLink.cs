using System.Diagnostics;
using Vmgl.Link;
using Vmgl.Stub.Basics;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>The guest's picture connection: one thread sends pictures, one receives the guest's notes about them. A second connection, so
/// that no reply waits behind a picture.</summary>
internal sealed class PictureLink : IDisposable
{
    /// <summary>Pictures of a window that the guest may have before it: one to show, one to receive.</summary>
    private const int PicturesAhead = 1;

    private readonly SocketTransport _transport;
    private readonly PictureSettings _settings;
    private readonly Func<uint, PresentedWindow?> _find;
    private readonly Action _wake;
    private readonly PicturePacker _packer;
    private readonly Action<string> _log;
    private readonly Queue<ReadSlot> _slots = [];
    private readonly object _gate = new();
    private readonly Lock _sending = new();
    private readonly List<PictureArea> _changed = [];
    private readonly byte[] _head = new byte[PictureFrame.HeadBytes];
    private readonly Thread _sender;
    private readonly Thread _hearer;
    private bool _isLost;
    private int _taken;
    private long _bytes;

    /// <param name="find">The window of a drawable; called on a thread of this link.</param>
    /// <param name="wake">Lets the GL thread look again: the guest has shown a picture, or sees the window now.</param>
    public PictureLink(SocketTransport transport, PictureSettings settings, Func<uint, PresentedWindow?> find, Action wake,
        Action<string> log)
    {
        (_transport, _settings, _find, _wake, _log) = (transport, settings, find, wake, log);
        _packer = new PicturePacker(settings, log);
        SharesMachine = transport.IsSameMachine;
        _sender = new Thread(SendPictures) { IsBackground = true, Name = "pictures" };
        _hearer = new Thread(ReceiveNotes) { IsBackground = true, Name = "picture notes" };
    }

    /// <summary>Whether the connection is gone: pictures are dropped.</summary>
    public bool IsLost => Volatile.Read(ref _isLost);

    /// <summary>Whether the guest is on this machine, and what it does with a picture is taken from the same processors.</summary>
    public bool SharesMachine { get; }

    /// <summary>Bytes sent.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Welcomes the guest and begins.</summary>
    /// <exception cref="GuestGoneException">It has gone already.</exception>
    public void StartThreads()
    {
        SendAll(Answer.CreateWelcome("pictures").Encode());
        _sender.Start();
        _hearer.Start();
    }

    /// <summary>Queues a picture that was read; its slot is free again once it is sent.</summary>
    public void QueuePicture(ReadSlot slot)
    {
        lock (_gate)
        {
            if (!_isLost)
            {
                _slots.Enqueue(slot);
                _taken++;
                Monitor.PulseAll(_gate);
                return;
            }
        }

        slot.IsFree = true;
    }

    /// <summary>Waits until a slot may have become free, or the connection is gone.</summary>
    public void AwaitFree()
    {
        lock (_gate)
        {
            if (!_isLost && _taken > 0)
            {
                _ = Monitor.Wait(_gate, TimeSpan.FromMilliseconds(100));
            }
        }
    }

    /// <summary>Reports to the guest that the host's window of a drawable was closed.</summary>
    public void SayClosed(uint drawable)
    {
        try
        {
            byte[] head = new byte[PictureFrame.HeadBytes];
            new PictureFrame(PictureFrameKind.Closed, drawable, 0, default, PictureEncoding.Raw, 0).Write(head);
            lock (_sending)
            {
                SendAll(head);
            }
        }
        catch (GuestGoneException)
        {
            DropAll();
        }
    }

    public void Dispose()
    {
        DropAll();
        AwaitEnd(_sender);
        AwaitEnd(_hearer);
        _transport.Dispose();
    }

    /// <summary>A thread that was never started has nothing to end: the guest left before its welcome.</summary>
    private static void AwaitEnd(Thread thread)
    {
        if (!thread.ThreadState.HasFlag(System.Threading.ThreadState.Unstarted))
        {
            thread.Join();
        }
    }

    private void SendPictures()
    {
        try
        {
            while (TakeNext() is ReadSlot slot)
            {
                try
                {
                    SendPicture(slot);
                }
                finally
                {
                    FreeSlot(slot);
                }
            }
        }
        catch (GuestGoneException)
        {
            DropAll();
        }
        catch (OutOfMemoryException)
        {
            _log("out of memory for a picture; no more pictures are sent");
            DropAll();
        }
    }

    private ReadSlot? TakeNext()
    {
        lock (_gate)
        {
            while (!_isLost && (_slots.Count == 0 || IsAhead(_slots.Peek())))
            {
                Monitor.Wait(_gate);
            }

            return _isLost ? null : _slots.Dequeue();
        }
    }

    /// <summary>Whether the guest still has enough to show.</summary>
    private static bool IsAhead(ReadSlot slot) =>
        slot.Window is { IsVisible: true } window && (int)(slot.Picture - window.Shown) > PicturesAhead + 1;

    private unsafe void SendPicture(ReadSlot slot)
    {
        PresentedWindow window = slot.Window!;
        long start = Stopwatch.GetTimestamp();
        long before = _bytes;
        // GL may have had no memory to map: then nothing is new, and the next picture shows all that is.
        bool isRead = slot.Pixels is not null;
        bool all = isRead && window.BeginPicture(slot.Width, slot.Height);
        (int width, int height) = isRead ? (slot.Width, slot.Height) : window.SentSize ?? (slot.Width, slot.Height);
        var whole = new PictureArea(0, 0, width, height);
        SendFrame(new PictureFrame(PictureFrameKind.Begin, window.Drawable, slot.Picture, whole, PictureEncoding.Raw, 0), default);
        for (int top = 0; isRead && top < slot.Height; top += TileComparer.Side)
        {
            SendRow(slot, window, top, all);
        }

        SendFrame(new PictureFrame(PictureFrameKind.Complete, window.Drawable, slot.Picture, whole, PictureEncoding.Raw, 0), default);
        window.NoteSent(slot.Picture, _bytes - before, start);
    }

    private void SendRow(ReadSlot slot, PresentedWindow window, int top, bool all)
    {
        _changed.Clear();
        TileComparer.TakeRow(slot, top, all, _changed);
        foreach (PictureArea area in _changed)
        {
            ReadOnlyMemory<byte> payload = _packer.PackArea(window, area, out PictureEncoding encoding);
            SendFrame(new PictureFrame(PictureFrameKind.Area, window.Drawable, slot.Picture, area, encoding, payload.Length), payload.Span);
        }
    }

    private void SendFrame(PictureFrame frame, ReadOnlySpan<byte> payload)
    {
        lock (_sending)
        {
            frame.Write(_head);
            SendAll(_head);
            SendAll(payload);
        }
    }

    private void SendAll(ReadOnlySpan<byte> bytes)
    {
        _bytes += bytes.Length;
        if (!_transport.SendAll(bytes))
        {
            throw new GuestGoneException();
        }
    }

    private void ReceiveNotes()
    {
        byte[] note = new byte[PictureNote.Bytes];
        try
        {
            while (_transport.ReceiveAll(note))
            {
                TakeNext(PictureNote.Read(note));
            }
        }
        catch (ProtocolException e)
        {
            _log($"the picture connection was cut off: {e.Message}");
        }

        DropAll();
    }

    private void TakeNext(PictureNote note)
    {
        if (_find(note.Drawable) is PresentedWindow window)
        {
            if (note.Kind == PictureNoteKind.Shown)
            {
                if (window.TakeShown(note.Value, out long bytes, out TimeSpan took))
                {
                    _packer.NoteDuration(bytes, took);
                }
            }
            else
            {
                window.IsVisible = note.Value != 0;
            }
        }

        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }

        _wake();
    }

    /// <summary>Drops all queued pictures; threads that wait for one go on.</summary>
    public void DropAll()
    {
        lock (_gate)
        {
            _isLost = true;
            while (_slots.TryDequeue(out ReadSlot? slot))
            {
                slot.IsFree = true;
                _taken--;
            }

            Monitor.PulseAll(_gate);
        }

        _transport.Shutdown();
        _wake();
    }

    private void FreeSlot(ReadSlot slot)
    {
        lock (_gate)
        {
            slot.IsFree = true;
            _taken--;
            Monitor.PulseAll(_gate);
        }

        _wake();
    }
}
