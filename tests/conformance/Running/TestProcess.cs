using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Vmgl.Conformance.Running;

/// <summary>The result of a process, with its complete output.</summary>
internal sealed record ProcessResult(int ProcessId, int ExitCode, bool TimedOut, string Output, string Errors, TimeSpan Took);

/// <summary>Runs a program in a process group of its own, so that none of its processes is left behind.</summary>
internal static partial class TestProcess
{
    private const int KillSignal = 9;

    /// <summary>The time to wait for the end of the outputs after the group was killed, in case a descendant keeps them open.</summary>
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program until it ends or the limit is reached.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables in addition to this process's own, from which those of VMGL are removed.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="limit">The time after which the program is killed.</param>
    /// <param name="stop">Kills the program; the method then throws.</param>
    /// <exception cref="Win32Exception">setsid is missing.</exception>
    public static async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string folder, TimeSpan limit,
        CancellationToken stop)
    {
        using Process process = StartProcess(command, environment, folder);
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
        return new ProcessResult(process.Id, process.ExitCode, timedOut, await DrainOutputAsync(output), await DrainOutputAsync(errors),
            took);
    }

    /// <summary>Starts the program by setsid, which creates the group and becomes the program: the process id stays the same.</summary>
    private static Process StartProcess(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string folder)
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

    private static async Task<string> DrainOutputAsync(Task<string> output)
    {
        try
        {
            return await output.WaitAsync(s_drain);
        }
        catch (TimeoutException)
        {
            return "(a process outside the group keeps this output open)";
        }
    }

    /// <summary>Kills a process group, whose id is that of its first process. It is not an error if no process is left.</summary>
    private static void KillGroup(int group) => _ = SendSignal(-group, KillSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
