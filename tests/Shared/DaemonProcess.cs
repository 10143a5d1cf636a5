using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Tests.Shared;

/// <summary>A stub-daemon in the foreground, on a free port, with the null renderer unless it is headless. Ends with everything it
/// started.</summary>
internal sealed partial class DaemonProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly HashSet<int> _workers = [];

    private DaemonProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    public int Port { get; private set; }

    public IReadOnlyCollection<string> Lines => _lines;

    public int ExitCode => _process.ExitCode;

    /// <summary>Processes of workers, zombies included.</summary>
    public int[] Workers
    {
        get
        {
            int[] workers = Processes.ChildrenOf(Id);
            _workers.UnionWith(workers);
            return workers;
        }
    }

    public static async Task<DaemonProcess> Start(Action<ProcessStartInfo>? change = null, params string[] more)
    {
        ProcessStartInfo start = ProgramRun.Of("stub-daemon",
            ["--foreground", "--port", "0", "--listen", "127.0.0.1",
            .. more.Contains("--headless") ? more : ["--renderer", "null", .. more]]);
        change?.Invoke(start);
        var daemon = new DaemonProcess(Process.Start(start)!);
        string line = await daemon.WaitForLine(Listening());
        daemon.Port = int.Parse(Listening().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);
        return daemon;
    }

    /// <summary>The first line of the log that matches.</summary>
    public async Task<string> WaitForLine(Regex pattern)
    {
        await Eventually.IsTrue(() => _lines.Any(pattern.IsMatch) || _process.HasExited, $"{pattern} in the log");
        return _lines.FirstOrDefault(pattern.IsMatch)
            ?? throw new InvalidOperationException($"no {pattern} in: {string.Join('\n', _lines)}");
    }

    /// <summary>Returns when exactly one worker is there, and it is idle and up.</summary>
    public async Task<int> WaitForWarmWorker()
    {
        int warm = 0;
        await Eventually.IsTrue(() => Workers is [int id] && IsReady(warm = id), "one warm worker");
        return warm;
    }

    private bool IsReady(int worker) => _lines.Any(line => line.Contains($"worker {worker} is ready", StringComparison.Ordinal));

    /// <summary>The worker that draws for the only guest there is.</summary>
    public async Task<int> WorkerOfTheGuest()
    {
        string line = await WaitForLine(Draws());
        return int.Parse(Draws().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Returns when the daemon has ended. Its workers may still hold the log open, which Process.WaitForExit would wait
    /// for.</summary>
    public Task WaitForEnd() => Eventually.IsTrue(() => _process.HasExited, "the daemon's end");

    public async ValueTask DisposeAsync()
    {
        _ = _process.HasExited ? [] : Workers;
        Processes.Signal(_process.HasExited ? 0x7FFFFFF : Id, Processes.Kill);
        foreach (int worker in _workers.Where(Processes.IsAlive))
        {
            Processes.Signal(worker, Processes.Kill);
        }

        await WaitForEnd();
        _process.Dispose();
    }

    [GeneratedRegex(@"listening on 127\.0\.0\.1:(\d+), (?:renderer null|headless)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"worker (\d+) draws for")]
    private static partial Regex Draws();
}
