using Vmgl.Cli.Run;

namespace Vmgl.Cli.Tests;

public class GuestEnvironmentTests
{
    [Theory]
    [InlineData(null, "/l/libGL.so")]
    [InlineData("", "/l/libGL.so")]
    [InlineData("a.so b.so", "/l/libGL.so:a.so:b.so")]
    [InlineData("a.so:/l/libGL.so", "/l/libGL.so:a.so")]
    public void Preload_IsOursFirstAndOnce(string? inherited, string expected) =>
        Assert.Equal(expected, GuestEnvironment.PreloadValue("/l/libGL.so", inherited));

    [Theory]
    [InlineData("/my programs/libGL.so")]
    [InlineData("/a:b/libGL.so")]
    public void Preload_PathThatLdSoWouldSplit_IsRefused(string library) =>
        Assert.Throws<RunException>(() => GuestEnvironment.PreloadValue(library, null));

    [Fact]
    public void Split_OtherVerbs_AreAllOurs()
    {
        (string[] own, string[] program) = Words.SplitWords(["--version"]);

        Assert.Equal(["--version"], own);
        Assert.Empty(program);
    }

    [Theory]
    [InlineData(new[] { "run", "--host", "h:1", "prog", "--host", "x" }, 3)]
    [InlineData(new[] { "run", "prog" }, 1)]
    [InlineData(new[] { "run", "--host" }, 2)]
    [InlineData(new[] { "run" }, 1)]
    public void Split_OwnWordsEndWhereTheProgramBegins(string[] words, int own)
    {
        (string[] ours, string[] program) = Words.SplitWords(words);

        Assert.Equal(words[..own], ours);
        Assert.Equal(words[own..], program);
    }
}
