using System.Collections.Concurrent;
using System.Diagnostics;
using Vmgl.Conformance.Selection;
using Vmgl.Conformance.Verdicts;

namespace Vmgl.Conformance.Running;

/// <summary>The results of a run.</summary>
internal sealed record RunResult(IReadOnlyList<Comparison> Comparisons, HostGl Host, int Restarts, int Killed, TimeSpan Took);

/// <summary>Runs tests on several workers. Each test runs natively and then forwarded, on the same display.</summary>
internal sealed class Runner(Setup setup, KnownDifferences known, TextWriter progress)
{
    private const int MostAttempts = 3;
    private const int ProgressEvery = 100;
    private readonly ConcurrentQueue<PiglitTest> _queue = [];
    private readonly ConcurrentBag<Comparison> _done = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Proves on every worker that forwarding takes effect, then runs the tests.</summary>
    /// <exception cref="ProofException">Forwarding does not take effect.</exception>
    public async Task<RunResult> RunAsync(IReadOnlyList<PiglitTest> tests, int workers, CancellationToken stop)
    {
        List<Lane> lanes = [];
        try
        {
            HostGl? host = null;
            for (int i = 0; i < Math.Min(workers, tests.Count); i++)
            {
                lanes.Add(new Lane(setup));
                host = await lanes[^1].ProveForwardingAsync(stop);
            }

            await progress.WriteLineAsync($"{lanes.Count} worker(s): forwarding takes effect; the host draws with {host!.Renderer}");
            tests.ToList().ForEach(_queue.Enqueue);
            await Task.WhenAll(lanes.Select(lane => Task.Run(() => RunQueuedTestsAsync(lane, tests.Count, stop), stop)));
            Comparison[] sorted = [.. _done.OrderBy(comparison => comparison.Test.Name, StringComparer.Ordinal)];
            return new RunResult(sorted, host, lanes.Sum(lane => lane.Restarts), lanes.Sum(lane => lane.Killed), _clock.Elapsed);
        }
        finally
        {
            lanes.ForEach(lane => lane.Dispose());
        }
    }

    private async Task RunQueuedTestsAsync(Lane lane, int count, CancellationToken stop)
    {
        while (_queue.TryDequeue(out PiglitTest? test))
        {
            _done.Add(await CompareTestAsync(lane, test, stop));
            int done = _done.Count;
            if (done % ProgressEvery == 0)
            {
                await progress.WriteLineAsync($"{done} of {count} tests, {_clock.Elapsed.TotalSeconds:F0} s");
            }
        }
    }

    /// <summary>Runs a test, and repeats it if it is worse, because some tests vary from run to run, natively too. Known differences are
    /// not repeated.</summary>
    private async Task<Comparison> CompareTestAsync(Lane lane, PiglitTest test, CancellationToken stop)
    {
        Comparison comparison = await CompareOnceAsync(lane, test, stop);
        for (int attempt = 2; attempt <= MostAttempts && comparison.Relation == Relation.Worse
            && known.FindFor(comparison) is null; attempt++)
        {
            comparison = await CompareOnceAsync(lane, test, stop) with { Attempts = attempt, WasWorse = true };
        }

        return comparison;
    }

    private async Task<Comparison> CompareOnceAsync(Lane lane, PiglitTest test, CancellationToken stop)
    {
        TestResult native = await lane.RunTestAsync(test, forwarded: false, stop);
        lane.RestartIfDead();
        TestResult forwarded = await lane.RunTestAsync(test, forwarded: true, stop);
        lane.RestartIfDead();
        return new Comparison(test, native, forwarded);
    }
}
