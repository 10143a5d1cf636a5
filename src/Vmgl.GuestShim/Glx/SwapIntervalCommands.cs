using Vmgl.GuestShim.Startup;

namespace Vmgl.GuestShim.Glx;

/// <summary>How many refreshes a drawable's swaps are apart (GLX_EXT_swap_control, GLX_EXT_swap_control_tear, GLX_MESA_swap_control,
/// GLX_SGI_swap_control). MESA's and SGI's mean the current drawable.</summary>
internal static unsafe partial class GlxCommands
{
    private const string LateSwapsTear = "GLX_EXT_swap_control_tear";

    /// <summary>A drawable that GLX does not know, and one that is not a window, is a BadWindow; where late swaps may not tear, a
    /// negative interval is a BadValue. Both are X errors that no request causes.</summary>
    public static partial void SwapIntervalEXT(nint dpy, nuint drawable, int interval)
    {
        if (GuestProcess.CurrentSession is not GuestSession session)
        {
            return;
        }

        if (!session.Drawables.IsKnown(drawable) || session.Drawables.FindDrawable(drawable) is { Window: 0 })
        {
            GlxErrors.RaiseCore(dpy, GlxErrors.CoreBadWindow, GlxRequest.None, drawable);
        }
        else if (interval < 0 && !HostExtensions.ExtensionsOf(session).Contains(LateSwapsTear))
        {
            GlxErrors.RaiseCore(dpy, GlxErrors.CoreBadValue, GlxRequest.None, (nuint)interval);
        }
        else
        {
            SetInterval(session, session.Stream, drawable, interval);
        }
    }

    public static partial int SwapIntervalMESA(uint interval) =>
        interval > int.MaxValue ? GLX_BAD_VALUE : SetCurrentInterval((int)interval);

    public static partial int GetSwapIntervalMESA() =>
        GuestThread.Context is null || GuestThread.Draw == 0 ? 0 : GuestProcess.CurrentSession?.Swaps.RecordOf(GuestThread.Draw).Interval
            ?? 0;

    public static partial int SwapIntervalSGI(int interval) =>
        GuestThread.Context is null ? GLX_BAD_CONTEXT
        : interval <= 0 ? GLX_BAD_VALUE
        : SetCurrentInterval(interval);

    /// <summary>The answer of glXQueryDrawable; null for an attribute of something else.</summary>
    private static uint? QueryInterval(GuestSession session, nuint drawable, int attribute) => attribute switch
    {
        GLX_SWAP_INTERVAL_EXT => (uint)Math.Abs((long)session.Swaps.RecordOf(drawable).Interval),
        GLX_MAX_SWAP_INTERVAL_EXT => int.MaxValue,
        GLX_LATE_SWAPS_TEAR_EXT => session.Swaps.RecordOf(drawable).Interval < 0 ? 1u : 0,
        _ => null,
    };

    private static int SetCurrentInterval(int interval)
    {
        if (GuestThread.Stream is not GuestStream stream || GuestProcess.CurrentSession is not GuestSession session)
        {
            return GLX_BAD_CONTEXT;
        }

        if (GuestThread.Draw != 0)
        {
            SetInterval(session, stream, GuestThread.Draw, interval);
        }

        return 0;
    }

    private static void SetInterval(GuestSession session, GuestStream stream, nuint drawable, int interval)
    {
        SwapRecord record = session.Swaps.RecordOf(drawable);
        record.Interval = interval;
        if (!record.IsPacedHere)
        {
            Wire.Commands.SwapInterval.Write(stream.Reserve(Wire.Commands.SwapInterval.Bytes), (uint)drawable, interval);
        }
    }
}
