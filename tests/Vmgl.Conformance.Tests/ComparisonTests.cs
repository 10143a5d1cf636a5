namespace Vmgl.Conformance.Tests;

/// <summary>Which differences count, and which of them are for the worse.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData(Outcome.Pass, Outcome.Pass, nameof(Relation.Same))]
    [InlineData(Outcome.Pass, Outcome.Warn, nameof(Relation.Worse))]
    [InlineData(Outcome.Pass, Outcome.Fail, nameof(Relation.Worse))]
    [InlineData(Outcome.Pass, Outcome.Crash, nameof(Relation.Worse))]
    [InlineData(Outcome.Warn, Outcome.Timeout, nameof(Relation.Worse))]
    [InlineData(Outcome.Pass, Outcome.NotForwarded, nameof(Relation.Worse))]
    [InlineData(Outcome.Pass, Outcome.Skip, nameof(Relation.NeedsMore))]
    [InlineData(Outcome.Warn, Outcome.Pass, nameof(Relation.Better))]
    [InlineData(Outcome.Fail, Outcome.Pass, nameof(Relation.Better))]
    [InlineData(Outcome.Skip, Outcome.Pass, nameof(Relation.Better))]
    [InlineData(Outcome.Fail, Outcome.Skip, nameof(Relation.Same))]
    [InlineData(Outcome.Fail, Outcome.Crash, nameof(Relation.Worse))]
    [InlineData(Outcome.Skip, Outcome.Fail, nameof(Relation.Worse))]
    [InlineData(Outcome.Crash, Outcome.Timeout, nameof(Relation.Same))]
    [InlineData(Outcome.Timeout, Outcome.Fail, nameof(Relation.Same))]
    internal void Outcomes_Compared(Outcome native, Outcome forwarded, string relation) =>
        Assert.Equal(relation, Made.Comparison("t", native, forwarded).Relation.ToString());

    [Fact]
    public void PartThatFailsForwarded_IsWorse_ThoughTheTestFailsNativelyToo()
    {
        var comparison = new Comparison(
            Made.Test("t"),
            Made.Result(Outcome.Fail, ("one", Outcome.Pass), ("two", Outcome.Fail), ("three", Outcome.Pass)),
            Made.Result(Outcome.Fail, ("one", Outcome.Fail), ("two", Outcome.Fail)));
        Assert.Equal(Relation.Worse, comparison.Relation);
        Assert.Equal(["one=fail", "three=notrun"], comparison.WorseParts);
        Assert.Equal("fail → fail (2 of 3 parts)", comparison.Change);
    }

    [Fact]
    public void SkippedParts_NeedMore()
    {
        var comparison = new Comparison(
            Made.Test("t"),
            Made.Result(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Pass)),
            Made.Result(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Skip)));
        Assert.Equal(Relation.NeedsMore, comparison.Relation);
    }

    [Fact]
    public void PartsLeftOut_NeedMore_WhereTheTestPasses()
    {
        TestResult native = Made.Result(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Pass));
        Assert.Equal(Relation.NeedsMore, new Comparison(Made.Test("t"), native, Made.Result(Outcome.Pass, ("one", Outcome.Pass))).Relation);
        Assert.Equal(Relation.Worse, new Comparison(Made.Test("t"), native, Made.Result(Outcome.Crash, ("one", Outcome.Pass))).Relation);
    }

    [Fact]
    public void TestSkippedBeforeItNamesItsParts_NeedsMore()
    {
        var comparison = new Comparison(Made.Test("t"), Made.Result(Outcome.Pass, ("one", Outcome.Pass)), Made.Result(Outcome.Skip));
        Assert.Equal(Relation.NeedsMore, comparison.Relation);
        Assert.Empty(comparison.WorseParts);
    }

    [Fact]
    public void Summary_SeparatesWorseKnownFlakyAndNeedsMore()
    {
        KnownDifferences known = KnownDifferences.Parse(["known | fail | a reason"]);
        Comparison flaky = Made.Comparison("flaky", Outcome.Pass, Outcome.Pass) with { Attempts = 2, WasWorse = true };
        var summary = new Summary(
            [
                Made.Comparison("known", Outcome.Pass, Outcome.Fail),
                Made.Comparison("worse", Outcome.Pass, Outcome.Crash) with { Attempts = 3, WasWorse = true },
                flaky,
                Made.Comparison("more", Outcome.Pass, Outcome.Skip),
            ],
            known,
            isWhole: true);
        Assert.Equal("worse", Assert.Single(summary.Worse).Test.Name);
        Assert.Equal("a reason", Assert.Single(summary.Known).Reason.Reason);
        Assert.Equal("flaky", Assert.Single(summary.Flaky).Test.Name);
        Assert.Equal("more", Assert.Single(Assert.Single(summary.NeedsMore)).Test.Name);
        Assert.Equal((4, 1), summary.Passing);
        Assert.Equal(2, summary.Rerun);
        Assert.EndsWith("1 need more, 1 worse, 1 known; 2 rerun", TextReport.Lines(summary, TimeSpan.Zero).Last(), StringComparison.Ordinal);
    }
}
