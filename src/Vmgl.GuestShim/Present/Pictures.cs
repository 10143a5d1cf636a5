using System.Runtime.InteropServices;
using System.Text;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;
using Vmgl.Wire.Handshake;
using Vmgl.Wire.Pictures;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Present;

/// <summary>The program's windows that the host cannot draw into: surfaces stand for them there, and their pictures are received and shown
/// here.</summary>
internal sealed unsafe class Pictures(GuestSession session)
{
    /// <summary>Attempts to open the picture connection: a host that is lost or replaced between giving the key and the connection does not
    /// accept it any more; the next one gives another key.</summary>
    private const int MostTries = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<uint, PictureWindow> _byNumber = [];
    private readonly Dictionary<nint, PictureScreen> _byDisplay = [];
    private readonly Queue<PictureWindow> _retired = [];
    private readonly int _wake = Libc.MakeEvent();
    private PictureReceiver? _receiver;
    private bool _isRefused;
    private bool _isUsed;

    /// <summary>All windows.</summary>
    public PictureWindow[] Windows { get; private set; } = [];

    /// <summary>All X servers.</summary>
    public PictureScreen[] Screens { get; private set; } = [];

    /// <summary>The descriptor that ends the picture thread's wait.</summary>
    public int WakeDescriptor => _wake;

    /// <summary>Whether any window is shown this way.</summary>
    public bool HasWindows => Windows.Length > 0;

    /// <summary>Whether the session itself is lost, or will be within a second: then pictures will come on another connection, or
    /// never.</summary>
    public bool IsSessionEnding => session.Connection.Liveness.IsEnding(TimeSpan.FromSeconds(1));

    /// <summary>Closes the picture connection and frees all memory that is shared with X servers. <see cref="ReopenConnection"/> opens
    /// another.</summary>
    public void CloseConnection()
    {
        _receiver?.EndThread();
        _receiver = null;
        foreach (PictureWindow window in Windows)
        {
            window.FreeImage();
        }
    }

    /// <summary>Opens a picture connection to a worker that replaces another, if the session used one. There may be no window at this
    /// moment, but one about to be made.</summary>
    /// <exception cref="HostLostException">It cannot be opened.</exception>
    public void ReopenConnection(HostLink link, IHostQuestions host)
    {
        if (!_isUsed)
        {
            return;
        }

        _receiver?.EndThread();
        _receiver = null;
        PictureOptions options = PictureOptions.Here;
        byte[] key = host.AskQuestion(OpenPictures.Bytes, (to, token) =>
            OpenPictures.Write(to, token, (uint)options.Compression, options.Quality, options.MaxRate, options.EncodingBits()));
        _receiver = Connect(link.Address, key, isLast: true) ?? throw new HostLostException("the host takes no connection for pictures");
        foreach (PictureWindow window in Windows)
        {
            window.ForgetHost();
        }
    }

    /// <summary>The window of a number; null when its pictures do not come from the host.</summary>
    public PictureWindow? FindWindow(uint drawable)
    {
        foreach (PictureWindow window in Windows)
        {
            if (window.Drawable == drawable)
            {
                return window;
            }
        }

        return null;
    }

    /// <summary>Makes a surface that stands for a window; false, and reported, when it cannot be made.</summary>
    /// <param name="number">The number of the surface on the host: the id of the window, or of the GLX window or pixmap.</param>
    /// <param name="window">The X window, or pixmap.</param>
    /// <param name="verdict">The host's answer, <see cref="Refusal.Granted"/> or an X error to raise.</param>
    public bool AddWindow(
        nint display, uint number, nuint window, PixelFormat format, int screen, uint config, Presentation how, out uint verdict)
    {
        verdict = 0;
        if (!X11.TryGetSize(display, window, out uint width, out uint height) || !OpenConnection()
            || ScreenOf(display) is not PictureScreen server)
        {
            return false;
        }

        (width, height) = (Math.Min(width, Limits.MaxPictureSide), Math.Min(height, Limits.MaxPictureSide));
        var made = new PictureWindow(server, number, (uint)window, format) { Config = config, IsShownByHost = how == Presentation.Window };
        made.SetSurface((int)width, (int)height);
        verdict = AskForSurface(number, screen, config, width, height, how);
        if (verdict != Refusal.Granted)
        {
            Failure.ReportLine($"the host cannot make a surface of {width} by {height} pixels for window 0x{window:x}");
            return false;
        }

        session.Swaps.RecordOf(number).IsPacedHere = how == Presentation.Return; // nothing that the host swaps waits for a screen
        lock (_lock)
        {
            _byNumber[number] = made;
            Windows = [.. _byNumber.Values];
        }

        server.AddWindow(made);
        WakeReceiver();
        return true;
    }

    /// <summary>Forgets a window; nothing happens when no surface stands for it.</summary>
    public void RemoveWindow(uint number)
    {
        lock (_lock)
        {
            if (!_byNumber.Remove(number, out PictureWindow? window))
            {
                return;
            }

            Windows = [.. _byNumber.Values];
            window.Screen.RemoveWindow(window);
            _retired.Enqueue(window);
        }

        WakeReceiver();
    }

    /// <summary>Windows that were forgotten since the last call, for the picture thread to free.</summary>
    public bool TryTakeRetired(out PictureWindow? window)
    {
        lock (_lock)
        {
            return _retired.TryDequeue(out window);
        }
    }

