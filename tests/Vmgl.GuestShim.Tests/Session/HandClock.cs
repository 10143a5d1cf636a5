using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Session;

namespace Vmgl.GuestShim.Tests.Session;

/// <summary>A clock that stands still until somebody sleeps by it.</summary>
internal sealed class HandClock
{
    public const long Second = 1_000_000;

    /// <summary>Microseconds.</summary>
    public long Now { get; set; }

    /// <summary>How often somebody slept.</summary>
    public int Sleeps { get; private set; }

    /// <summary>How much too early each sleep ends, as signals make it; each next sleep half as much.</summary>
    public long WakesEarlyBy { get; set; }

    public RefreshClock At(RefreshRate rate) => new(rate, () => Now, SleepUntil);

    private void SleepUntil(long time)
    {
        Sleeps++;
        Now = time - WakesEarlyBy;
        WakesEarlyBy /= 2;
    }
}
