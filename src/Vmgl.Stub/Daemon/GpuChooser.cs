using System.Globalization;
using Vmgl.Stub.Basics;

namespace Vmgl.Stub.Daemon;

/// <summary>Which GPU a worker draws with where the user named none: hardware before software, then the one with the fewest workers of this
/// daemon, then the one that its driver calls least busy.</summary>
/// <param name="drm">Where the kernel tells of its DRM devices: /sys/class/drm, or a test's own.</param>
internal sealed class GpuChooser(GpuLine[] gpus, Log log, string drm = "/sys/class/drm")
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, int> _workers = gpus.ToDictionary(gpu => gpu.Number, _ => 0);

    /// <summary>Starts a worker on the GPU whose turn it is.</summary>
    /// <param name="start">Starts one on the GPU of a number.</param>
    public WorkerProcess StartWorker(Func<int, WorkerProcess> start)
    {
        int number = ChooseGpu(out string why);
        try
        {
            WorkerProcess worker = start(number);
            log.WriteLine($"worker {worker.ProcessId} draws with GPU {number}{why}");
            _ = GiveBackAsync(worker.Ended, number);
            return worker;
        }
        catch
        {
            GiveBack(number);
            throw;
        }
    }

    /// <summary>Chooses, and counts the choice.</summary>
    /// <param name="why">The reason, for the log; empty where there is no choice.</param>
    internal int ChooseGpu(out string why)
    {
        lock (_gate)
        {
            var ranked = gpus.Select(gpu => (Gpu: gpu, Workers: _workers[gpu.Number], Busy: BusyPercent(gpu)))
                .OrderBy(candidate => candidate.Gpu.Kind).ThenBy(candidate => candidate.Workers).ThenBy(candidate => candidate.Busy ?? 0)
                .ToArray();
            (GpuLine best, int workers, int? busy) = ranked[0];
            why = ranked.Length == 1 ? ""
                : string.Create(CultureInfo.InvariantCulture, $" ({best.Text}): {workers} other workers there{(busy is null ? "" : $", {busy} % busy")}");
            _workers[best.Number]++;
            return best.Number;
        }
    }

    /// <summary>A worker there has ended.</summary>
    internal void GiveBack(int number)
    {
        lock (_gate)
        {
            _workers[number]--;
        }
    }

    private async Task GiveBackAsync(Task ended, int number)
    {
        await ended;
        GiveBack(number);
    }

    /// <summary>Null where the driver does not say (amdgpu does).</summary>
    private int? BusyPercent(GpuLine gpu)
    {
        try
        {
            return gpu.File.Length > 0 && int.TryParse(
                File.ReadAllText(Path.Combine(drm, Path.GetFileName(gpu.File), "device", "gpu_busy_percent")), out int percent) ? percent
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
