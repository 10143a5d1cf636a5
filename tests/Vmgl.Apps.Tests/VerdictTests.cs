namespace Vmgl.Apps.Tests;

/// <summary>Verdicts on programs by their pictures, exit codes and sessions.</summary>
public sealed class VerdictTests
{
    private static readonly App s_app = new("gears", Kind.Moving, 7, ["glxgears"]);
    private static readonly Session s_session = new("glxgears", 89, "left", 100, 6, "", 1);

    [Fact]
    public void Difference_CountsPixelsOnce()
    {
        Difference difference = Difference.Between([0, 0, 0, 10, 20, 30, 5, 5, 5, 1, 1, 1], [0, 0, 0, 12, 20, 20, 5, 5, 5, 1, 1, 1]);
        Assert.Equal(new Difference(1, 4, 10, 1.0), difference);
        Assert.False(difference.IsNone);
    }

    [Fact]
    public void Amplify_Saturates() => Assert.Equal([16, 0, 255], Difference.Amplify([2, 7, 0], [0, 7, 200], 8));

    [Theory]
    [InlineData(1000, 2.0, true)] // the difference of native runs
    [InlineData(1700, 2.6, true)] // slightly more
    [InlineData(3000, 2.0, false)] // more pixels
    [InlineData(1000, 6.0, false)] // the same pixels, but a larger mean
    public void Moving_MayDifferAsMuchAsNativeRuns(int pixels, double mean, bool same) =>
        Assert.Equal(same, new Difference(pixels, 100_000, 255, mean).IsWithin(new Difference(1000, 100_000, 255, 2.0)));

    [Fact]
    public void Still_MustBeIdentical()
    {
        Assert.True(CreateComparison(new Difference(0, 100, 0, 0), null).IsSame);
        Assert.False(CreateComparison(new Difference(1, 100, 1, 0.01), null).IsSame);
        Assert.False(CreateComparison(null, null).IsSame);
    }

    [Fact]
    public void Program_WithEqualRuns_IsSame() => AssertJudged(Judgement.Same, CreateEvidence());

    [Fact]
    public void Program_WithAnotherExitCode_IsDifferent() => AssertJudged(Judgement.Different, CreateEvidence(forwarded: new Ending(139)));

    [Fact]
    public void Program_WhoseNativeRunsEndInTwoWays_MayEndInEither()
    {
        Evidence evidence = CreateEvidence();
        _ = evidence.AddRun(new ProgramRun(Side.Native, new Ending(0), "", "", []));
        _ = evidence.AddRun(new ProgramRun(Side.Forwarded, new Ending(0), "", "", [s_session]));
        AssertJudged(Judgement.Same, evidence);
    }

    [Fact]
    public void Program_ThatShowsNoFrame_IsDifferent() =>
        AssertJudged(Judgement.Different, CreateEvidence(session: s_session with { Frames = 0 }));

    [Fact]
    public void Program_ThatIsCutOff_IsDifferent() =>
        AssertJudged(Judgement.Different, CreateEvidence(session: s_session with { End = "was cut off: x" }));

    [Fact]
    public void Program_WithoutTheEndOfItsSession_IsDifferent() =>
        AssertJudged(Judgement.Different, CreateEvidence(session: s_session with { End = null }));

    [Fact]
    public void Program_WhoseSessionHasAnotherName_IsNotForwarded() =>
        AssertJudged(Judgement.NotForwarded, CreateEvidence(session: s_session with { Program = "sh" }));

    [Fact]
    public void NativeRun_ThatWasForwarded_IsNotForwarded()
    {
        Evidence evidence = CreateEvidence();
        _ = evidence.AddRun(new ProgramRun(Side.Native, new Ending(null), "", "", [s_session]));
        AssertJudged(Judgement.NotForwarded, evidence);
    }

    [Fact]
    public void Program_ThatNeedsMore_IsListedApart()
    {
        var evidence = new Evidence(s_app with { Needs = new Version(2, 0) }) { NeedsMore = true };
        _ = evidence.AddRun(new ProgramRun(Side.Forwarded, new Ending(1), "", "no shaders", []));
        Assert.Equal(Judgement.NeedsMore, Verdict.JudgeEvidence(evidence).Judgement);
        Assert.Contains("its errors: no shaders", Verdict.JudgeEvidence(evidence).Reasons);
    }

    [Fact]
    public void Program_NotInstalled_NamesItsPackages() =>
        Assert.Contains("gears-data", Verdict.JudgeEvidence(new Evidence(s_app) { Missing = ["gears", "gears-data"] }).Reasons.Single(),
            StringComparison.Ordinal);

    [Fact]
    public void ExitStatus_FollowsTheWorstVerdict()
    {
        Assert.Equal(0, Verdict.ExitStatus([Judgement.Same, Judgement.NeedsMore]));
        Assert.Equal(1, Verdict.ExitStatus([Judgement.Same, Judgement.Different]));
        Assert.Equal(1, Verdict.ExitStatus([Judgement.Missing]));
        Assert.Equal(3, Verdict.ExitStatus([Judgement.Different, Judgement.NotForwarded]));
    }

    [Fact]
    public void Errors_Repeated_AreCounted() =>
        Assert.Equal("a (2 times)\nb", ReportText.CondenseErrors(
            "a\nb\n\nATTENTION: default value of option vblank_mode overridden by environment.\na\n"));

    private static Comparison CreateComparison(Difference? found, Difference? range) => new("window", "n.png", "f.png", found, range, null);

    private static Evidence CreateEvidence(Ending? forwarded = null, Session? session = null)
    {
        var evidence = new Evidence(s_app);
        _ = evidence.AddRun(new ProgramRun(Side.Native, new Ending(null), "", "", []));
        _ = evidence.AddRun(new ProgramRun(Side.Forwarded, forwarded ?? new Ending(null), "", "", [session ?? s_session]));
        evidence.AddComparison(CreateComparison(new Difference(10, 1000, 5, 0.1), new Difference(12, 1000, 5, 0.1)));
        return evidence;
    }

    private static void AssertJudged(Judgement judgement, Evidence evidence)
    {
        Verdict verdict = Verdict.JudgeEvidence(evidence);
        Assert.True(judgement == verdict.Judgement, $"{verdict.Judgement}: {string.Join("; ", verdict.Reasons)}");
    }
}
