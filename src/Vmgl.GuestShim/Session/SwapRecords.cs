using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Session;

/// <summary>The swaps of the program's drawables, and the clocks of the screens that they are on.</summary>
internal sealed class SwapRecords
{
    private readonly LockedTable<nuint, SwapRecord> _records;
    private readonly LockedTable<(nint Display, int Screen), RefreshClock> _clocks = new(MakeClock);

    public SwapRecords()
    {
        _records = new(_ => new SwapRecord(ArePacedHere));
    }

    /// <summary>Whether drawables met from now on are paced in the guest: where pictures come back, no driver of the host can.</summary>
    public bool ArePacedHere { get; set; }

    /// <summary>The record of a drawable, begun when there is none.</summary>
    public SwapRecord RecordOf(nuint drawable) => _records.FindOrMake(drawable);

    /// <summary>Forgets a drawable: another may get its id.</summary>
    public void ForgetDrawable(nuint drawable) => _records.Remove(drawable);

    /// <summary>The clock of a screen, at the rate that the screen had when it was first asked for.</summary>
    public RefreshClock ClockOf(nint display, int screen) => _clocks.FindOrMake((display, screen));

    private static RefreshClock MakeClock((nint Display, int Screen) screen) =>
        new(XRandr.RateOf(screen.Display, screen.Screen) ?? RefreshRate.Usual, MonotonicTime.NowInMicroseconds, MonotonicTime.SleepUntil);
}
