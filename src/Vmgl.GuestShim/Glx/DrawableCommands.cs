using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Windows, swaps and waiting (GLX 1.4 sections 3.3.4 to 3.3.10, swap-control extensions).</summary>
internal static unsafe partial class GlxCommands
{
    /// <summary>The interval last asked for; GLX starts at 1, MESA's getter says so too.</summary>
    private static int s_interval = 1;

    public static partial nuint CreateWindow(nint dpy, nint config, nuint win, int* attrib_list) =>
        GlxSession.Current is GlxSession session && session.Config(config) is (ScreenConfigs screen, GuestConfig found)
            ? session.Drawables.CreateWindow(dpy, screen.Screen, found.Host.Id, win)
            : 0;

    public static partial void DestroyWindow(nint dpy, nuint win) => GlxSession.Current?.Forget(dpy, win);

    public static partial nuint CreatePixmap(nint dpy, nint config, nuint pixmap, int* attrib_list) =>
        GlxSession.Current is GlxSession session && session.Config(config) is (ScreenConfigs screen, GuestConfig found)
            ? session.Drawables.CreatePixmap(dpy, screen.Screen, 0, found.Host.Id, pixmap)
            : 0;

    public static partial nuint CreateGLXPixmap(nint dpy, nint visual, nuint pixmap)
    {
        var info = (XVisualInfo*)visual;
        return GlxSession.Current is GlxSession session && session.Screen(dpy, info->Screen).HostVisual((uint)info->VisualId) is HostVisual host
            ? session.Drawables.CreatePixmap(dpy, info->Screen, host.Id, 0, pixmap)
            : 0;
    }

    public static partial void DestroyPixmap(nint dpy, nuint pixmap) => GlxSession.Current?.Forget(dpy, pixmap);

    public static partial void DestroyGLXPixmap(nint dpy, nuint pixmap) => GlxSession.Current?.Forget(dpy, pixmap);

    public static partial nuint CreatePbuffer(nint dpy, nint config, int* attrib_list) =>
        GlxSession.Current is GlxSession session && session.Config(config) is (ScreenConfigs screen, GuestConfig found)
            ? session.Drawables.CreatePbuffer(dpy, screen.Screen, found.Host.Id, AttributeLists.OfPairs(attrib_list))
            : 0;

    public static partial void DestroyPbuffer(nint dpy, nuint pbuf) => GlxSession.Current?.Forget(dpy, pbuf);

    public static partial void SelectEvent(nint dpy, nuint draw, nuint event_mask) =>
        GlxSession.Current?.Drawables.SetEventMask(draw, event_mask);

    public static partial void GetSelectedEvent(nint dpy, nuint draw, nuint* event_mask) =>
        *event_mask = GlxSession.Current?.Drawables.EventMask(draw) ?? 0;

    public static partial void SwapBuffers(nint dpy, nuint drawable)
    {
        if (drawable != 0 && GlxSession.Current is GlxSession session)
        {
            session.Stream.Swap((uint)drawable);
        }
    }

    public static partial void WaitGL()
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.WaitForDisplay.Write(stream.Reserve(Wire.Commands.WaitForDisplay.Bytes), token);
            stream.Ask(token, Opcode.WaitForDisplay).Dispose();
        }
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
        GuestDrawable? made = GlxSession.Current?.Drawables.Made(draw);
        nuint window = made is null ? draw : made.Window;
        uint? answer = attribute switch
        {
            GlxConstants.Width => made is { Window: 0 } ? made.Width : X11.TryGetSize(dpy, window, out uint width, out _) ? width : null,
            GlxConstants.Height => made is { Window: 0 } ? made.Height : X11.TryGetSize(dpy, window, out _, out uint height) ? height : null,
            GlxConstants.PreservedContents => made is { Preserved: true } ? 1u : 0,
            GlxConstants.LargestPbuffer => 0,
            GlxConstants.EventMask => (uint?)GlxSession.Current?.Drawables.EventMask(draw),
            GlxAttributes.FbconfigId => made?.Config ?? GuestThread.Context?.Description.Config,
            GlxConstants.SwapInterval => (uint)s_interval,
            GlxConstants.MaxSwapInterval => int.MaxValue,
            _ => null,
        };
        *value = answer ?? *value;
    }

    public static partial void SwapIntervalEXT(nint dpy, nuint drawable, int interval) => SetInterval((uint)drawable, interval);

    public static partial int SwapIntervalMESA(uint interval) =>
        interval > int.MaxValue ? GlxConstants.BadValue : SetInterval((uint)GuestThread.Draw, (int)interval);

    public static partial int GetSwapIntervalMESA() => s_interval;

    public static partial int SwapIntervalSGI(int interval) =>
        interval <= 0 ? GlxConstants.BadValue : SetInterval((uint)GuestThread.Draw, interval);

    private static int SetInterval(uint drawable, int interval)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return GlxConstants.BadContext;
        }

        s_interval = interval;
        Wire.Commands.SwapInterval.Write(stream.Reserve(Wire.Commands.SwapInterval.Bytes), drawable, interval);
        return 0;
    }
}
