using System.Diagnostics;

namespace Vmgl.GuestShim.Survival;

/// <summary>Contents that the guest has anyway are not kept twice for long.</summary>
internal sealed partial class Survivor
{
    /// <summary>Comparing is quick, yet not for every frame.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(1);

    private long _lastSettling = Stopwatch.GetTimestamp();

    /// <summary>Whether something was folded since that might have contents to give up.</summary>
    private volatile bool _isUnsettled;

    /// <summary>How long until contents are compared; zero when nothing was folded.</summary>
    private TimeSpan UntilSettling() =>
        _isUnsettled ? TimeSpan.FromMilliseconds(Math.Max(1, (s_settling - Stopwatch.GetElapsedTime(_lastSettling)).TotalMilliseconds)) : TimeSpan.Zero;

    /// <summary>The sooner of two times to come; zero is never.</summary>
    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) =>
        one == TimeSpan.Zero ? other : other == TimeSpan.Zero || one < other ? one : other;

    private void Settle()
    {
        _lastSettling = Stopwatch.GetTimestamp();
        lock (_folding)
        {
            _isUnsettled = Mirror.Settle((context, name) => Session?.BuffersOf(context)?.Find(name));
        }
    }
}
