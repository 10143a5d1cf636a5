using Microsoft.Win32.SafeHandles;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;

namespace Vmgl.Stub.Daemon;

/// <summary>Asks which GPUs this host has, in a process of its own: a driver that crashes must not end the daemon.</summary>
internal static class GpuList
{
    /// <summary>Those that can be used.</summary>
    /// <exception cref="StartException">There is none.</exception>
    public static async Task<GpuLine[]> AskAsync()
    {
        (SafeFileHandle read, SafeFileHandle write) = Descriptors.MakePipe();
        using var lines = new FileStream(read, FileAccess.Read, bufferSize: 0);
        int processId;
        using (write)
        {
            string[] environment = WorkerEnvironment.ForWorker(Environment.GetEnvironmentVariables(), display: null);
            processId = Spawn.StartSelf("stub-gpus", ["--list-gpus"], environment, new ChildDescriptors(write, write));
        }

        string text = await ReadAsync(lines, processId);
        GpuLine[] all = [.. text.Split('\n').Select(GpuLine.TryParse).OfType<GpuLine>()];
        GpuLine[] usable = [.. all.Where(gpu => gpu.Kind != GpuKind.Unusable)];
        if (usable.Length > 0)
        {
            return usable;
        }

        string why = all.Length > 0 ? string.Join("; ", all.Select(gpu => $"GPU {gpu}"))
            : text.Split('\n').LastOrDefault(line => line.Length > 0) ?? "the list of GPUs came back empty";
        throw new StartException($"no GPU can be used: {why}");
    }

    private static async Task<string> ReadAsync(FileStream lines, int processId)
    {
        using var reader = new StreamReader(lines);
        Task<string> reading = reader.ReadToEndAsync();
        if (await Task.WhenAny(reading, Task.Delay(DaemonLimits.WorkerStart)) != reading)
        {
            ChildProcess.KillChild(processId);
        }

        string text = await reading;
        _ = await ChildProcess.WaitAsync(processId, DaemonLimits.WorkerEnd);
        return text;
    }
}
