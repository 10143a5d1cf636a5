using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>Chooses how what is drawn into each window or pixmap reaches the user: the host draws into it, or into a surface whose pictures
/// come back.</summary>
internal sealed class WindowPresentation(GuestSession session, Pictures pictures) : IWindowPresentation
{
    private readonly ServerToken _token = new(session);
    private readonly HashSet<nint> _otherServers = [];

    /// <inheritdoc/>
    public bool HasWindows => pictures.HasWindows;

    /// <inheritdoc/>
    public IEnumerable<nuint> GoneWindows => pictures.Windows.Where(window => window.IsGone).Select(window => (nuint)window.Drawable);

    /// <inheritdoc/>
    public bool HasSurface(nuint drawable) => pictures.FindWindow((uint)drawable) is not null;

    /// <inheritdoc/>
    public void ClosePictures() => pictures.CloseConnection();

    /// <inheritdoc/>
    public void ForgetSurface(nuint drawable) => pictures.RemoveWindow((uint)drawable);

    /// <inheritdoc/>
    public void FollowSize(GuestStream stream, nuint drawable, bool ask) => pictures.FollowSize(stream, (uint)drawable, ask);

    /// <inheritdoc/>
    public void WaitForDisplay(GuestStream stream, nuint drawable)
    {
        int generation;
        do
        {
            generation = session.Connection.Generation;
        }
        while (!AwaitPictures(stream, drawable) && (generation != session.Connection.Generation || pictures.IsSessionEnding));
    }

    /// <inheritdoc/>
    public Verdict AttachWindow(nint display, nuint drawable, int screen, uint config)
    {
        if (pictures.FindWindow((uint)drawable) is { IsGone: true })
        {
            _ = session.ForgetDrawable(display, drawable); // the X server gives its id to another window
        }

        if (session.Drawables.IsKnown(drawable))
        {
            return Verdict.Granted;
        }

        Verdict verdict = ChoosePresentation(display, drawable, out Presentation how);
        verdict = verdict.IsGranted ? AddSurface(display, (uint)drawable, drawable, screen, config, how) : verdict;
        if (verdict.IsGranted)
        {
            session.Drawables.AddWindow(drawable);
        }

        return verdict;
    }

    /// <inheritdoc/>
    public bool ReplaceSurface(nint display, nuint drawable, int screen, uint config)
    {
        if (pictures.FindWindow((uint)drawable) is not PictureWindow window || window.Config == config
            || session.Drawables.FindDrawable(drawable) is not null)
        {
            return false;
        }

        _ = session.ForgetDrawable(display, drawable);
        bool isAttached = AttachWindow(display, drawable, screen, config).IsGranted;
        pictures.FindWindow((uint)drawable)?.ExpectPicturesOf(window);
        return isAttached;
    }

    /// <summary>Makes a GLX window on an X window (GLX 1.4 section 3.3.4).</summary>
    /// <param name="id">The GLX window; 0 when it was refused.</param>
    public Verdict CreateWindow(nint display, int screen, uint config, nuint window, out nuint id)
    {
        id = 0;
        Verdict verdict = ChoosePresentation(display, window, out Presentation how);
        if (!verdict.IsGranted)
        {
            return verdict;
        }

        nuint reserved = X11.ReserveId(display);
        if (how == PictureOptions.Direct)
        {
            session.Drawables.AddWindow(window);
            verdict = AskForWindow(reserved, screen, config, window);
        }
        else
        {
            verdict = AddSurface(display, (uint)reserved, window, screen, config, how);
        }

        if (!verdict.IsGranted)
        {
            X11.ReleaseId(display, reserved);
            return verdict;
        }

        id = reserved;
        session.Drawables.AddDrawable(id, new GuestDrawable(0, 0, config, Preserved: false, window));
        return verdict;
    }

    /// <summary>Makes a GLX pixmap of an X pixmap (GLX 1.4 section 3.3.5).</summary>
    /// <param name="visual">The host's visual that it is made from; 0 where it is made from an FBConfig.</param>
    /// <param name="id">The GLX pixmap, if it is granted.</param>
    public Verdict CreatePixmap(nint display, int screen, uint visual, uint config, nuint pixmap, out nuint id)
    {
        if (!_token.IsServerShared(display, screen))
        {
            return CreatePicturePixmap(display, screen, visual, config, pixmap, out id);
        }

        id = X11.ReserveId(display);
        X11.SyncDisplay(display); // the host must find the pixmap, which the program may have asked for just now
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreatePixmap.Write(
            stream.Reserve(Wire.Commands.CreatePixmap.Bytes), token, (uint)id, screen, visual, config, (uint)pixmap);
        using Reply reply = stream.AskHost(token, Opcode.CreatePixmap);
        return session.Drawables.AddIfMade(display, id, config, preserved: false, reply.Rest);
    }

