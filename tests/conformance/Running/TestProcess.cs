using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Vmgl.Conformance.Running;

/// <summary>How a program ended, with all that it printed.</summary>
internal sealed record Ended(int ProcessId, int ExitCode, bool TimedOut, string Output, string Errors, TimeSpan Took);

/// <summary>Runs a program in a process group of its own, so that nothing of it is left behind.</summary>
internal static partial class TestProcess
{
    private const int KillSignal = 9;

    /// <summary>What a descendant that closed nothing may delay the end of the outputs by, after the group was killed.</summary>
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program to its end or to the limit.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables on top of this process's own, from which those of VMGL are taken away.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="limit">After this it is killed.</param>
    /// <param name="stop">Kills it too; then this throws.</param>
    /// <exception cref="Win32Exception">setsid is missing.</exception>
    public static async Task<Ended> RunAsync(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string folder, TimeSpan limit, CancellationToken stop)
    {
        using Process process = Start(command, environment, folder);
        var clock = Stopwatch.StartNew();
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(limit);
        bool timedOut = false;
        try
        {
            await process.WaitForExitAsync(limited.Token);
        }
        catch (OperationCanceledException)
        {
            timedOut = true;
        }

        TimeSpan took = clock.Elapsed;
        KillGroup(process.Id);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return new Ended(process.Id, process.ExitCode, timedOut, await DrainAsync(output), await DrainAsync(errors), took);
    }

    /// <summary>setsid makes the group and becomes the program: the process id stays the same.</summary>
    private static Process Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string folder)
    {
        var start = new ProcessStartInfo("setsid", command)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOurs).ToArray())
        {
            _ = start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static bool IsOurs(string name) =>
        name is "GLSTUB" or "LD_PRELOAD" || name.StartsWith("VMGL_", StringComparison.Ordinal);

    private static async Task<string> DrainAsync(Task<string> output)
    {
        try
        {
            return await output.WaitAsync(s_drain);
        }
        catch (TimeoutException)
        {
            return "(a process that left the group keeps this output open)";
        }
    }

    /// <summary>The group has its first process's id. That none is left of it is no error.</summary>
    private static void KillGroup(int group) => _ = Kill(-group, KillSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
