using System.Diagnostics;
using Vmgl.Tests.Shared;

namespace Vmgl.Cli.Tests;

/// <summary>A user with a home and a run directory of their own, who types commands of vmgl.</summary>
internal sealed class UserSession : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("vmgl-user-");

    public UserSession() => Directory.CreateDirectory(RunPath);

    public string Home => _home.FullName;

    public string RunPath => Path.Combine(Home, "run");

    /// <summary>Where the user's own programs lie: the first folder of PATH.</summary>
    public string Bin => Directory.CreateDirectory(Path.Combine(Home, "bin")).FullName;

    public FakeProgram StartProgram(int pid) => new(RunPath, pid);

    public ProcessStartInfo Start(params string[] words)
    {
        ProcessStartInfo start = ProgramRun.Of("vmgl", words);
        start.Environment["HOME"] = Home;
        start.Environment["VMGL_RUN_DIR"] = RunPath;
        start.Environment["PATH"] = $"{Bin}:{Environment.GetEnvironmentVariable("PATH")}";
        return start;
    }

    public Task<(int ExitCode, string Output, string Error)> Run(params string[] words) => ProgramRun.ToEnd(Start(words));

    /// <summary>A program of the user's: a shell script.</summary>
    public void Write(string name, string script)
    {
        string path = Path.Combine(Bin, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _home.Delete(recursive: true);
}
