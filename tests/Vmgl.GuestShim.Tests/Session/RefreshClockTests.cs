using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Session;

namespace Vmgl.GuestShim.Tests.Session;

/// <summary>Refreshes, counted by a clock.</summary>
public sealed class RefreshClockTests
{
    private static readonly RefreshRate s_sixty = new(60, 1);
    private static readonly RefreshRate s_film = new(60_000, 1001);
    private readonly HandClock _hands = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(16_666, 0)]
    [InlineData(16_667, 1)]
    [InlineData(HandClock.Second - 1, 59)]
    [InlineData(HandClock.Second, 60)]
    [InlineData(86_400L * 3650 * HandClock.Second, 86_400L * 3650 * 60)]
    public void Count_IsWholeRefreshesOfTheClock(long time, long count)
    {
        _hands.Now = time;

        Assert.Equal(count, _hands.At(s_sixty).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(123_456_789)]
    public void TimeOf_IsTheFirstMicrosecondThatCounts(long count)
    {
        foreach (RefreshClock clock in new[] { _hands.At(s_sixty), _hands.At(s_film), _hands.At(new(148_500_000, 2_062_501)) })
        {
            _hands.Now = clock.TimeOf(count);
            Assert.Equal(count, clock.Count);
            _hands.Now--;
            Assert.Equal(count - 1, clock.Count);
        }
    }

    [Fact]
    public void TimeOf_ARefreshBeyondTheClock_IsItsEnd() => Assert.Equal(long.MaxValue, _hands.At(s_sixty).TimeOf(long.MaxValue));

    [Fact]
    public void WaitFor_WhatHasBeen_DoesNotSleep()
    {
        _hands.Now = HandClock.Second;

        Assert.Equal(60, _hands.At(s_sixty).WaitFor(60));
        Assert.Equal(0, _hands.Sleeps);
    }

    [Fact]
    public void WaitFor_WokenEarly_SleepsAgain()
    {
        _hands.WakesEarlyBy = 5;

        Assert.Equal(3, _hands.At(s_sixty).WaitFor(3));
        Assert.Equal((50_000, 4), (_hands.Now, _hands.Sleeps));
    }

    /// <summary>The count is 100.</summary>
    [Theory]
    [InlineData(0, 0, 0, 100)] // no target: now
    [InlineData(99, 0, 0, 100)]
    [InlineData(107, 0, 0, 107)]
    [InlineData(107, 10, 3, 107)] // a target to come: the divisor does not matter
    [InlineData(100, 10, 3, 103)]
    [InlineData(0, 10, 3, 103)]
    [InlineData(0, 1, 0, 101)] // the next, not this one
    [InlineData(0, 10, 0, 110)]
    [InlineData(0, 7, 2, 107)] // 100 leaves 2 itself
    [InlineData(0, 7, 1, 106)]
    public void Due_IsTheTarget_ThenTheNextThatLeavesTheRemainder(long target, long divisor, long remainder, long due)
    {
        RefreshClock clock = _hands.At(s_sixty);
        _hands.Now = clock.TimeOf(100);

        Assert.Equal(due, clock.DueRefresh(target, divisor, remainder));
    }

    [Theory]
    [InlineData(148_500_000, 2200 * 1125, 0, 60, 1)]
    [InlineData(148_500_000, 2200 * 1125, 0x10, 120, 1)] // interlaced
    [InlineData(148_500_000, 2200 * 1125, 0x20, 30, 1)] // each line twice
    [InlineData(25_175_000, 800 * 525, 0, 5035, 84)] // VGA: 59.94
    [InlineData(4_294_967_291, 2_000_003, 0, 2_147_483_645, 1_000_001)] // in lowest terms, and too large: halved
    public void OfMode_IsTheReducedFraction(long dotClock, long total, uint flags, int numerator, int denominator) =>
        Assert.Equal(new RefreshRate(numerator, denominator), RefreshRate.OfMode((ulong)dotClock, (ulong)total, flags));

    [Theory]
    [InlineData(0, 307_200)]
    [InlineData(25_175_000, 0)]
    public void OfMode_WithoutTimings_IsNone(long dotClock, long total) =>
        Assert.Null(RefreshRate.OfMode((ulong)dotClock, (ulong)total, 0));
}
