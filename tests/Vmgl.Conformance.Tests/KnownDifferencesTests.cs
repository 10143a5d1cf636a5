namespace Vmgl.Conformance.Tests;

/// <summary>The list of known differences says no more than what is so.</summary>
public sealed class KnownDifferencesTests
{
    [Fact]
    public void Line_MatchesItsTestWithItsOutcomeOnly()
    {
        KnownDifferences known = KnownDifferences.Parse(["# comment", "", "glx@a b | fail | X errors are not raised"]);
        Assert.Equal("X errors are not raised", known.Find(Made.Comparison("glx@a b", Outcome.Pass, Outcome.Fail))!.Reason);
        Assert.Null(known.Find(Made.Comparison("glx@a b", Outcome.Pass, Outcome.Crash)));
        Assert.Null(known.Find(Made.Comparison("glx@a", Outcome.Pass, Outcome.Fail)));
    }

    [Theory]
    [InlineData("glx@a")]
    [InlineData("glx@a | fail")]
    [InlineData("glx@a | fail |")]
    [InlineData("glx@a | broken | reason")]
    [InlineData("glx@a | fail many | reason")]
    [InlineData("glx@a | fail 1 2 | reason")]
    [InlineData(" | fail | reason")]
    public void MalformedLine_NamesItsNumber(string line)
    {
        FormatException e = Assert.Throws<FormatException>(() => KnownDifferences.Parse(["# comment", line]));
        Assert.Contains("line 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MorePartsThanKnown_AreNotKnown()
    {
        var comparison = new Comparison(
            Made.Test("t"),
            Made.Result(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Pass)),
            Made.Result(Outcome.Fail, ("one", Outcome.Fail), ("two", Outcome.Fail)));
        Assert.Null(KnownDifferences.Parse(["t | fail 1 | r"]).Find(comparison));
        Assert.NotNull(KnownDifferences.Parse(["t | fail 2 | r"]).Find(comparison));
    }

    [Fact]
    public void TestNamedTwice_IsAMistake() => Assert.Throws<FormatException>(() => KnownDifferences.Parse(["a | fail | b", "a | crash | c"]));

    [Fact]
    public void Outdated_WhatPassesNowOrEndsOtherwise()
    {
        KnownDifferences known = KnownDifferences.Parse(["still | fail | r", "passes | fail | r", "crashes | fail | r", "gone | fail | r"]);
        Comparison[] run =
        [
            Made.Comparison("still", Outcome.Pass, Outcome.Fail),
            Made.Comparison("passes", Outcome.Pass, Outcome.Pass),
            Made.Comparison("crashes", Outcome.Pass, Outcome.Crash),
        ];
        Assert.Equal(["passes", "crashes"], known.Outdated(run, isWhole: false).Select(line => line.Test));
        Assert.Equal(["passes", "crashes", "gone"], known.Outdated(run, isWhole: true).Select(line => line.Test));
    }
}
