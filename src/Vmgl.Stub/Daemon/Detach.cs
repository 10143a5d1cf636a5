using System.Collections;
using System.ComponentModel;
using Microsoft.Win32.SafeHandles;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;

namespace Vmgl.Stub.Daemon;

/// <summary>The command as its user types it: starts the daemon in the background and says in one line how that went.</summary>
internal static class Detach
{
    /// <summary>Returns the exit status, after the daemon listens or has failed.</summary>
    public static int RunDetached(Options options)
    {
        string path = LogFile.PathOf(options);
        Outcome outcome;
        try
        {
            outcome = StartDaemon(options, path);
        }
        catch (Exception e) when (e is StartException or Win32Exception)
        {
            outcome = new Outcome(false, e.Message);
        }

        ReportOutcome(outcome, path);
        return outcome.IsReady ? 0 : 1;
    }

    private static void ReportOutcome(Outcome outcome, string logPath)
    {
        try
        {
            TextWriter to = outcome.IsReady ? Console.Out : Console.Error;
            to.WriteLine(outcome.IsReady ? $"stub-daemon: {outcome.Text}, log {LogFile.ShortenPath(logPath)}"
                : $"stub-daemon: {outcome.Text}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody reads us; the exit status says it too.
        }
    }

    private static Outcome StartDaemon(Options options, string logPath)
    {
        using SafeFileHandle log = LogFile.OpenForAppending(logPath);
        (SafeFileHandle read, SafeFileHandle write) = Descriptors.MakePipe();
        using var report = new FileStream(read, FileAccess.Read, bufferSize: 0);
        int processId;
        using (write)
        {
            processId = Spawn.StartSelf("stub-daemon", options.ToDetachedArguments(), CopyVariables(), new ChildDescriptors(log, write));
        }

        using var line = new MemoryStream();
        report.CopyTo(line);
        return Outcome.Decode(line.ToArray()) is { IsReady: true } ready ? ready : ReadFailure(line.ToArray(), processId, logPath);
    }

    private static Outcome ReadFailure(ReadOnlySpan<byte> line, int processId, string logPath)
    {
        // Nobody else waits for it, and a container's first process may not take orphans off the list.
        ChildEnd end = ChildProcess.WaitAsync(processId, DaemonLimits.WorkerEnd).GetAwaiter().GetResult();
        return Outcome.Decode(line)
            ?? new Outcome(false, $"the daemon ended {end} while it started; the log {LogFile.ShortenPath(logPath)} may say why");
    }

    private static string[] CopyVariables() =>
        [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}")];
}
