using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Session;

/// <summary>The swaps of the program's drawables, and the clocks of the screens that they are on.</summary>
internal sealed class SwapRecords
{
    private readonly Dictionary<nuint, SwapRecord> _records = [];
    private readonly Dictionary<(nint Display, int Screen), RefreshClock> _clocks = [];

    /// <summary>Whether drawables met from now on are paced in the guest: where pictures come back, no driver of the host can.</summary>
    public bool ArePacedHere { get; set; }

    /// <summary>The record of a drawable, begun when there is none.</summary>
    public SwapRecord Of(nuint drawable)
    {
        lock (_records)
        {
            if (!_records.TryGetValue(drawable, out SwapRecord? record))
            {
                record = new SwapRecord(ArePacedHere);
                _records[drawable] = record;
            }

            return record;
        }
    }

    /// <summary>Forgets a drawable: another may get its id.</summary>
    public void Forget(nuint drawable)
    {
        lock (_records)
        {
            _ = _records.Remove(drawable);
        }
    }

    /// <summary>The clock of a screen, at the rate that the screen had when it was first asked for.</summary>
    public RefreshClock Clock(nint display, int screen)
    {
        lock (_clocks)
        {
            if (!_clocks.TryGetValue((display, screen), out RefreshClock? clock))
            {
                RefreshRate rate = XRandr.RateOf(display, screen) ?? RefreshRate.Usual;
                clock = new RefreshClock(rate, MonotonicTime.Microseconds, MonotonicTime.SleepUntil);
                _clocks[(display, screen)] = clock;
            }

            return clock;
        }
    }
}
