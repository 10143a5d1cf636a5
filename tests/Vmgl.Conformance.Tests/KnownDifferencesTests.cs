namespace Vmgl.Conformance.Tests;

/// <summary>Entries of the list of known differences match exactly the differences that they describe.</summary>
public sealed class KnownDifferencesTests
{
    [Fact]
    public void Line_MatchesItsTestWithItsOutcomeOnly()
    {
        KnownDifferences known = KnownDifferences.Parse(["# comment", "", "glx@a b | fail | X errors are not raised"]);
        Assert.Equal("X errors are not raised", known.FindFor(TestData.CreateComparison("glx@a b", Outcome.Pass, Outcome.Fail))!.Reason);
        Assert.Null(known.FindFor(TestData.CreateComparison("glx@a b", Outcome.Pass, Outcome.Crash)));
        Assert.Null(known.FindFor(TestData.CreateComparison("glx@a", Outcome.Pass, Outcome.Fail)));
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
            TestData.CreateTest("t"),
            TestData.CreateResult(Outcome.Pass, ("one", Outcome.Pass), ("two", Outcome.Pass)),
            TestData.CreateResult(Outcome.Fail, ("one", Outcome.Fail), ("two", Outcome.Fail)));
        Assert.Null(KnownDifferences.Parse(["t | fail 1 | r"]).FindFor(comparison));
        Assert.NotNull(KnownDifferences.Parse(["t | fail 2 | r"]).FindFor(comparison));
    }

    [Fact]
    public void TestNamedTwice_IsRefused() => Assert.Throws<FormatException>(() =>
        KnownDifferences.Parse(["a | fail | b", "a | crash | c"]));

    [Fact]
    public void FindOutdated_TestsThatPassOrHaveAnotherOutcome_AreFound()
    {
        KnownDifferences known = KnownDifferences.Parse(["still | fail | r", "passes | fail | r", "crashes | fail | r", "gone | fail | r"]);
        Comparison[] run =
        [
            TestData.CreateComparison("still", Outcome.Pass, Outcome.Fail),
            TestData.CreateComparison("passes", Outcome.Pass, Outcome.Pass),
            TestData.CreateComparison("crashes", Outcome.Pass, Outcome.Crash),
        ];
        Assert.Equal(["passes", "crashes"], known.FindOutdated(run, isWhole: false).Select(line => line.Test));
        Assert.Equal(["passes", "crashes", "gone"], known.FindOutdated(run, isWhole: true).Select(line => line.Test));
    }
}
