using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Glx;

/// <summary>A GLX window, pixmap or pbuffer of the program.</summary>
/// <param name="Window">The X window below a GLX window, whose size it has; 0 for the others.</param>
internal sealed record GuestDrawable(uint Width, uint Height, uint Config, bool Preserved, nuint Window = 0);

/// <summary>The program's drawables: windows that the host may draw into, and the GLX windows, pixmaps and pbuffers that it made.</summary>
internal sealed class GuestDrawables(GlxSession session)
{
    private const uint OtherServer = 1;
    private const uint NoConfig = 2;

    private readonly uint[] _token = MakeToken();
    private readonly HashSet<nuint> _windows = [];
    private readonly HashSet<nint> _sharedDisplays = [];
    private readonly HashSet<nint> _otherServers = [];
    private readonly Dictionary<nuint, GuestDrawable> _made = [];
    private readonly Dictionary<nuint, nuint> _eventMasks = [];
    private readonly Dictionary<nuint, string> _displays = [];

    /// <summary>Makes sure that the host can draw into a drawable, or into a surface that stands for it; false, and said why or an X error raised,
    /// when it cannot.</summary>
    /// <param name="config">The FBConfig that such a surface gets.</param>
    public bool Attach(nint display, nuint drawable, int screen, uint config)
    {
        if (session.Pictures.Find((uint)drawable) is { IsGone: true })
        {
            session.Forget(display, drawable); // the X server gives its id to another window
        }

        lock (_made)
        {
            if (_windows.Contains(drawable) || _made.ContainsKey(drawable))
            {
                return true;
            }
        }

        if (Choose(display, drawable, GlxRequest.MakeContextCurrent) is not Presentation how || !AddSurface(display, (uint)drawable, drawable, screen, config, how))
        {
            return false;
        }

        lock (_made)
        {
            return _windows.Add(drawable);
        }
    }

    /// <summary>Gives a window another surface, of another config: a context that does not fit the first one's is made current. False when
    /// it has none, or one of this config already.</summary>
    public bool Exchange(nint display, nuint drawable, int screen, uint config)
    {
        if (session.Pictures.Find((uint)drawable) is not PictureWindow window || window.Config == config || Made(drawable) is not null)
        {
            return false;
        }

        session.Forget(display, drawable);
        bool isAttached = Attach(display, drawable, screen, config);
        session.Pictures.Find((uint)drawable)?.Succeed(window);
        return isAttached;
    }

    private bool AddSurface(nint display, uint number, nuint window, int screen, uint config, Presentation how)
    {
        uint verdict = 0;
        if (how == PictureOptions.Direct
            || (X11.FormatOf(display, window) is PixelFormat format
                && session.Pictures.Add(display, number, window, format, screen, config, how, out verdict)))
        {
            return true;
        }

        GlxErrors.Raise(display, verdict, window);
        return false;
    }

    /// <summary>How the pictures of a window reach the user; null, and said why or an X error raised, when they cannot.</summary>
    private Presentation? Choose(nint display, nuint window, GlxRequest request)
    {
        Presentation? forced = PictureOptions.Here.Forced;
        bool isElsewhere;
        lock (_made)
        {
            isElsewhere = _otherServers.Contains(display);
        }

        if (forced is Presentation.Return or Presentation.Window || (forced is null && isElsewhere))
        {
            return Exists(display, window, request) ? forced ?? Presentation.Return : null;
        }

        uint? status = ShowToken(display, window, request);
        if (status is 0)
        {
            return PictureOptions.Direct;
        }

        if (status is null || forced is not null || status > NoConfig)
        {
            SayWhy(status, display, window);
            return null;
        }

        lock (_made)
        {
            _otherServers.Add(display);
        }

        return Presentation.Return;
    }

    /// <summary>Whether there is such a window; raises the error of its absence.</summary>
    private static bool Exists(nint display, nuint window, GlxRequest request)
    {
        bool exists = GlxErrors.WithoutErrors(display, static (display, window) => X11.TryGetSize(display, window, out _, out _), window);
        if (!exists)
        {
            RaiseAbsent(display, window, request);
        }

        return exists;
    }

    private static void RaiseAbsent(nint display, nuint window, GlxRequest request)
    {
        if (request == GlxRequest.CreateWindow)
        {
            GlxErrors.RaiseCore(display, GlxErrors.CoreBadWindow, request, window);
        }
        else
        {
            GlxErrors.Raise(display, GlxErrors.BadDrawable, request, window);
        }
    }

    /// <summary>A GLX window on an X window; 0, and an X error raised, when there is no such window or the host refuses.</summary>
    public nuint CreateWindow(nint display, int screen, uint config, nuint window)
    {
        if (Choose(display, window, GlxRequest.CreateWindow) is not Presentation how)
        {
            return 0;
        }

        nuint id = X11.ReserveId(display);
        if (how != PictureOptions.Direct)
        {
            return KeepWindow(display, id, config, window, AddSurface(display, (uint)id, window, screen, config, how));
        }

        lock (_made)
        {
            _windows.Add(window);
        }

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
            GlxErrors.Raise(display, verdict, window);
        }

