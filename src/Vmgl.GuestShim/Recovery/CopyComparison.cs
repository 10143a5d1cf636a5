using System.Diagnostics;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Compares the mirror's contents of buffers with the copies that the guest has anyway, so that contents are not kept twice for
/// long.</summary>
internal sealed class CopyComparison(GuestSession session, KeptSession kept)
{
    /// <summary>The time between two comparisons: they are quick, yet not quick enough for every frame.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Whether it is time to compare.</summary>
    public bool IsDue => kept.HasUncompared && Stopwatch.GetElapsedTime(_last) >= s_pause;

    /// <summary>How long until it is time to compare; zero when nothing was folded.</summary>
    public TimeSpan TimeLeft =>
        kept.HasUncompared ? TimeSpan.FromMilliseconds(Math.Max(1, (s_pause - Stopwatch.GetElapsedTime(_last)).TotalMilliseconds))
            : TimeSpan.Zero;

    /// <summary>Compares, and has the guest lend its copies for contents that are the same.</summary>
    public void CompareCopies()
    {
        _last = Stopwatch.GetTimestamp();
        lock (kept.Folding)
        {
            kept.HasUncompared = kept.Mirror.ReleaseLentContents((context, name) => session.Contexts.BuffersOf(context)?.FindShadow(name));
        }
    }
}
