using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Session;

/// <summary>The refreshes of a screen as the guest counts them by its own clock: no vertical blank is near. Counted from the start of
/// CLOCK_MONOTONIC, so that all programs of a machine see the same count.</summary>
/// <param name="now">Microseconds of the clock: GLX_OML_sync_control's UST.</param>
/// <param name="sleepUntil">Sleeps until the clock shows so many microseconds, or wakes before.</param>
internal sealed class RefreshClock(RefreshRate rate, Func<long> now, Action<long> sleepUntil)
{
    private const long Second = 1_000_000;

    public RefreshRate Rate => rate;

    /// <summary>Refreshes so far: GLX_OML_sync_control's MSC.</summary>
    public long Count => (long)((Int128)now() * rate.Numerator / ((Int128)rate.Denominator * Second));

    /// <summary>When a refresh begins: the first microsecond that counts it.</summary>
    public long TimeOf(long count)
    {
        Int128 seconds = (Int128)count * rate.Denominator * Second;
        Int128 time = (seconds + rate.Numerator - 1) / rate.Numerator;
        return time > long.MaxValue ? long.MaxValue : (long)time;
    }

    /// <summary>Waits for a refresh; the count then, which may be greater.</summary>
    public long WaitFor(long count)
    {
        long reached = Count;
        for (; reached < count; reached = Count)
        {
            sleepUntil(TimeOf(count));
        }

        return reached;
    }

    /// <summary>The refresh that GLX_OML_sync_control's waits and swaps mean: <paramref name="target"/> while it is still to come; then at
    /// once, or, with a divisor, the next that leaves the remainder.</summary>
    public long DueRefresh(long target, long divisor, long remainder)
    {
        long count = Count;
        if (count < target || divisor == 0)
        {
            return Math.Max(count, target);
        }

        long due = count - (count % divisor) + remainder;
        return due > count ? due : due + divisor;
    }
}
