using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Session;

namespace Vmgl.GuestShim.Tests.Session;

/// <summary>Programs that are held to their swap interval.</summary>
public sealed class FramePacerTests
{
    private readonly HandClock _hands = new() { Now = HandClock.Second };
    private readonly SwapRecord _swaps = new(isPacedHere: true);
    private readonly RefreshClock _clock;

    public FramePacerTests() => _clock = _hands.At(new RefreshRate(60, 1));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(-3, 180)]
    public void Swaps_AreTheIntervalApart(int interval, int refreshes)
    {
        _swaps.Interval = interval;
        long first = Swap();

        for (int i = 0; i < 60; i++)
        {
            Swap();
        }

        Assert.Equal(refreshes, _clock.Count - first);
    }

    [Fact]
    public void IntervalOfZero_DoesNotWait()
    {
        _swaps.Interval = 0;

        Assert.Equal([60, 60, 60], [Swap(), Swap(), Swap()]);
        Assert.Equal(0, _hands.Sleeps);
    }

    [Fact]
    public void IntervalNeverSet_IsOneButDoesNotWait()
    {
        Assert.Equal([60, 60, 60], [Swap(), Swap(), Swap()]);
        Assert.Equal((1, 0), (_swaps.Interval, _hands.Sleeps));
    }

    [Fact]
    public void FirstSwap_DoesNotWait()
    {
        _swaps.Interval = 5;

        Assert.Equal(60, Swap());
    }

    /// <summary>A slow program is not held up, and does not make up for it later.</summary>
    [Fact]
    public void LateSwap_HappensAtOnce_AndTheNextCountsFromIt()
    {
        _swaps.Interval = 2;
        Swap();
        _hands.Now = _clock.TimeOf(65);

        Assert.Equal([65, 67], [Swap(), Swap()]);
    }

    /// <summary>The interval set in between counts from the swap before.</summary>
    [Fact]
    public void IntervalSetLater_CountsFromTheSwapBefore()
    {
        Swap();
        _swaps.Interval = 4;

        Assert.Equal(64, Swap());
    }

    [Fact]
    public void SwapAtAChosenRefresh_DoesNotWait_ButCounts()
    {
        _swaps.Interval = 3;
        Swap();
        _hands.Now = _clock.TimeOf(61);
        _swaps.TakeTurn(_clock);

        Assert.Equal((61, 64), (_clock.Count, Swap()));
    }

    [Fact]
    public void Records_TellDrawablesApart_AndForget()
    {
        var records = new SwapRecords();
        records.RecordOf(7).Interval = 3;
        records.ArePacedHere = true;

        Assert.Equal((3, 1), (records.RecordOf(7).Interval, records.RecordOf(8).Interval));
        Assert.Equal((false, true), (records.RecordOf(7).IsPacedHere, records.RecordOf(8).IsPacedHere));
        records.ForgetDrawable(7);
        Assert.Equal((1, true), (records.RecordOf(7).Interval, records.RecordOf(7).IsPacedHere));
    }

    private long Swap()
    {
        _swaps.AwaitTurn(_clock);
        return _clock.Count;
    }
}
