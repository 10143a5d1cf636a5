using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Windows, swaps and waiting (GLX 1.4 sections 3.3.4 to 3.3.10, swap-control extensions).</summary>
internal static unsafe partial class GlxCommands
{
    /// <summary>The interval last asked for; GLX starts at 1, MESA's getter says so too.</summary>
    private static int s_interval = 1;

    /// <summary>A GLXWindow is known by its window's XID: the two can then be mixed, as Mesa allows.</summary>
    public static partial nuint CreateWindow(nint dpy, nint config, nuint win, int* attrib_list) =>
        GlxSession.Current?.Config(config) is null ? 0 : win;

    public static partial void DestroyWindow(nint dpy, nuint win) => GlxSession.Current?.Forget(win);

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
        switch (attribute)
        {
            case GlxConstants.Width when X11.TryGetSize(dpy, draw, out uint width, out _): *value = width; break;
            case GlxConstants.Height when X11.TryGetSize(dpy, draw, out _, out uint height): *value = height; break;
            case GlxConstants.PreservedContents or GlxConstants.LargestPbuffer: *value = 0; break;
            case GlxAttributes.FbconfigId: *value = GuestThread.Context?.Description.Config ?? 0; break;
            case GlxConstants.SwapInterval: *value = (uint)s_interval; break;
            case GlxConstants.MaxSwapInterval: *value = int.MaxValue; break;
            default: break;
        }
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
