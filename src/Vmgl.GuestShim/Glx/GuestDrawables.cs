using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>A GLX window, pixmap or pbuffer of the program.</summary>
/// <param name="Window">The X window below a GLX window, whose size it has; 0 for the others.</param>
internal sealed record GuestDrawable(uint Width, uint Height, uint Config, bool Preserved, nuint Window = 0);

/// <summary>The program's drawables: windows that the host may draw into, and the GLX windows, pixmaps and pbuffers that it made.</summary>
internal sealed class GuestDrawables(GlxSession session)
{
    private readonly uint[] _token = MakeToken();
    private readonly HashSet<nuint> _windows = [];
    private readonly HashSet<nint> _sharedDisplays = [];
    private readonly Dictionary<nuint, GuestDrawable> _made = [];
    private readonly Dictionary<nuint, nuint> _eventMasks = [];

    /// <summary>Makes sure that the host can draw into a drawable; false, and said why or an X error raised, when it cannot.</summary>
    public bool Attach(nint display, nuint drawable, GlxRequest request = GlxRequest.MakeContextCurrent)
    {
        lock (_made)
        {
            if (_windows.Contains(drawable) || _made.ContainsKey(drawable))
            {
                return true;
            }
        }

        if (!ShowToken(display, drawable, request))
        {
            return false;
        }

        lock (_made)
        {
            return _windows.Add(drawable);
        }
    }

    /// <summary>A GLX window on an X window; 0, and an X error raised, when there is no such window or the host refuses.</summary>
    public nuint CreateWindow(nint display, int screen, uint config, nuint window)
    {
        if (!Attach(display, window, GlxRequest.CreateWindow))
        {
            return 0;
        }

        nuint id = X11.ReserveId(display);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreateWindow.Write(stream.Reserve(Wire.Commands.CreateWindow.Bytes), token, (uint)id, screen, config, (uint)window);
        uint verdict;
        using (Reply reply = stream.Ask(token, Opcode.CreateWindow))
        {
            verdict = reply.Value();
        }

        if (verdict != Refusal.Granted)
        {
            X11.ReleaseId(display, id);
            GlxErrors.Raise(display, verdict, window);
            return 0;
        }

        lock (_made)
        {
            _made[id] = new GuestDrawable(0, 0, config, Preserved: false, window);
        }

        return id;
    }

    /// <summary>A GLX pixmap of an X pixmap; 0 when the host refuses.</summary>
    public nuint CreatePixmap(nint display, int screen, uint visual, uint config, nuint pixmap)
    {
        if (!SharesServer(display, screen))
        {
            return 0;
        }

        nuint id = X11.ReserveId(display);
        X11.Sync(display); // the host must find the pixmap, which the program may have asked for just now
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreatePixmap.Write(
            stream.Reserve(Wire.Commands.CreatePixmap.Bytes), token, (uint)id, screen, visual, config, (uint)pixmap);
        using Reply reply = stream.Ask(token, Opcode.CreatePixmap);
        return Keep(display, id, config, preserved: false, reply.Rest);
    }

    /// <summary>A pbuffer; 0 when the host refuses.</summary>
    /// <param name="attributes">Pairs and a final None.</param>
    public nuint CreatePbuffer(nint display, int screen, uint config, ReadOnlySpan<int> attributes)
    {
        nuint id = X11.ReserveId(display);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreatePbuffer.Write(
            stream.Reserve(Wire.Commands.CreatePbuffer.Measure(attributes.Length)), token, (uint)id, screen, config, attributes.Length,
            MemoryMarshal.AsBytes(attributes));
        using Reply reply = stream.Ask(token, Opcode.CreatePbuffer);
        bool preserved = true; // GLX 1.4 section 3.3.6: the default
        for (int i = 0; i + 1 < attributes.Length; i += 2)
        {
            preserved = attributes[i] == GlxConstants.PreservedContents ? attributes[i + 1] != 0 : preserved;
        }

        return Keep(display, id, config, preserved, reply.Rest);
    }

