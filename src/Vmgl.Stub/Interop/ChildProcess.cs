using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>The end of a process: its exit code, or a signal when <paramref name="Signal"/> is not 0.</summary>
internal readonly record struct ChildEnd(int ExitCode, int Signal)
{
    /// <summary>Another thread waited for the process, so its status is unknown.</summary>
    public static ChildEnd Unknown => new(-1, 0);

    public override string ToString() => this switch
    {
        { Signal: 0, ExitCode: < 0 } => "in an unknown way",
        { Signal: 0 } => $"with exit code {ExitCode}",
        _ => $"by signal {Signal}",
    };
}

/// <summary>Waits for started processes and ends those that will not end. The runtime's own Process class is not used beside
/// it: that one would also wait for children it did not start.</summary>
internal static partial class ChildProcess
{
    private const int DoNotWait = 1;
    private const int Kill = 9;

    /// <summary>Waits until <paramref name="processId"/> has ended, and takes it off the system's list. One that is still there after
    /// <paramref name="patience"/> is killed.</summary>
    public static async Task<ChildEnd> WaitAsync(int processId, TimeSpan patience)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        bool killed = false;
        ChildEnd end;
        while (!TryWait(processId, out end))
        {
            if (!killed && waited.Elapsed > patience)
            {
                killed = true;
                KillChild(processId);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        return end;
    }

    /// <summary>Ends a child that has not been waited for yet, at once.</summary>
    public static void KillChild(int processId) => _ = SendSignal(processId, Kill);

    private static bool TryWait(int processId, out ChildEnd end)
    {
        int waited = WaitForProcess(processId, out int status, DoNotWait);
        int signal = status & 0x7F;
        end = waited < 0 ? ChildEnd.Unknown : new ChildEnd(signal == 0 ? (status >> 8) & 0xFF : 0, signal);
        return waited != 0;
    }

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitForProcess(int processId, out int status, int options);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
