namespace Vmgl.Conformance.Tests;

/// <summary>The relation of forwarded to native results.</summary>
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
        Assert.Equal(relation, TestData.CreateComparison("t", native, forwarded).Relation.ToString());

    [Fact]
    public void PartThatFailsForwarded_IsWorse_AlthoughTheTestFailsNativelyToo()
    {
        var comparison = new Comparison(
            TestData.CreateTest("t"),
            TestData.CreateResult(Outcome.Fail, ("one", Outcome.Pass), ("two", Outcome.Fail), ("three", Outcome.Pass)),
            TestData.CreateResult(Outcome.Fail, ("one", Outcome.Fail), ("two", Outcome.Fail)));
        Assert.Equal(Relation.Worse, comparison.Relation);
        Assert.Equal(["one=fail", "three=notrun"], comparison.WorseParts);
        Assert.Equal("fail → fail (2 of 3 parts)", comparison.Change);
    }

    [Fact]
    public void SkippedParts_NeedMore()
    {
        var comparison = new Comparison(
            TestData.CreateTest("t"),
            TestData.CreateResult(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Pass)),
            TestData.CreateResult(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Skip)));
        Assert.Equal(Relation.NeedsMore, comparison.Relation);
    }

    [Fact]
    public void PartsLeftOut_NeedMore_IfTheTestPasses()
    {
        TestResult native = TestData.CreateResult(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Pass));
        Assert.Equal(Relation.NeedsMore, new Comparison(TestData.CreateTest("t"), native,
            TestData.CreateResult(Outcome.Pass, ("one", Outcome.Pass))).Relation);
        Assert.Equal(Relation.Worse, new Comparison(TestData.CreateTest("t"), native,
            TestData.CreateResult(Outcome.Crash, ("one", Outcome.Pass))).Relation);
    }

    [Fact]
    public void TestSkippedBeforeItNamesItsParts_NeedsMore()
    {
        var comparison = new Comparison(TestData.CreateTest("t"), TestData.CreateResult(Outcome.Pass, ("one", Outcome.Pass)),
            TestData.CreateResult(Outcome.Skip));
        Assert.Equal(Relation.NeedsMore, comparison.Relation);
        Assert.Empty(comparison.WorseParts);
    }

    [Fact]
    public void Summary_SeparatesWorseKnownFlakyAndNeedsMore()
    {
        KnownDifferences known = KnownDifferences.Parse(["known | fail | a reason"]);
        Comparison flaky = TestData.CreateComparison("flaky", Outcome.Pass, Outcome.Pass) with { Attempts = 2, WasWorse = true };
        var summary = new Summary(
            [
                TestData.CreateComparison("known", Outcome.Pass, Outcome.Fail),
                TestData.CreateComparison("worse", Outcome.Pass, Outcome.Crash) with { Attempts = 3, WasWorse = true },
                flaky,
                TestData.CreateComparison("more", Outcome.Pass, Outcome.Skip),
            ],
            known,
            isWhole: true);
        Assert.Equal("worse", Assert.Single(summary.Worse).Test.Name);
        Assert.Equal("a reason", Assert.Single(summary.Known).Reason.Reason);
        Assert.Equal("flaky", Assert.Single(summary.Flaky).Test.Name);
        Assert.Equal("more", Assert.Single(Assert.Single(summary.NeedsMore)).Test.Name);
        Assert.Equal((4, 1), summary.Passing);
        Assert.Equal(2, summary.Rerun);
        Assert.EndsWith("1 need more, 1 worse, 1 known; 2 rerun", TextReport.FormatLines(summary, TimeSpan.Zero).Last(),
            StringComparison.Ordinal);
    }
}
