using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>Receives pictures on a connection and shows them. All of it on one thread of our own: pictures come when they come, whether or not
/// the program calls.</summary>
internal sealed unsafe class PictureReceiver(SocketTransport transport, Pictures pictures)
{
    private readonly Unpacker _unpacker = new();
    private byte[] _packed = [];
    private byte[] _unpacked = [];

    private Thread? _thread;
    private volatile bool _isRetired;

    /// <summary>Whether the connection is gone.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Starts the thread.</summary>
    public void Start() => Libc.WithoutSignals(() =>
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "vmgl pictures" };
        _thread.Start();
    });

    /// <summary>Ends the thread and closes the connection: another one replaces it, or none does for a while.</summary>
    public void Retire()
    {
        _isRetired = true;
        transport.Shutdown();
        _thread?.Join();
        ForkGuard.PublishPictures(-1);
        transport.Dispose();
    }

    /// <summary>The thread's work.</summary>
    private void Run()
    {
        try
        {
            while (ReceiveNext())
            {
            }

            End(null);
        }
        catch (ProtocolException e)
        {
            End($"the host broke the protocol ({e.Message})");
        }
        catch (Exception e)
        {
            End($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>Sends the host a note about a window.</summary>
    public void Say(PictureNote note)
    {
        Span<byte> bytes = stackalloc byte[PictureNote.Bytes];
        note.Write(bytes);
        IsLost |= !transport.Send(bytes);
    }

    /// <param name="why">The reason; null when the host closed the connection, which the session reports if it is lost, too.</param>
    private void End(string? why)
    {
        IsLost = true;
        transport.Shutdown();
        if (why is not null || !(_isRetired || pictures.IsSessionEnding || _isRetired))
        {
            Failure.Say($"pictures no longer arrive: {why ?? "the host closed their connection"}; start the program again");
        }
    }

    /// <summary>Waits for the host or an X server; false when the host is gone.</summary>
    private bool ReceiveNext()
    {
        PictureScreen[] screens = pictures.Screens;
        PollEntry* entries = stackalloc PollEntry[screens.Length + 2];
        entries[0] = PollEntry.Of(transport.Descriptor);
        entries[screens.Length + 1] = PollEntry.Of(pictures.WakeDescriptor);
        for (int i = 0; i < screens.Length; i++)
        {
            screens[i].Drain();
            entries[i + 1] = PollEntry.Of(screens[i].Server.IsBroken ? -1 : screens[i].Server.Descriptor);
        }

        SayVisibility();
        while (pictures.TryTakeRetired(out PictureWindow? window))
        {
            window!.Free();
        }

        LibcSockets.WaitForAny(entries, screens.Length + 2);
        if (entries[screens.Length + 1].IsReady)
        {
            Libc.TakeSignal(pictures.WakeDescriptor);
        }

        return !entries[0].IsReady || ReceiveFrame();
    }

    private void SayVisibility()
    {
        foreach (PictureWindow window in pictures.Windows)
        {
            window.ShowExposed();
            if (window.TakeVisibility() is bool isVisible)
            {
                Say(new PictureNote(PictureNoteKind.Visible, window.Drawable, isVisible ? 1u : 0));
            }
        }
    }

    private bool ReceiveFrame()
    {
        Span<byte> head = stackalloc byte[PictureFrame.HeadBytes];
        if (!Receive(head))
        {
            return false;
        }

        PictureFrame frame = PictureFrame.Read(head);
        PictureWindow? window = pictures.Find(frame.Drawable);
        switch (frame.Kind)
        {
            case PictureFrameKind.Begin:
                window?.Begin(frame);
                return true;
            case PictureFrameKind.Area:
                return window is null ? Skip(frame) : ReceiveArea(window, frame);
            case PictureFrameKind.Complete:
                Say(new PictureNote(PictureNoteKind.Shown, frame.Drawable, window?.Show() ?? frame.Picture));
                return true;
            default:
                pictures.CloseWindow(frame.Drawable);
                return true;
        }
    }

    private bool ReceiveArea(PictureWindow window, PictureFrame frame)
    {
        window.Add(frame.Area);
        if (frame.Encoding == PictureEncoding.Raw)
        {
            return ReceiveRows(window, frame.Area);
        }

        Span<byte> packed = Room(ref _packed, frame.PayloadBytes);
        if (!Receive(packed))
        {
            return false;
        }

        Span<byte> pixels = Room(ref _unpacked, (int)frame.Area.Bytes);
        if (frame.Encoding == PictureEncoding.Lz4)
        {
            _unpacker.Lz4(packed, pixels);
        }
        else
        {
            _unpacker.Jpeg(packed, pixels, frame.Area.Width, frame.Area.Height);
        }

        int rowBytes = frame.Area.Width * 4;
        for (int y = 0; y < frame.Area.Height; y++)
        {
            pixels.Slice(y * rowBytes, rowBytes).CopyTo(window.Row(frame.Area, y));
        }

        return true;
    }

    private bool ReceiveRows(PictureWindow window, PictureArea area)
    {
        const int Most = 64;
        Span<Piece> pieces = stackalloc Piece[Most];
        for (int top = 0; top < area.Height; top += Most)
        {
            int rows = Math.Min(Most, area.Height - top);
            for (int y = 0; y < rows; y++)
            {
                fixed (byte* row = window.Row(area, top + y))
                {
                    // The image does not move: its memory is not the runtime's.
                    pieces[y] = new Piece(row, area.Width * 4);
                }
            }

            if (!transport.ReceiveAll(pieces[..rows]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Skip(PictureFrame frame) => Receive(Room(ref _packed, frame.PayloadBytes));

    private bool Receive(Span<byte> to)
    {
        fixed (byte* first = to)
        {
            Span<Piece> pieces = [new(first, to.Length)];
            return transport.ReceiveAll(pieces);
        }
    }

    private static Span<byte> Room(ref byte[] array, int bytes)
    {
        if (array.Length < bytes)
        {
            array = GC.AllocateUninitializedArray<byte>(bytes);
        }

        return array.AsSpan(0, bytes);
    }
}
