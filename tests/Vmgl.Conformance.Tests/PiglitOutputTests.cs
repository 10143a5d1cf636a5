namespace Vmgl.Conformance.Tests;

/// <summary>Outcomes follow the rules of piglit's own framework.</summary>
public sealed class PiglitOutputTests
{
    private const string Pass = "PIGLIT: {\"result\": \"pass\" }\n";
    private const string Skip = "PIGLIT: {\"result\": \"skip\" }\n";
    private const string Announced = "PIGLIT: {\"enumerate subtests\": [\"one\", \"two\", \"three\"]}\n";

    [Theory]
    [InlineData(Pass, 0, "pass")]
    [InlineData(Pass, 1, "warn")]
    [InlineData(Pass, 139, "crash")]
    [InlineData(Skip, 0, "skip")]
    [InlineData(Skip, 1, "fail")]
    [InlineData("PIGLIT: {\"result\": \"fail\" }\n", 1, "fail")]
    [InlineData("PIGLIT: {\"result\": \"warn\" }\n", 0, "warn")]
    [InlineData("nothing to say\n", 0, "fail")]
    [InlineData("", 134, "crash")]
    public void ReportedOutcome_AndExitCode_DetermineTheOutcome(string output, int exitCode, string outcome) =>
        Assert.Equal(outcome, PiglitOutput.Read(output, "", exitCode, timedOut: false).Outcome.NameOf());

    [Fact]
    public void Timeout_OverridesTheReportedOutcome() =>
        Assert.Equal(Outcome.Timeout, PiglitOutput.Read(Pass, "", 137, timedOut: true).Outcome);

    [Fact]
    public void Parts_TheWorstOne_DeterminesTheOutcome()
    {
        TestResult result = PiglitOutput.Read(
            $"{Announced}PIGLIT: {{\"subtest\": {{\"one\" : \"pass\"}}}}\nPIGLIT: {{\"subtest\": {{\"two\" : \"fail\"}}}}\n{Pass}", "", 0,
            timedOut: false);
        Assert.Equal(Outcome.Fail, result.Outcome);
        Assert.Equal([Outcome.Pass, Outcome.Fail, Outcome.NotRun], result.Parts.Values);
        Assert.Equal(1, result.PartsPassed);
    }

    [Fact]
    public void Crash_BelongsToTheFirstPartThatDidNotEnd()
    {
        TestResult result = PiglitOutput.Read($"{Announced}PIGLIT: {{\"subtest\": {{\"one\" : \"pass\"}}}}\n", "", 139, timedOut: false);
        Assert.Equal(Outcome.Crash, result.Outcome);
        Assert.Equal([Outcome.Pass, Outcome.Crash, Outcome.NotRun], result.Parts.Values);
    }

    [Fact]
    public void SkippedTest_SkipsEveryAnnouncedPart()
    {
        TestResult result = PiglitOutput.Read(Announced + Skip, "", 0, timedOut: false);
        Assert.Equal(Outcome.Skip, result.Outcome);
        Assert.All(result.Parts.Values, part => Assert.Equal(Outcome.Skip, part));
    }

    [Fact]
    public void TornLine_IsIgnored() => Assert.Equal(Outcome.Fail,
        PiglitOutput.Read("PIGLIT: {\"resPIGLIT:", "", 0, timedOut: false).Outcome);

    [Theory]
    [InlineData("Test requires GL version 2\n", "", "Test requires GL version 2")]
    [InlineData("Test requires GL_EXT_a\nlast words\n", "", "Test requires GL_EXT_a")]
    [InlineData("one\ntwo\n", "", "two")]
    [InlineData("one\n", "GLSL not supported.\n", "GLSL not supported.")]
    [InlineData("", "", "")]
    public void Reason_IsTheLineThatNamesAMissingFeature(string output, string errors, string reason) =>
        Assert.Equal(reason, PiglitOutput.Read(output + Skip, errors, 0, timedOut: false).Reason);
}
