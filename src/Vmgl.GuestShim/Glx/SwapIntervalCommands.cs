namespace Vmgl.GuestShim.Glx;

/// <summary>How many refreshes a drawable's swaps are apart (GLX_EXT_swap_control, GLX_EXT_swap_control_tear, GLX_MESA_swap_control,
/// GLX_SGI_swap_control). MESA's and SGI's mean the current drawable.</summary>
internal static unsafe partial class GlxCommands
{
    private const string LateSwapsTear = "GLX_EXT_swap_control_tear";

    /// <summary>A drawable that GLX does not know, and one that is no window, is a BadWindow; where late swaps may not tear, a
    /// negative interval is a BadValue. Both are X errors that no request causes.</summary>
    public static partial void SwapIntervalEXT(nint dpy, nuint drawable, int interval)
    {
        if (GlxSession.Current is not GlxSession session)
        {
            return;
        }

        if (!session.Drawables.IsKnown(drawable) || session.Drawables.Made(drawable) is { Window: 0 })
        {
            GlxErrors.RaiseCore(dpy, GlxErrors.CoreBadWindow, GlxRequest.None, drawable);
        }
        else if (interval < 0 && !session.HostExtensions.Contains(LateSwapsTear))
        {
            GlxErrors.RaiseCore(dpy, GlxErrors.CoreBadValue, GlxRequest.None, (nuint)interval);
        }
        else
        {
            SetInterval(session, session.Stream, drawable, interval);
        }
    }

    public static partial int SwapIntervalMESA(uint interval) =>
        interval > int.MaxValue ? GlxConstants.BadValue : SetCurrentInterval((int)interval);

    public static partial int GetSwapIntervalMESA() =>
        GuestThread.Context is null || GuestThread.Draw == 0 ? 0 : GlxSession.Current?.Swaps.Of(GuestThread.Draw).Interval ?? 0;

    public static partial int SwapIntervalSGI(int interval) =>
        GuestThread.Context is null ? GlxConstants.BadContext
        : interval <= 0 ? GlxConstants.BadValue
        : SetCurrentInterval(interval);

    /// <summary>What glXQueryDrawable answers; null when it is asked something else.</summary>
    private static uint? QueryInterval(GlxSession session, nuint drawable, int attribute) => attribute switch
    {
        GlxConstants.SwapInterval => (uint)Math.Abs((long)session.Swaps.Of(drawable).Interval),
        GlxConstants.MaxSwapInterval => int.MaxValue,
        GlxConstants.LateSwapsTear => session.Swaps.Of(drawable).Interval < 0 ? 1u : 0,
        _ => null,
    };

    private static int SetCurrentInterval(int interval)
    {
        if (GuestThread.Stream is not GuestStream stream || GlxSession.Current is not GlxSession session)
        {
            return GlxConstants.BadContext;
        }

        if (GuestThread.Draw != 0)
        {
            SetInterval(session, stream, GuestThread.Draw, interval);
        }

        return 0;
    }

    private static void SetInterval(GlxSession session, GuestStream stream, nuint drawable, int interval)
    {
        SwapRecord record = session.Swaps.Of(drawable);
        record.Interval = interval;
        if (!record.IsPacedHere)
        {
            Wire.Commands.SwapInterval.Write(stream.Reserve(Wire.Commands.SwapInterval.Bytes), (uint)drawable, interval);
        }
    }
}