    /// <summary>Whether the host may draw into it already.</summary>
    public bool IsKnown(nuint drawable)
    {
        lock (_made)
        {
            return _windows.Contains(drawable) || _made.ContainsKey(drawable);
        }
    }

    /// <summary>The GLX window, pixmap or pbuffer of an id; null for X windows and for what is none.</summary>
    public GuestDrawable? Made(nuint drawable)
    {
        lock (_made)
        {
            return _made.GetValueOrDefault(drawable);
        }
    }

    /// <summary>Forgets a drawable, here and on the host; false when it was not known.</summary>
    public bool Forget(nint display, nuint drawable)
    {
        bool made;
        lock (_made)
        {
            made = _made.Remove(drawable);
            _eventMasks.Remove(drawable);
            if (!_windows.Remove(drawable) && !made)
            {
                return false;
            }
        }

        ForgetDrawable.Write(session.Stream.Reserve(ForgetDrawable.Bytes), (uint)drawable);
        session.Stream.Flush();
        if (made)
        {
            X11.ReleaseId(display, drawable);
        }

        return true;
    }

    /// <summary>What glXSelectEvent set; no pbuffer here is ever clobbered, so no event follows.</summary>
    public nuint EventMask(nuint drawable)
    {
        lock (_made)
        {
            return _eventMasks.GetValueOrDefault(drawable);
        }
    }

    public void SetEventMask(nuint drawable, nuint mask)
    {
        lock (_made)
        {
            _eventMasks[drawable] = mask;
        }
    }

    private nuint Keep(nint display, nuint id, uint config, bool preserved, ReadOnlySpan<byte> size)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(size);
        if (words.Length < 2)
        {
            X11.ReleaseId(display, id);
            GlxErrors.Raise(display, words.IsEmpty ? 0 : words[0]);
            return 0;
        }

        lock (_made)
        {
            _made[id] = new GuestDrawable(words[0], words[1], config, preserved);
        }

        return id;
    }

    /// <summary>Whether the host sees the program's X server. A pixmap can bear no token, so the root window bears it.</summary>
    private bool SharesServer(nint display, int screen)
    {
        lock (_made)
        {
            if (_sharedDisplays.Contains(display))
            {
                return true;
            }
        }

        nuint root = X11.RootWindow(display, screen);
        if (!Attach(display, root))
        {
            return false;
        }

        Forget(display, root);
        lock (_made)
        {
            return _sharedDisplays.Add(display);
        }
    }

    /// <summary>Shows the host that it looks at the same X server as the program, by a token in a property of the window.</summary>
    private bool ShowToken(nint display, nuint window, GlxRequest request)
    {
        if (!GlxErrors.WithoutErrors(display, SetToken, window))
        {
            if (request == GlxRequest.CreateWindow)
            {
                GlxErrors.RaiseCore(display, GlxErrors.CoreBadWindow, request, window);
            }
            else
            {
                GlxErrors.Raise(display, GlxErrors.BadDrawable, request, window);
            }

            return false;
        }

        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        AttachWindow.Write(stream.Reserve(AttachWindow.Bytes), token, (uint)window, MemoryMarshal.AsBytes(_token.AsSpan()));
        using Reply reply = stream.Ask(token, Opcode.AttachWindow);
        // An empty reply, of a lost connection, is no permission.
        uint status = reply.Rest.IsEmpty ? uint.MaxValue : reply.Value();
        X11.DeleteToken(display, window);
        if (status != 0)
        {
            Failure.Say(status switch
            {
                1 => $"the host does not see window 0x{window:x} of display {X11.DisplayName(display)}: it draws on another X server; "
                    + "give the program the host's DISPLAY, or start stub-daemon with this one",
                2 => $"the host has no GL configuration for the visual of window 0x{window:x}",
                _ => $"window 0x{window:x} could not be attached",
            });
        }

        return status == 0;
    }

    private void SetToken(nint display, nuint window) => X11.SetToken(display, window, _token);

    private static uint[] MakeToken()
    {
        uint[] token = new uint[4];
        Libc.FillRandom(MemoryMarshal.AsBytes(token.AsSpan()));
        return token;
    }
}