    /// <summary>Resizes the surface of a window if the window has another size, for the commands from here on.</summary>
    /// <param name="ask">Ask the X server for the size, rather than use what it reported last.</param>
    public void FollowSize(GuestStream stream, uint drawable, bool ask)
    {
        if (FindWindow(drawable) is not PictureWindow window || (ask && window.IsLookedAt))
        {
            return;
        }

        window.IsLookedAt = ask;
        if (ask)
        {
            window.NoteSize(window.Screen.Server.GetSize(window.Window));
            window.Screen.DrainEvents(); // events that came with the answer wake nobody else
        }

        (int width, int height) = window.Seen;
        (width, height) = (Math.Min(width, Limits.MaxPictureSide), Math.Min(height, Limits.MaxPictureSide));
        if ((width, height) != window.Surface)
        {
            window.SetSurface(width, height);
            ResizeSurface.Write(stream.Reserve(ResizeSurface.Bytes), drawable, (uint)width, (uint)height);
        }
    }

    /// <summary>Whether a window can be seen, by the events that have come; false when no surface stands for it.</summary>
    public bool IsVisible(uint drawable)
    {
        if (FindWindow(drawable) is not PictureWindow window)
        {
            return false;
        }

        window.Screen.DrainEvents();
        return window.IsVisible;
    }

    /// <summary>Waits until pictures are on their X servers; false when one will not come: the host is gone, or <paramref name="isOver"/>
    /// is true.</summary>
    /// <param name="pictures">Drawables and numbers of pictures, in turns, as vmglWaitForDisplay answers.</param>
    /// <param name="isOver">Whether waiting has become useless.</param>
    public bool AwaitPictures(ReadOnlySpan<byte> pictures, Func<bool> isOver)
    {
        ReadOnlySpan<uint> numbers = MemoryMarshal.Cast<byte, uint>(pictures);
        bool areShown = true;
        for (int i = 0; i + 1 < numbers.Length; i += 2)
        {
            areShown &= numbers[i + 1] == 0 || FindWindow(numbers[i]) is not PictureWindow window
                || window.AwaitPicture(numbers[i + 1], () => _receiver is null or { IsLost: true } || isOver());
        }

        return areShown;
    }

    /// <summary>Whether what was swapped is shown, and stays so without the host.</summary>
    /// <param name="picture">The number of the picture that shows the swap; 0 when the host makes none.</param>
    public bool IsShown(uint drawable, uint picture) =>
        FindWindow(drawable) is not PictureWindow window || (!window.IsShownByHost && (picture == 0 || window.IsShown(picture)));

    /// <summary>Whether any picture of a drawable was shown.</summary>
    public bool HasShown(uint drawable) => FindWindow(drawable) is { HasShown: true };

    /// <summary>The user closed the window on the host's display: closes the program's window, too.</summary>
    public void CloseWindow(uint drawable)
    {
        if (FindWindow(drawable) is { IsShownByHost: true } window)
        {
            window.Screen.Server.CloseWindow(window.Window);
        }
    }

    private void WakeReceiver() => Libc.SignalEvent(_wake);

    /// <summary>Opens the picture connection at its first use; false, and reported, when there is none.</summary>
    private bool OpenConnection()
    {
        lock (_lock)
        {
            for (int tries = 1; _receiver is null && !_isRefused; tries++)
            {
                byte[] key = AskKey();
                // Of the host that gave the key: there may be another by then
                _receiver = Connect(session.Connection.Address, key, isLast: tries == MostTries);
                _isUsed |= _receiver is not null;
                _isRefused = _receiver is null && tries == MostTries;
            }

            return _receiver is not null;
        }
    }

    /// <param name="isLast">Whether a failure is reported to the user.</param>
    private PictureReceiver? Connect(StubAddress address, byte[] key, bool isLast)
    {
        try
        {
            string program = File.ReadAllText("/proc/self/comm").Trim();
            Hello hello = Hello.CreateJoining(program, Environment.ProcessId, key);
            (SocketTransport transport, _) = new Dialer(address).Dial(hello);
            ForkGuard.PublishPictures(transport.Descriptor);
            var receiver = new PictureReceiver(transport, this);
            receiver.StartThread();
            return receiver;
        }
        catch (AddressException e)
        {
            if (isLast)
            {
                Failure.ReportLine($"no connection for pictures: {e.Message}");
            }

            return null;
        }
    }

    private byte[] AskKey()
    {
        PictureOptions options = PictureOptions.Here;
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        OpenPictures.Write(
            stream.Reserve(OpenPictures.Bytes), token, (uint)options.Compression, options.Quality, options.MaxRate, options.EncodingBits());
        using Reply reply = stream.AskHost(token, Opcode.OpenPictures);
        return reply.Rest.ToArray();
    }

    private PictureScreen? ScreenOf(nint display)
    {
        lock (_lock)
        {
            if (!_byDisplay.TryGetValue(display, out PictureScreen? screen))
            {
                string name = X11.DisplayName(display);
                if (Xcb.Connect(name) is not Xcb server)
                {
                    Failure.ReportLine($"a second connection to display {name} is refused, so no picture can be put there");
                    return null;
                }

                screen = new PictureScreen(server);
                _byDisplay[display] = screen;
                Screens = [.. _byDisplay.Values];
            }

            return screen;
        }
    }

    private uint AskForSurface(uint number, int screen, uint config, uint width, uint height, Presentation how)
    {
        byte[] title = Encoding.UTF8.GetBytes(File.ReadAllText("/proc/self/comm").Trim());
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        CreateSurface.Write(
            stream.Reserve(CreateSurface.Measure(title.Length)), token, number, screen, config, width, height, (uint)how,
            PictureOptions.Here.Forced is null ? 0u : 1, title.Length, title);
        using Reply reply = stream.AskHost(token, Opcode.CreateSurface);
        return reply.NextValue();
    }
}
