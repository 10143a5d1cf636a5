using Vmgl.GuestShim.Startup;

namespace Vmgl.GuestShim.Glx;

/// <summary>Refreshes and swaps, counted and waited for (GLX_SGI_video_sync, GLX_OML_sync_control). What OML_sync_control calls errors
/// are results here, as with Mesa: False, and -1 for a swap.</summary>
internal static unsafe partial class GlxCommands
{
    public static partial int GetVideoSyncSGI(uint* count)
    {
        if (CurrentClock() is not RefreshClock clock)
        {
            return GLX_BAD_CONTEXT;
        }

        *count = (uint)clock.Count;
        return 0;
    }

    /// <summary>A remainder that no count leaves would wait for ever; the extension does not forbid it, we do.</summary>
    public static partial int WaitVideoSyncSGI(int divisor, int remainder, uint* count)
    {
        if (divisor <= 0 || remainder < 0 || remainder >= divisor)
        {
            return GLX_BAD_VALUE;
        }

        if (CurrentClock() is not RefreshClock clock)
        {
            return GLX_BAD_CONTEXT;
        }

        GuestThread.Stream?.FlushBatch();
        *count = (uint)clock.WaitFor(clock.DueRefresh(0, divisor, remainder));
        return 0;
    }

    public static partial int GetSyncValuesOML(nint dpy, nuint drawable, long* ust, long* msc, long* sbc)
    {
        if (FindSwaps(dpy, drawable) is not (RefreshClock clock, SwapRecord swaps))
        {
            return 0;
        }

        GuestProcess.CurrentSession!.Connection.ReceiveAvailable();
        StoreCounts(clock, swaps, ust, msc, sbc);
        return 1;
    }

    public static partial int GetMscRateOML(nint dpy, nuint drawable, int* numerator, int* denominator)
    {
        if (FindSwaps(dpy, drawable) is not (RefreshClock clock, _))
        {
            return 0;
        }

        (*numerator, *denominator) = (clock.Rate.Numerator, clock.Rate.Denominator);
        return 1;
    }

    /// <summary>Waits here until the swap is due, instead of letting it come by itself.</summary>
    /// <returns>The swap's number: what the drawable's SBC will be once it is carried out; -1 for an error.</returns>
    public static partial long SwapBuffersMscOML(nint dpy, nuint drawable, long target_msc, long divisor, long remainder)
    {
        if (!AreCounts(target_msc, divisor, remainder) || FindSwaps(dpy, drawable) is not (RefreshClock clock, SwapRecord swaps))
        {
            return -1;
        }

        GuestStream stream = GuestThread.Stream!;
        stream.FlushBatch();
        _ = clock.WaitFor(clock.DueRefresh(target_msc, divisor, remainder));
        swaps.TakeTurn(clock);
        return SwapDrawable(GuestProcess.CurrentSession!, drawable, swaps);
    }

    public static partial int WaitForMscOML(
        nint dpy, nuint drawable, long target_msc, long divisor, long remainder, long* ust, long* msc, long* sbc)
    {
        if (!AreCounts(target_msc, divisor, remainder) || FindSwaps(dpy, drawable) is not (RefreshClock clock, SwapRecord swaps))
        {
            return 0;
        }

        GuestThread.Stream!.FlushBatch();
        _ = clock.WaitFor(clock.DueRefresh(target_msc, divisor, remainder));
        GuestProcess.CurrentSession!.Connection.ReceiveAvailable();
        StoreCounts(clock, swaps, ust, msc, sbc);
        return 1;
    }

    /// <summary>Waits until the host has carried out so many swaps of the drawable; 0: all that were asked for.</summary>
    public static partial int WaitForSbcOML(nint dpy, nuint drawable, long target_sbc, long* ust, long* msc, long* sbc)
    {
        if (target_sbc < 0 || FindSwaps(dpy, drawable) is not (RefreshClock clock, SwapRecord swaps))
        {
            return 0;
        }

        long target = target_sbc == 0 ? swaps.Asked : target_sbc;
        GuestProcess.CurrentSession!.Connection.ReceiveUntil((swaps, target), static wait => wait.swaps.Done >= wait.target);
        StoreCounts(clock, swaps, ust, msc, sbc);
        return swaps.Done >= target ? 1 : 0; // a lost connection carries out no more
    }

    private static bool AreCounts(long target, long divisor, long remainder) =>
        target >= 0 && divisor >= 0 && remainder >= 0 && (divisor == 0 || remainder < divisor);

    private static void StoreCounts(RefreshClock clock, SwapRecord swaps, long* ust, long* msc, long* sbc)
    {
        *sbc = swaps.Done;
        *msc = clock.Count;
        *ust = clock.TimeOf(*msc);
    }

    /// <summary>The clock of the screen that the current context is on; null without one and without a drawable.</summary>
    private static RefreshClock? CurrentClock() => GuestThread.Context is GuestContext context && GuestThread.Draw != 0
        ? GuestProcess.CurrentSession?.Swaps.ClockOf(context.Display, context.Description.Screen)
        : null;

    /// <summary>The clock and the swaps of a drawable; null without a current context and for a drawable that GLX does not know.</summary>
    private static (RefreshClock Clock, SwapRecord Swaps)? FindSwaps(nint display, nuint drawable) =>
        GuestThread.Context is GuestContext context && GuestProcess.CurrentSession is GuestSession session
            && session.Drawables.IsKnown(drawable)
            ? (session.Swaps.ClockOf(display, context.Description.Screen), session.Swaps.RecordOf(drawable))
            : null;
}
