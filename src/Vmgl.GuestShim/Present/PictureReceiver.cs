using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>Receives pictures on a connection and shows them. All of it on one thread of our own: pictures come when they come, whether or
/// not the program calls.</summary>
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
    public void StartThread() => Libc.WithoutSignals(() =>
    {
        _thread = new Thread(ReceiveFrames) { IsBackground = true, Name = "vmgl pictures" };
        _thread.Start();
    });

    /// <summary>Ends the thread and closes the connection: another one replaces it, or none does for a while.</summary>
    public void EndThread()
    {
        _isRetired = true;
        transport.Shutdown();
        _thread?.Join();
        ForkGuard.PublishPictures(-1);
        transport.Dispose();
    }

    /// <summary>The thread's work.</summary>
    private void ReceiveFrames()
    {
        try
        {
            while (ReceiveNext())
            {
            }

            ReportEnd(null);
        }
        catch (ProtocolException e)
        {
            ReportEnd($"the host broke the protocol ({e.Message})");
        }
        catch (Exception e)
        {
            ReportEnd($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>Sends the host a note about a window.</summary>
    public void SendNote(PictureNote note)
    {
        Span<byte> bytes = stackalloc byte[PictureNote.Bytes];
        note.Write(bytes);
        IsLost |= !transport.SendAll(bytes);
    }

    /// <param name="why">The reason; null when the host closed the connection, which the session reports if it is lost, too.</param>
    private void ReportEnd(string? why)
    {
        IsLost = true;
        transport.Shutdown();
        if (why is not null || !(_isRetired || pictures.IsSessionEnding || _isRetired))
        {
            Failure.ReportLine($"pictures no longer arrive: {why ?? "the host closed their connection"}; start the program again");
        }
    }

    /// <summary>Waits for the host or an X server; false when the host is gone.</summary>
    private bool ReceiveNext()
    {
        PictureScreen[] screens = pictures.Screens;
        PollEntry* entries = stackalloc PollEntry[screens.Length + 2];
        entries[0] = PollEntry.WaitForBytesOf(transport.Descriptor);
        entries[screens.Length + 1] = PollEntry.WaitForBytesOf(pictures.WakeDescriptor);
        for (int i = 0; i < screens.Length; i++)
        {
            screens[i].DrainEvents();
            entries[i + 1] = PollEntry.WaitForBytesOf(screens[i].Server.IsBroken ? -1 : screens[i].Server.Descriptor);
        }

        SendVisibility();
        while (pictures.TryTakeRetired(out PictureWindow? window))
        {
            window!.FreeMemory();
        }

        LibcSockets.WaitForAny(entries, screens.Length + 2);
        if (entries[screens.Length + 1].IsReady)
        {
            Libc.ClearEvent(pictures.WakeDescriptor);
        }

        return !entries[0].IsReady || ReceiveFrame();
    }

    private void SendVisibility()
    {
        foreach (PictureWindow window in pictures.Windows)
        {
            window.ShowExposed();
            if (window.TakeVisibility() is bool isVisible)
            {
                SendNote(new PictureNote(PictureNoteKind.Visible, window.Drawable, isVisible ? 1u : 0));
            }
        }
    }

    private bool ReceiveFrame()
    {
        Span<byte> head = stackalloc byte[PictureFrame.HeadBytes];
        if (!ReceiveBytes(head))
        {
            return false;
        }

        PictureFrame frame = PictureFrame.Read(head);
        PictureWindow? window = pictures.FindWindow(frame.Drawable);
        switch (frame.Kind)
        {
            case PictureFrameKind.Begin:
                window?.BeginPicture(frame);
                return true;
            case PictureFrameKind.Area:
                return window is null ? SkipPayload(frame) : ReceiveArea(window, frame);
            case PictureFrameKind.Complete:
                SendNote(new PictureNote(PictureNoteKind.Shown, frame.Drawable, window?.ShowPicture() ?? frame.Picture));
                return true;
            default:
                pictures.CloseWindow(frame.Drawable);
                return true;
        }
    }

    private bool ReceiveArea(PictureWindow window, PictureFrame frame)
    {
        window.AddArea(frame.Area);
        if (frame.Encoding == PictureEncoding.Raw)
        {
            return ReceiveRows(window, frame.Area);
        }

        Span<byte> packed = RoomFor(ref _packed, frame.PayloadBytes);
        if (!ReceiveBytes(packed))
        {
            return false;
        }

        Span<byte> pixels = RoomFor(ref _unpacked, (int)frame.Area.Bytes);
        if (frame.Encoding == PictureEncoding.Lz4)
        {
            _unpacker.UnpackLz4(packed, pixels);
        }
        else
        {
            _unpacker.UnpackJpeg(packed, pixels, frame.Area.Width, frame.Area.Height);
        }

        int rowBytes = frame.Area.Width * 4;
        for (int y = 0; y < frame.Area.Height; y++)
        {
            pixels.Slice(y * rowBytes, rowBytes).CopyTo(window.RowOf(frame.Area, y));
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
                fixed (byte* row = window.RowOf(area, top + y))
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

    private bool SkipPayload(PictureFrame frame) => ReceiveBytes(RoomFor(ref _packed, frame.PayloadBytes));

    private bool ReceiveBytes(Span<byte> to)
    {
        fixed (byte* first = to)
        {
            Span<Piece> pieces = [new(first, to.Length)];
            return transport.ReceiveAll(pieces);
        }
    }

    private static Span<byte> RoomFor(ref byte[] array, int bytes)
    {
        if (array.Length < bytes)
        {
            array = GC.AllocateUninitializedArray<byte>(bytes);
        }

        return array.AsSpan(0, bytes);
    }
}
