using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.GuestShim.Startup;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Windows, swaps and waiting (GLX 1.4 sections 3.3.4 to 3.3.10).</summary>
internal static unsafe partial class GlxCommands
{
    public static partial nuint CreateWindow(nint dpy, nint config, nuint win, int* attrib_list) =>
        FindConfig(dpy, config, GlxRequest.CreateWindow, out _) is (ScreenConfigs screen, GuestConfig found)
            ? IdIfGranted(dpy, GuestProcess.Current!.Windows.CreateWindow(dpy, screen.Screen, found.Host.Id, win, out nuint id),
            GlxRequest.CreateWindow, id)
            : 0;

    public static partial void DestroyWindow(nint dpy, nuint win) =>
        DestroyDrawable(dpy, win, GlxErrors.BadWindow, GlxRequest.DestroyWindow);

    public static partial nuint CreatePixmap(nint dpy, nint config, nuint pixmap, int* attrib_list) =>
        FindConfig(dpy, config, GlxRequest.CreatePixmap, out _) is (ScreenConfigs screen, GuestConfig found)
            ? IdIfGranted(dpy, GuestProcess.Current!.Windows.CreatePixmap(dpy, screen.Screen, 0, found.Host.Id, pixmap, out nuint id),
            GlxRequest.CreatePixmap, id)
            : 0;

    public static partial nuint CreateGLXPixmap(nint dpy, nint visual, nuint pixmap)
    {
        var info = (XVisualInfo*)visual;
        return GuestProcess.CurrentSession is GuestSession session
            && session.Configs.OnScreen(dpy, info->Screen).HostVisual((uint)info->VisualId) is HostVisual host
            ? IdIfGranted(dpy, GuestProcess.Current!.Windows.CreatePixmap(dpy, info->Screen, host.Id, 0, pixmap, out nuint id),
                GlxRequest.CreatePixmap, id)
            : 0;
    }

    public static partial void DestroyPixmap(nint dpy, nuint pixmap) =>
        DestroyDrawable(dpy, pixmap, GlxErrors.BadPixmap, GlxRequest.DestroyPixmap);

    public static partial void DestroyGLXPixmap(nint dpy, nuint pixmap) =>
        DestroyDrawable(dpy, pixmap, GlxErrors.BadPixmap, GlxRequest.DestroyGlxPixmap);

    public static partial nuint CreatePbuffer(nint dpy, nint config, int* attrib_list) =>
        FindConfig(dpy, config, GlxRequest.CreatePbuffer, out GuestSession? session) is (ScreenConfigs screen, GuestConfig found)
            ? MakePbuffer(session!, dpy, screen.Screen, found.Host.Id, AttributeLists.OfPairs(attrib_list))
            : 0;

    private static nuint MakePbuffer(GuestSession session, nint display, int screen, uint config, ReadOnlySpan<int> attributes)
    {
        bool preserved = true; // GLX 1.4 section 3.3.6: the default
        for (int i = 0; i + 1 < attributes.Length; i += 2)
        {
            preserved = attributes[i] == GLX_PRESERVED_CONTENTS ? attributes[i + 1] != 0 : preserved;
        }

        Verdict verdict = session.Drawables.CreatePbuffer(display, screen, config, attributes, preserved, out nuint id);
        return IdIfGranted(display, verdict, GlxRequest.CreatePbuffer, id);
    }

    /// <summary>The id of what was granted; 0, and an X error raised, when it was refused.</summary>
    private static nuint IdIfGranted(nint display, Verdict verdict, GlxRequest request, nuint id)
    {
        GlxErrors.RaiseError(display, verdict, request);
        return verdict.IsGranted ? id : 0;
    }

    public static partial void DestroyPbuffer(nint dpy, nuint pbuf) =>
        DestroyDrawable(dpy, pbuf, GlxErrors.BadPbuffer, GlxRequest.DestroyPbuffer);

    public static partial void SelectEvent(nint dpy, nuint draw, nuint event_mask)
    {
        if (GuestProcess.CurrentSession is GuestSession session && IsDrawable(session, dpy, draw, GlxRequest.ChangeDrawableAttributes))
        {
            session.Drawables.SetEventMask(draw, event_mask);
        }
    }