    /// <summary>A GLX pixmap of an X server that the host does not draw on: a surface, whose pictures are put into the X pixmap.</summary>
    private Verdict CreatePicturePixmap(nint display, int screen, uint visual, uint config, nuint pixmap, out nuint id)
    {
        id = 0;
        if (PictureOptions.Here.Forced == PictureOptions.Direct)
        {
            ReportRefusal(TokenStatus.OtherServer, display, pixmap);
            return new Verdict(RefusalReason.Reported);
        }

        ScreenConfigs configs = session.Configs.OnScreen(display, screen);
        uint made = config != 0 ? config : configs.ConfigOfHostVisual(visual);
        uint guestVisual = configs.ConfigOfHost(made)?.GuestVisual ?? 0;
        (uint width, uint height) size = default;
        if (!XErrorTrap.RunTrapped(display, pixmap, (display, pixmap) => X11.TryGetSize(display, pixmap, out size.width, out size.height))
            || X11.FormatOfVisual(display, guestVisual) is not PixelFormat format)
        {
            return new Verdict(RefusalReason.NoPixmap, Resource: pixmap);
        }

        id = X11.ReserveId(display);
        X11.SyncDisplay(display); // our other connection must find the pixmap
        bool isMade = pictures.AddWindow(display, (uint)id, pixmap, format, screen, made, Presentation.Return, out uint answer);
        ReadOnlySpan<uint> words = isMade ? [size.width, size.height] : [answer];
        return session.Drawables.AddIfMade(display, id, made, preserved: false, MemoryMarshal.AsBytes(words));
    }

    /// <summary>Waits until the host has carried out everything, and all pictures are shown; false when a host that was lost meanwhile made
    /// them.</summary>
    private bool AwaitPictures(GuestStream stream, nuint drawable)
    {
        int generation = session.Connection.Generation;
        uint token = stream.NextToken();
        bool isVisible = pictures.IsVisible((uint)drawable);
        Wire.Commands.WaitForDisplay.Write(stream.Reserve(Wire.Commands.WaitForDisplay.Bytes), token, isVisible ? 1u : 0);
        using Reply reply = stream.AskHost(token, Opcode.WaitForDisplay);
        return pictures.AwaitPictures(reply.Rest, isOver: () => generation != session.Connection.Generation);
    }

    private Verdict AskForWindow(nuint id, int screen, uint config, nuint window)
    {
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreateWindow.Write(stream.Reserve(Wire.Commands.CreateWindow.Bytes), token, (uint)id, screen, config, (uint)window);
        using Reply reply = stream.AskHost(token, Opcode.CreateWindow);
        return Verdict.OfHost(reply.NextValue(), window);
    }

    private Verdict AddSurface(nint display, uint number, nuint window, int screen, uint config, Presentation how)
    {
        uint answer = 0;
        return how == PictureOptions.Direct
            || (X11.FormatOf(display, window) is PixelFormat format
                && pictures.AddWindow(display, number, window, format, screen, config, how, out answer))
            ? Verdict.Granted : new Verdict(RefusalReason.Host, answer, window);
    }

    /// <summary>Chooses how the pictures of a window reach the user; whether they can.</summary>
    private Verdict ChoosePresentation(nint display, nuint window, out Presentation how)
    {
        Presentation? forced = PictureOptions.Here.Forced;
        how = forced ?? Presentation.Return;
        bool isElsewhere;
        lock (_otherServers)
        {
            isElsewhere = _otherServers.Contains(display);
        }

        if (forced is Presentation.Return or Presentation.Window || (forced is null && isElsewhere))
        {
            return XErrorTrap.DrawableExists(display, window) ? Verdict.Granted : new Verdict(RefusalReason.NoWindow, Resource: window);
        }

        TokenStatus status = _token.ShowIn(display, window);
        if (status == TokenStatus.NoWindow)
        {
            return new Verdict(RefusalReason.NoWindow, Resource: window);
        }

        if (status == TokenStatus.Shared)
        {
            how = PictureOptions.Direct;
            return Verdict.Granted;
        }

        if (forced is not null || status > TokenStatus.NoConfig)
        {
            ReportRefusal(status, display, window);
            return new Verdict(RefusalReason.Reported);
        }

        lock (_otherServers)
        {
            _ = _otherServers.Add(display);
        }

        return Verdict.Granted;
    }

    private static void ReportRefusal(TokenStatus status, nint display, nuint window) => Failure.ReportLine(status switch
    {
        TokenStatus.OtherServer => $"the host does not see window 0x{window:x} of display {X11.DisplayName(display)}: it draws on another X server; "
            + "give the program the host's DISPLAY, start stub-daemon with this one, or leave VMGL_PRESENT unset",
        TokenStatus.NoConfig => $"the host has no GL configuration for the visual of window 0x{window:x}",
        _ => $"window 0x{window:x} could not be attached",
    });
}
