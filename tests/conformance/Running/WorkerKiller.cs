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

    /// <summary>A test that does nothing else than come back would never end.</summary>
    private const int MostInOneTest = 6;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(10);
    private readonly Random _random = new(seed);
    private readonly HashSet<int> _killed = [];

    /// <summary>How many were killed.</summary>
    public int Killed => _killed.Count;

    /// <summary>Kills until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        int read = daemon.ReadLog().Length;
        try
        {
            for (int kills = 0; kills < MostInOneTest; await Task.Delay(s_look, stop))
            {
                string news = daemon.ReadLog()[read..];
                if (Drawing().Matches(news).LastOrDefault() is Match last && int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture) is var worker && !_killed.Contains(worker))
                {
                    await Task.Delay(_random.Next(SoonestMilliseconds, LatestMilliseconds), stop);
                    kills += Kill(worker) ? 1 : 0;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private bool Kill(int worker)
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
            return false; // the program has left it
        }
    }

    [GeneratedRegex(@"worker (\d+) draws for")]
    private static partial Regex Drawing();
}
