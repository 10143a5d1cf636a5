using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Windows, swaps and waiting (GLX 1.4 sections 3.3.4 to 3.3.10).</summary>
internal static unsafe partial class GlxCommands
{
    public static partial nuint CreateWindow(nint dpy, nint config, nuint win, int* attrib_list) =>
        FindConfig(dpy, config, GlxRequest.CreateWindow, out GlxSession? session) is (ScreenConfigs screen, GuestConfig found)
            ? session!.Drawables.CreateWindow(dpy, screen.Screen, found.Host.Id, win)
            : 0;

    public static partial void DestroyWindow(nint dpy, nuint win) => Destroy(dpy, win, GlxErrors.BadWindow, GlxRequest.DestroyWindow);

    public static partial nuint CreatePixmap(nint dpy, nint config, nuint pixmap, int* attrib_list) =>
        FindConfig(dpy, config, GlxRequest.CreatePixmap, out GlxSession? session) is (ScreenConfigs screen, GuestConfig found)
            ? session!.Drawables.CreatePixmap(dpy, screen.Screen, 0, found.Host.Id, pixmap)
            : 0;

    public static partial nuint CreateGLXPixmap(nint dpy, nint visual, nuint pixmap)
    {
        var info = (XVisualInfo*)visual;
        return GlxSession.Current is GlxSession session && session.Screen(dpy, info->Screen).HostVisual((uint)info->VisualId) is HostVisual host
            ? session.Drawables.CreatePixmap(dpy, info->Screen, host.Id, 0, pixmap)
            : 0;
    }

    public static partial void DestroyPixmap(nint dpy, nuint pixmap) => Destroy(dpy, pixmap, GlxErrors.BadPixmap, GlxRequest.DestroyPixmap);

    public static partial void DestroyGLXPixmap(nint dpy, nuint pixmap) => Destroy(dpy, pixmap, GlxErrors.BadPixmap, GlxRequest.DestroyGlxPixmap);

    public static partial nuint CreatePbuffer(nint dpy, nint config, int* attrib_list) =>
        FindConfig(dpy, config, GlxRequest.CreatePbuffer, out GlxSession? session) is (ScreenConfigs screen, GuestConfig found)
            ? session!.Drawables.CreatePbuffer(dpy, screen.Screen, found.Host.Id, AttributeLists.OfPairs(attrib_list))
            : 0;

    public static partial void DestroyPbuffer(nint dpy, nuint pbuf) => Destroy(dpy, pbuf, GlxErrors.BadPbuffer, GlxRequest.DestroyPbuffer);

    public static partial void SelectEvent(nint dpy, nuint draw, nuint event_mask)
    {
        if (GlxSession.Current is GlxSession session && IsDrawable(session, dpy, draw, GlxRequest.ChangeDrawableAttributes))
        {
            session.Drawables.SetEventMask(draw, event_mask);
        }
    }

    public static partial void GetSelectedEvent(nint dpy, nuint draw, nuint* event_mask) =>
        *event_mask = GlxSession.Current?.Drawables.EventMask(draw) ?? 0;

    public static partial void SwapBuffers(nint dpy, nuint drawable)
    {
        if (drawable != 0 && GlxSession.Current is GlxSession session && IsDrawable(session, dpy, drawable, GlxRequest.SwapBuffers))
        {
            SwapRecord swaps = session.Swaps.Of(drawable);
            if (swaps.IsPacedHere)
            {
                session.Stream.Flush(); // the host draws meanwhile
                swaps.AwaitTurn(session.Swaps.Clock(dpy, GuestThread.Context?.Description.Screen ?? 0));
            }

            _ = Swap(session, drawable, swaps);
        }
    }

    /// <summary>Swaps; a surface then has the size that its window has now. The swap's number.</summary>
    private static long Swap(GlxSession session, nuint drawable, SwapRecord swaps)
    {
        long number = session.Stream.Swap((uint)drawable, swaps);
        if (session.Pictures.Find((uint)drawable) is PictureWindow window)
        {
            window.IsLookedAt = false;
            session.Pictures.Follow(session.Stream, (uint)drawable, ask: false);
        }

        return number;
    }