        return KeepWindow(display, id, config, window, verdict == Refusal.Granted);
    }

    private nuint KeepWindow(nint display, nuint id, uint config, nuint window, bool isGranted)
    {
        if (!isGranted)
        {
            X11.ReleaseId(display, id);
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
            return CreatePicturePixmap(display, screen, visual, config, pixmap);
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

    /// <summary>A GLX pixmap of an X server that the host does not draw on: a surface, whose pictures are put into the X pixmap.</summary>
    private nuint CreatePicturePixmap(nint display, int screen, uint visual, uint config, nuint pixmap)
    {
        if (PictureOptions.Here.Forced == PictureOptions.Direct)
        {
            SayWhy(OtherServer, display, pixmap);
            return 0;
        }

        ScreenConfigs configs = session.Screen(display, screen);
        uint made = config != 0 ? config : configs.ConfigOfHostVisual(visual);
        uint guestVisual = configs.ConfigOfHost(made)?.GuestVisual ?? 0;
        (uint width, uint height) size = default;
        if (!GlxErrors.WithoutErrors(display, (display, pixmap) => X11.TryGetSize(display, pixmap, out size.width, out size.height), pixmap)
            || X11.FormatOfVisual(display, guestVisual) is not PixelFormat format)
        {
            GlxErrors.RaiseCore(display, GlxErrors.CoreBadPixmap, GlxRequest.CreatePixmap, pixmap);
            return 0;
        }

        nuint id = X11.ReserveId(display);
        X11.Sync(display); // our other connection must find the pixmap
        bool isMade = session.Pictures.Add(display, (uint)id, pixmap, format, screen, made, Presentation.Return, out uint verdict);
        ReadOnlySpan<uint> answer = isMade ? [size.width, size.height] : [verdict];
        return Keep(display, id, made, preserved: false, MemoryMarshal.AsBytes(answer));
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

    /// <summary>The name of the display that a window is on; null for a window that was never shown to the host.</summary>
    public string? DisplayOf(uint window)
    {
        lock (_made)
        {
            return _displays.GetValueOrDefault(window);
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
            _displays.Remove(drawable);
            if (!_windows.Remove(drawable) && !made)
            {
                return false;
            }
        }

        session.Pictures.Remove((uint)drawable);
        ForgetDrawable.Write(session.Stream.Reserve(ForgetDrawable.Bytes), (uint)drawable);
        session.Stream.Flush();
        if (made && display != 0)
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
        uint? status = PictureOptions.Here.Forced is null or PictureOptions.Direct ? ShowToken(display, root, GlxRequest.CreatePixmap) : OtherServer;
        if (status is not 0)
        {
            return false;
        }

        ForgetDrawable.Write(session.Stream.Reserve(ForgetDrawable.Bytes), (uint)root);
        lock (_made)
        {
            return _sharedDisplays.Add(display);
        }
    }

    /// <summary>Shows the host that it looks at the same X server as the program, by a token in a property of the window. Null, and an X error
    /// raised, when there is no such window; 0 when the host may draw into it now.</summary>
    private uint? ShowToken(nint display, nuint window, GlxRequest request)
    {
        if (!GlxErrors.WithoutErrors(display, SetToken, window))
        {
            RaiseAbsent(display, window, request);
            return null;
        }

        lock (_made)
        {
            _displays[window] = X11.DisplayName(display);
        }

        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        AttachWindow.Write(stream.Reserve(AttachWindow.Bytes), token, (uint)window, MemoryMarshal.AsBytes(_token.AsSpan()));
        using Reply reply = stream.Ask(token, Opcode.AttachWindow);
        // An empty reply, of a lost connection, is no permission.
        uint status = reply.Rest.IsEmpty ? uint.MaxValue : reply.Value();
        X11.DeleteToken(display, window);
        return status;
    }

    private static void SayWhy(uint? status, nint display, nuint window)
    {
        if (status is not null)
        {
            Failure.Say(status switch
            {
                OtherServer => $"the host does not see window 0x{window:x} of display {X11.DisplayName(display)}: it draws on another X server; "
                    + "give the program the host's DISPLAY, start stub-daemon with this one, or leave VMGL_PRESENT unset",
                NoConfig => $"the host has no GL configuration for the visual of window 0x{window:x}",
                _ => $"window 0x{window:x} could not be attached",
            });
        }
    }

    private void SetToken(nint display, nuint window) => X11.SetToken(display, window, _token);

    private static uint[] MakeToken()
    {
        uint[] token = new uint[4];
        Libc.FillRandom(MemoryMarshal.AsBytes(token.AsSpan()));
        return token;
    }
}
