using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Running;

/// <summary>Kills the workers of a daemon while a test runs, each at a random moment after it began to draw.</summary>
internal sealed partial class WorkerKiller(StubDaemon daemon, int seed)
{
    private const int SoonestMilliseconds = 5;
    private const int LatestMilliseconds = 300;

    /// <summary>The limit for one test: with unlimited kills a test could spend all its time on recovery and never end.</summary>
    private const int MostInOneTest = 6;

    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(10);
    private readonly Random _random = new(seed);
    private readonly HashSet<int> _killed = [];

    /// <summary>The number of workers that were killed.</summary>
    public int Killed => _killed.Count;

    /// <summary>Kills workers until it is cancelled or has reached the limit.</summary>
    public async Task KillWorkersAsync(CancellationToken stop)
    {
        int read = daemon.ReadLog().Length;
        try
        {
            for (int kills = 0; kills < MostInOneTest; await Task.Delay(s_pollInterval, stop))
            {
                string news = daemon.ReadLog()[read..];
                if (DrawingPattern().Matches(news).LastOrDefault() is Match last
                    && int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture) is var worker && !_killed.Contains(worker))
                {
                    await Task.Delay(_random.Next(SoonestMilliseconds, LatestMilliseconds), stop);
                    kills += KillWorker(worker) ? 1 : 0;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private bool KillWorker(int worker)
    {
        _ = _killed.Add(worker);
        try
        {
            using var process = Process.GetProcessById(worker);
            process.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false; // the worker has already exited
        }
    }

    [GeneratedRegex(@"worker (\d+) draws for")]
    private static partial Regex DrawingPattern();
}