    public static partial void WaitGL()
    {
        if (GuestThread.Stream is not GuestStream stream || GlxSession.Current is not GlxSession session)
        {
            return;
        }

        int generation;
        do
        {
            generation = session.Connection.Generation;
        }
        while (!AwaitPictures(stream, session) && (generation != session.Connection.Generation || session.Pictures.IsSessionEnding));
    }

    /// <summary>Waits until the host has carried out everything, and all pictures are shown; false when a host that was lost meanwhile made them.</summary>
    private static bool AwaitPictures(GuestStream stream, GlxSession session)
    {
        int generation = session.Connection.Generation;
        uint token = stream.NextToken();
        bool isVisible = session.Pictures.IsVisible((uint)GuestThread.Draw);
        Wire.Commands.WaitForDisplay.Write(stream.Reserve(Wire.Commands.WaitForDisplay.Bytes), token, isVisible ? 1u : 0);
        using Reply reply = stream.Ask(token, Opcode.WaitForDisplay);
        return session.Pictures.Await(reply.Rest, isOver: () => generation != session.Connection.Generation);
    }

    public static partial void WaitX()
    {
        if (GuestThread.Context is GuestContext context)
        {
            X11.Sync(context.Display);
        }
    }

    public static partial void QueryDrawable(nint dpy, nuint draw, int attribute, uint* value)
    {
        if (GlxSession.Current is not GlxSession session || !IsDrawable(session, dpy, draw, GlxRequest.GetDrawableAttributes))
        {
            return;
        }

        GuestDrawable? made = session.Drawables.Made(draw);
        nuint window = made is null ? draw : made.Window;
        uint? answer = attribute switch
        {
            GlxConstants.Width => made is { Window: 0 } ? made.Width : X11.TryGetSize(dpy, window, out uint width, out _) ? width : null,
            GlxConstants.Height => made is { Window: 0 } ? made.Height : X11.TryGetSize(dpy, window, out _, out uint height) ? height : null,
            GlxConstants.PreservedContents => made is { Preserved: true } ? 1u : 0,
            GlxConstants.LargestPbuffer => 0,
            GlxConstants.EventMask => (uint)session.Drawables.EventMask(draw),
            GlxAttributes.FbconfigId => made?.Config ?? session.Screen(dpy, 0).ConfigOfVisual(X11.VisualOf(dpy, draw)),
            _ => QueryInterval(session, draw, attribute),
        };
        *value = answer ?? *value;
    }

    private static void Destroy(nint display, nuint drawable, byte error, GlxRequest request)
    {
        if (GlxSession.Current is not GlxSession session)
        {
            return;
        }

        // The X server destroys a GLX window together with the window below it (GLX 1.4 section 3.3.4).
        bool isGone = session.Drawables.Made(drawable) is { Window: not 0 and nuint window }
            && !GlxErrors.WithoutErrors(display, static (display, window) => X11.TryGetSize(display, window, out _, out _), window);
        session.Swaps.Forget(drawable);
        if (!session.Forget(display, drawable) || isGone)
        {
            GlxErrors.Raise(display, error, request, drawable);
        }
    }

    /// <summary>Whether a drawable is known here or is at least a window of the X server; raises GLXBadDrawable when not.</summary>
    private static bool IsDrawable(GlxSession session, nint display, nuint drawable, GlxRequest request)
    {
        bool exists = session.Drawables.IsKnown(drawable)
            || GlxErrors.WithoutErrors(display, static (display, drawable) => X11.TryGetSize(display, drawable, out _, out _), drawable);
        if (!exists)
        {
            GlxErrors.Raise(display, GlxErrors.BadDrawable, request, drawable);
        }

        return exists;
    }
}
