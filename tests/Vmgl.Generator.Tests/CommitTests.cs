using System.Diagnostics;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>The subjects of commits, by the rules of scripts/hooks/commit-msg.</summary>
public sealed class CommitTests
{
    private const string Hook = "scripts/hooks/commit-msg";

    [Theory]
    [InlineData("mirror: keep the parameters of textures that were deleted", true)]
    [InlineData("native, scripts: comments in plain English", true)]
    [InlineData("Merge branch 'topic'", true)]
    [InlineData("mirror: keep the parameters of textures that were deleted while they were bound", false)] // too long
    [InlineData("Keep the parameters of textures that were deleted", false)] // no room
    [InlineData("mirror: keep the parameters of deleted textures.", false)] // a full stop
    public void Hook_AcceptsRoomAndDeed_InOneLine(string subject, bool isAccepted) => Assert.Equal(isAccepted, Accepts(subject));

    [Fact]
    public void Commits_SinceTheHook_KeepItsRules()
    {
        string added = Run("git", "log", "--diff-filter=A", "--format=%H", "--", Hook).Output.Trim();
        Assert.SkipWhen(added.Length == 0, "this checkout has no history to read");
        string[] subjects = Run("git", "log", "--no-merges", "--format=%s", $"{added.Split('\n')[^1]}..HEAD").Output.Split('\n',
            StringSplitOptions.RemoveEmptyEntries);

        Assert.All(subjects, subject => Assert.True(Accepts(subject), subject));
    }

    private static bool Accepts(string subject)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, subject + "\n\nThe body.\n");
            return Run(Checkout.PathOf(Hook), file).ExitCode == 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true,
            RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
