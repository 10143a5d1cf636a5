using System.ComponentModel;
using System.Diagnostics;
using Vmgl.Cli.Basics;

namespace Vmgl.Cli.Xen;

/// <summary>Other programs, found on PATH.</summary>
internal static class Tool
{
    /// <summary>Runs a program to its end, with this one's input and output.</summary>
    /// <exception cref="CommandException">It is not there.</exception>
    public static async Task<int> RunAsync(string program, IEnumerable<string> words)
    {
        using Process process = StartTool(new ProcessStartInfo(program, words));
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Runs a program and reads what it prints; null when it fails, and what it complains of is dropped.</summary>
    /// <exception cref="CommandException">It is not there.</exception>
    public static async Task<string?> ReadAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = StartTool(start);
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        _ = await complaint;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : null;
    }

    private static Process StartTool(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new CommandException($"{start.FileName}: {e.Message}; run vmgl xl as root in Xen's control domain");
        }
    }
}
