using System.Diagnostics;
using System.Globalization;
using System.Text;
using Vmgl.EndToEnd.Tests.Present;
using Xunit.Sdk;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>`make chaos`: all scenes, or those that VMGL_CHAOS_SCENES names, in all ways, with as many seeds as VMGL_CHAOS says; what came
/// of a run of all is a page in bench/results.</summary>
[Collection(SurvivalCollection.Name)]
public sealed class ChaosTests(HostMachine host, GuestAndHost machines, HeadlessMachine headless)
{
    private const string Variable = "VMGL_CHAOS";
    private const string ScenesVariable = "VMGL_CHAOS_SCENES";

    /// <summary>Characters that a report says of one run; the log has all.</summary>
    private const int MostOfOutcome = 250;

    /// <summary>A line for each run, as it ends.</summary>
    private static readonly string s_log = Path.Combine(Checkout.Root, "out", "chaos.log");

    private static readonly string[] s_chosen =
        Environment.GetEnvironmentVariable(ScenesVariable)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>One way to run all scenes, and what came of it.</summary>
    private sealed class Tally(string way, StormyScene scene, Storm storm, string[] scenes)
    {
        private int _runs;
        private int _events;
        private int _failures;

        public void Run(int seed, List<string> failures)
        {
            foreach (string name in scenes)
            {
                _runs++;
                string outcome = "as native";
                var clock = Stopwatch.StartNew();
                try
                {
                    _events += scene.AssertEqualsNative(name, storm, seed);
                }
                catch (XunitException e)
                {
                    _failures++;
                    outcome = e.Message.ReplaceLineEndings(" ");
                    failures.Add($"{way}, {name}, seed {seed}: {outcome[..Math.Min(outcome.Length, MostOfOutcome)]}");
                }

                File.AppendAllText(s_log, $"{clock.Elapsed.TotalSeconds,5:0.0} s  {way}, {name}, seed {seed}: {outcome}\n");
            }
        }

        public override string ToString() => $"| {way} | {_runs} | {_events} | {_failures} |";
    }

    [Fact]
    public void AllScenes_ManySeeds_EqualNative()
    {
        bool isWanted = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out int seeds)
            && seeds > 0;
        Assert.SkipUnless(isWanted, $"{Variable} is not set to a number of seeds: `make chaos` does");
        File.WriteAllText(s_log, "");
        var clock = Stopwatch.StartNew();
        Tally[] ways = [.. Ways()];
        List<string> failures = [];
        for (int seed = 1; seed <= seeds; seed++)
        {
            foreach (Tally way in ways)
            {
                way.Run(seed, failures);
            }
        }

        if (s_chosen.Length == 0)
        {
            Report(ways, seeds, failures, clock.Elapsed);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private IEnumerable<Tally> Ways()
    {
        foreach (Storm storm in new[] { Storm.Cut, Storm.Suspension })
        {
            string event_ = storm == Storm.Cut ? "cut" : "suspended and resumed";
            foreach (string? keep in new[] { null, "0" })
            {
                string kept = keep is null ? "" : ", nothing kept";
                yield return new($"direct, {event_}{kept}", StormScenes.Direct(host, keep, int.MaxValue), storm,
                    [.. StormScenes.For(storm).Where(IsChosen)]);
                yield return new($"return, {event_}{kept}", StormScenes.Return(machines, keep, int.MaxValue), storm,
                    [.. StormScenes.ReturnedFor(storm).Where(IsChosen)]);
            }

            yield return new($"headless, {event_}", StormScenes.Headless(headless, null, int.MaxValue), storm,
                [.. StormScenes.HeadlessFor(storm).Where(IsChosen)]);
        }
    }

    private static bool IsChosen(string scene) => s_chosen.Length == 0 || s_chosen.Contains(scene);

    private static void Report(Tally[] ways, int seeds, List<string> failures, TimeSpan took)
    {
        var page = new StringBuilder();
        _ = page.AppendLine("# Scenes whose host comes and goes").AppendLine()
            .AppendLine($"`make chaos`, {seeds} seeds, {took.TotalMinutes:0} minutes. Every scene's picture and words are compared with the native ones.").AppendLine()
            .AppendLine("| way | runs | losses or suspensions | differed from native |").AppendLine("|---|---|---|---|");
        foreach (Tally way in ways)
        {
            _ = page.AppendLine($"{way}");
        }

        foreach (string failure in failures)
        {
            _ = page.AppendLine().AppendLine($"* {failure}");
        }

        string name = $"{DateTime.UtcNow:yyyy-MM}-chaos.md";
        File.WriteAllText(Path.Combine(Checkout.Root, "bench", "results", name), page.ToString());
    }
}
