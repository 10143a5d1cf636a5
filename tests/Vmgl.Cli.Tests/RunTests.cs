using System.Diagnostics;
using Vmgl.Cli.Run;
using Vmgl.Tests.Shared;

namespace Vmgl.Cli.Tests;

/// <summary>vmgl run as a process, from an installed layout of its own.</summary>
public sealed class RunTests : IDisposable
{
    private readonly DirectoryInfo _installed = Directory.CreateTempSubdirectory("vmgl-run-");

    public RunTests()
    {
        string bin = _installed.CreateSubdirectory("bin").FullName;
        foreach (string name in (string[])["vmgl", "vmgl.dll", "vmgl.runtimeconfig.json", "vmgl.deps.json", "Vmgl.Wire.dll",
            "Vmgl.SuspendResume.dll", "System.CommandLine.dll"])
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(bin, name));
        }

        File.CreateSymbolicLink(Path.Combine(bin, "vmglrun"), "vmgl");
        _installed.CreateSubdirectory("lib/vmgl");
        File.WriteAllText(Library, ""); // ld.so says that it cannot be preloaded, and goes on
    }

    private string Library => Path.Combine(_installed.FullName, "lib/vmgl/libGL.so");

    [Theory]
    [InlineData("vmgl", "run", "--host", "far:7000")]
    [InlineData("vmgl", "run", "--host=far:7000", "--")]
    [InlineData("vmglrun", "--host", "far:7000")]
    public async Task Run_TheProgramGetsHostLibraryAndItsOwnWordsUntouched(string name, params string[] own)
    {
        (int exitCode, string output, _) = await Run(name,
            [.. own, "sh", "-c", "echo $GLSTUB; echo $LD_PRELOAD; printf '%s|' \"$@\"; exit 9", "x", "--help", "--", "", "a b"]);

        Assert.Equal(9, exitCode);
        Assert.Equal($"far:7000\n{Library}\n--help|--||a b|", output);
    }

    [Fact]
    public async Task Run_NoHostGiven_KeepsTheEnvironments()
    {
        ProcessStartInfo start = Start("vmgl", "run", "printenv", "GLSTUB");
        start.Environment["GLSTUB"] = "unix:/run/vmgl";

        Assert.Equal("unix:/run/vmgl\n", (await ProgramRun.ToEnd(start)).Output);
    }

    [Fact]
    public async Task Run_NoHostAnywhere_FailsWithOneLine()
    {
        (int exitCode, _, string error) = await Run("vmgl", "run", "true");

        Assert.Equal(125, exitCode);
        Assert.Equal("vmgl: no host to draw on; give --host HOST:PORT or set GLSTUB\n", error);
    }

    [Fact]
    public async Task Run_LibraryNotInstalled_FailsAndSaysWhereItShouldBe()
    {
        File.Delete(Library);

        (int exitCode, _, string error) = await Run("vmgl", "run", "--host", "h:1", "true");

        Assert.Equal(125, exitCode);
        Assert.StartsWith($"vmgl: {Library} is not there", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/glxgears", 127)]
    [InlineData("/etc/passwd", 126)]
    public async Task Run_ProgramThatCannotBecome_GivesTheShellsExitStatus(string program, int expected)
    {
        (int exitCode, _, string error) = await Run("vmgl", "run", "--host", "h:1", program);

        Assert.Equal(expected, exitCode);
        Assert.Matches($"^vmgl: {program}: [^\n]+\n$", error);
    }

    [Fact]
    public async Task Run_ProgramKilledBySignal_LooksKilledBySignal()
    {
        (int exitCode, _, _) = await Run("vmgl", "run", "--host", "h:1", "sh", "-c", "kill -TERM $$");

        Assert.Equal(128 + Processes.Terminate, exitCode);
    }

    [Fact]
    public async Task Run_MisspeltOption_IsNotTakenForTheProgram()
    {
        (int exitCode, _, string error) = await Run("vmgl", "run", "--hots", "h:1", "true");

        Assert.Equal(125, exitCode);
        Assert.Contains("no option '--hots'", error, StringComparison.Ordinal);
    }

    public void Dispose() => _installed.Delete(recursive: true);

    private Task<(int ExitCode, string Output, string Error)> Run(string name, params string[] words) =>
        ProgramRun.ToEnd(Start(name, words));

    private ProcessStartInfo Start(string name, params string[] words) =>
        ProgramRun.Of(Path.Combine(_installed.FullName, "bin", name), words);
}
