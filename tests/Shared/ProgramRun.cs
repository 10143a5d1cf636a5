using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Vmgl.Tests.Shared;

/// <summary>A program of ours as a process: the managed build in the tests' own folder.</summary>
internal static class ProgramRun
{
    /// <summary>How to start <paramref name="path"/>; a bare name is one of our programs.</summary>
    public static ProcessStartInfo Of(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, path), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The runtime that runs the tests runs the program, wherever it is installed.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        start.Environment.Remove("LD_PRELOAD");
        start.Environment.Remove("GLSTUB");
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> ToEnd(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