    public static partial void GetSelectedEvent(nint dpy, nuint draw, nuint* event_mask) =>
        *event_mask = GuestProcess.CurrentSession?.Drawables.EventMask(draw) ?? 0;

    public static partial void SwapBuffers(nint dpy, nuint drawable)
    {
        if (drawable != 0 && GuestProcess.CurrentSession is GuestSession session
            && IsDrawable(session, dpy, drawable, GlxRequest.SwapBuffers))
        {
            SwapRecord swaps = session.Swaps.RecordOf(drawable);
            if (swaps.IsPacedHere)
            {
                session.Stream.FlushBatch(); // the host draws meanwhile
                swaps.AwaitTurn(session.Swaps.ClockOf(dpy, GuestThread.Context?.Description.Screen ?? 0));
            }

            _ = SwapDrawable(session, drawable, swaps);
        }
    }

    /// <summary>Swaps; a surface then has the size that its window has now. The swap's number.</summary>
    private static long SwapDrawable(GuestSession session, nuint drawable, SwapRecord swaps)
    {
        long number = session.Stream.SwapBuffers((uint)drawable, swaps);
        if (GuestProcess.Current!.Pictures.FindWindow((uint)drawable) is PictureWindow window)
        {
            window.IsLookedAt = false;
            GuestProcess.Current!.Pictures.FollowSize(session.Stream, (uint)drawable, ask: false);
        }

        return number;
    }

    public static partial void WaitGL() => GuestThread.WaitForDisplay();

    public static partial void WaitX()
    {
        if (GuestThread.Context is GuestContext context)
        {
            X11.SyncDisplay(context.Display);
        }
    }

    public static partial void QueryDrawable(nint dpy, nuint draw, int attribute, uint* value)
    {
        if (GuestProcess.CurrentSession is not GuestSession session || !IsDrawable(session, dpy, draw, GlxRequest.GetDrawableAttributes))
        {
            return;
        }

        GuestDrawable? made = session.Drawables.FindDrawable(draw);
        nuint window = made is null ? draw : made.Window;
        uint? answer = attribute switch
        {
            GLX_WIDTH => made is { Window: 0 } ? made.Width : X11.TryGetSize(dpy, window, out uint width, out _) ? width : null,
            GLX_HEIGHT => made is { Window: 0 } ? made.Height : X11.TryGetSize(dpy, window, out _, out uint height) ? height : null,
            GLX_PRESERVED_CONTENTS => made is { Preserved: true } ? 1u : 0,
            GLX_LARGEST_PBUFFER => 0,
            GLX_EVENT_MASK => (uint)session.Drawables.EventMask(draw),
            GLX_FBCONFIG_ID => made?.Config ?? session.Configs.OnScreen(dpy, 0).ConfigOfVisual(X11.VisualOf(dpy, draw)),
            _ => QueryInterval(session, draw, attribute),
        };
        *value = answer ?? *value;
    }

    private static void DestroyDrawable(nint display, nuint drawable, byte error, GlxRequest request)
    {
        if (GuestProcess.CurrentSession is not GuestSession session)
        {
            return;
        }

        // The X server destroys a GLX window together with the window below it (GLX 1.4 section 3.3.4).
        bool isGone = session.Drawables.FindDrawable(drawable) is { Window: not 0 and nuint window }
            && !XErrorTrap.DrawableExists(display, window);
        session.Swaps.ForgetDrawable(drawable);
        if (!session.ForgetDrawable(display, drawable) || isGone)
        {
            GlxErrors.RaiseError(display, error, request, drawable);
        }
    }

    /// <summary>Whether a drawable is known here or is at least a window of the X server; raises GLXBadDrawable when not.</summary>
    private static bool IsDrawable(GuestSession session, nint display, nuint drawable, GlxRequest request)
    {
        bool exists = session.Drawables.IsKnown(drawable)
            || XErrorTrap.DrawableExists(display, drawable);
        if (!exists)
        {
            GlxErrors.RaiseError(display, GlxErrors.BadDrawable, request, drawable);
        }

        return exists;
    }
}
