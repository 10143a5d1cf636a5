namespace Vmgl.Cli.Daemon;

/// <summary>Notices by the clocks that this machine stood still: it was suspended, or saved and restored. CLOCK_BOOTTIME went on,
/// CLOCK_MONOTONIC did not.</summary>
internal sealed class StandstillWatch(Func<TimeSpan> readMonotonic, Func<TimeSpan> readBootTime)
{
    /// <summary>The clocks cannot be read at one time: what lies between two readings is not known better than this.</summary>
    private static readonly TimeSpan s_blur = TimeSpan.FromMilliseconds(10);

    /// <summary>A machine that was saved stood still for longer.</summary>
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(50);

    private TimeSpan? _apart;

    /// <summary>The time that the machine stood still since the previous call; zero if it did not.</summary>
    public TimeSpan MeasureStandstill()
    {
        TimeSpan before = readMonotonic();
        TimeSpan boot = readBootTime();
        if (readMonotonic() - before > s_blur)
        {
            return TimeSpan.Zero; // interrupted between the readings; the next call sees it
        }

        TimeSpan apart = boot - before;
        TimeSpan grown = apart - (_apart ?? apart);
        _apart = grown > s_least || _apart is null ? apart : _apart;
        return grown > s_least ? grown : TimeSpan.Zero;
    }
}
