namespace Vmgl.Apps.Tests;

/// <summary>The list of programs, and selection from it by the command line.</summary>
public sealed class ProgramListTests
{
    private static readonly string[] s_small =
    [
        "# a comment", "", "gears moving 7 packages=mesa-utils short=2", "    glxgears -geometry 300x300",
        "demo timedemo 300 packages=a,b process=quake messages=600", "    quake", "    +set x 'two words'",
        "demo-whole timedemo 300 extra=yes", "    quake", "demo-plain timedemo 300", "    quake",
    ];

    [Fact]
    public void Entry_AllWords_AreRead()
    {
        App app = ProgramList.Parse(s_small)[1];
        Assert.Equal(("demo", Kind.Timedemo, 300, "quake", 600), (app.Name, app.Kind, app.Seconds, app.Process, app.Messages));
        Assert.Equal(["a", "b"], app.Packages);
        Assert.Equal(["quake", "+set", "x", "two words"], app.Command);
    }

    [Fact]
    public void Process_NotNamed_IsThatOfTheCommand() => Assert.Equal("glxgears", ProgramList.Parse(s_small)[0].Process);

    [Theory]
    [InlineData("a 'b c' d", "a|b c|d")]
    [InlineData("""'"wait 2; quit"'""", "\"wait 2; quit\"")]
    [InlineData("a''b ''", "ab|")]
    public void SplitWords_Quotes_KeepWordsTogether(string line, string words) =>
        Assert.Equal(words.Split('|'), ProgramList.SplitWords(line));

    [Theory]
    [InlineData("gears moving", "expected: name kind seconds")]
    [InlineData("gears flying 7", "unknown kind \"flying\"")]
    [InlineData("gears 3 7", "unknown kind \"3\"")]
    [InlineData("gears moving -7", "\"-7\" is not a number")]
    [InlineData("gears moving 7 colour=red", "unknown or malformed word \"colour=red\"")]
    [InlineData("gears moving 7 needs=two", "unknown or malformed word \"needs=two\"")]
    public void WrongLine_IsReportedWithItsNumber(string head, string what)
    {
        FormatException e = Assert.Throws<FormatException>(() => ProgramList.Parse(["# first", head, "    glxgears"]));
        Assert.StartsWith($"programs.list:2: {what}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entry_WithoutCommandOrTwice_IsRefused()
    {
        _ = Assert.Throws<FormatException>(() => ProgramList.Parse(["gears moving 7"]));
        _ = Assert.Throws<FormatException>(() => ProgramList.Parse(["a moving 7", " x", "a still 7", " x"]));
        _ = Assert.Throws<FormatException>(() => ProgramList.Parse(["a moving 7", " x 'y"]));
    }

    [Theory]
    [InlineData("", "gears,demo,demo-plain")]
    [InlineData("--short", "gears")]
    [InlineData("--only demo", "demo,demo-plain")]
    [InlineData("--only demo-whole,gears", "gears,demo-whole")]
    public void SelectApps_FollowsTheCommandLine(string line, string names) =>
        Assert.Equal(names.Split(','), SelectApps(line).Select(app => app.Name));

    [Fact]
    public void Short_ShortensRuns()
    {
        Assert.Equal(2, SelectApps("--short")[0].Seconds);
        Assert.True(SelectApps("--only demo --short")[0].Messages < 600);
        Assert.Equal(1, Options.Parse(["--short"]).Rounds);
    }

    [Theory]
    [InlineData("--only sea")]
    [InlineData("--only")]
    [InlineData("--rounds 0")]
    [InlineData("--shrot")]
    [InlineData("--record --short")]
    public void CommandLine_Wrong_IsRefused(string line) => Assert.Throws<FormatException>(() => SelectApps(line));

    [Fact]
    public void CommittedList_CanBeRead_AndHasAShortPart()
    {
        IReadOnlyList<App> apps = ProgramList.Read(Path.Combine(EndToEnd.Tests.Checkout.Root, "tests", "apps", "programs.list"));
        Assert.True(apps.Count > 15, $"{apps.Count} programs");
        Assert.All(apps, app => Assert.NotEmpty(app.Packages));
        Assert.Contains(apps, app => app is { Short: not null, Kind: Kind.Replay });
    }

    private static IReadOnlyList<App> SelectApps(string line) =>
        Options.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectApps(ProgramList.Parse(s_small));
}
