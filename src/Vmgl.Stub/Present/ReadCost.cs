using System.Diagnostics;

namespace Vmgl.Stub.Present;

/// <summary>The cost of reading a picture: how much longer the frames take for which one is read. Where the GPU copies by itself that is
/// next to nothing; a software renderer stands still meanwhile.</summary>
internal sealed class ReadCost
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private TimeSpan? _with;
    private TimeSpan? _without;
    private long _last;

    /// <summary>The cost; zero while it is not known, because all frames are read or none is.</summary>
    public TimeSpan Value => _with is TimeSpan with && _without is TimeSpan without && with > without ? with - without : TimeSpan.Zero;

    /// <summary>A frame has ended.</summary>
    /// <param name="now">When (<see cref="Stopwatch"/>).</param>
    /// <param name="wasRead">Whether its picture was read.</param>
    public void NoteFrame(long now, bool wasRead)
    {
        TimeSpan took = _last == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(_last, now);
        _last = now;
        if (took > s_pause)
        {
            return; // the program rested
        }

        if (wasRead)
        {
            _with = BlendDurations(_with, took);
        }
        else
        {
            _without = BlendDurations(_without, took);
        }
    }

    private static TimeSpan BlendDurations(TimeSpan? before, TimeSpan took) =>
        before is TimeSpan value ? (value * 0.875) + (took * 0.125) : took;
}
