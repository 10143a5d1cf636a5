namespace Vmgl.Apps;

/// <summary>Traces a program natively, then replays the trace natively and forwarded: the same calls, so the same pictures.</summary>
internal static class TraceReplay
{
    private const int Snapshots = 12;
    private const int Shown = 3;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    public static void Run(Evidence evidence, Stage stage, string folder, int rounds)
    {
        string? trace = RecordTrace(evidence, stage, folder);
        if (trace is null)
        {
            return;
        }

        IReadOnlyList<string> native = TakeSnapshots(evidence, stage, trace, Side.Native);
        IReadOnlyList<string> forwarded = TakeSnapshots(evidence, stage, trace, Side.Forwarded);
        CompareSnapshots(evidence, native, forwarded);
        foreach (Side side in Enumerable.Repeat(Enum.GetValues<Side>(), rounds).SelectMany(sides => sides))
        {
            _ = evidence.AddRun(stage.RunProgram(side, ["glretrace", "--benchmark", trace], s_limit));
        }
    }

    /// <summary>Traces the first frames of the program; null if there is no trace.</summary>
    private static string? RecordTrace(Evidence evidence, Stage stage, string folder)
    {
        App app = evidence.App;
        string whole = Path.Combine(folder, "whole.trace"), trace = Path.Combine(folder, "program.trace");
        ProgramRun run = stage.RunProgram(Side.Native, ["apitrace", "trace", "-o", whole, .. app.Command],
            TimeSpan.FromSeconds(app.Seconds));
        if (!File.Exists(whole))
        {
            evidence.Trouble = $"apitrace recorded no trace: {run.Ending}: {run.Errors}";
            return null;
        }

        _ = Tools.RunTool("apitrace", "trim", $"--frames=0-{app.Frames - 1}", "-o", trace, whole);
        File.Delete(whole);
        return trace;
    }

    private static IReadOnlyList<string> TakeSnapshots(Evidence evidence, Stage stage, string trace, Side side)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(trace)!, Programs.NameOf(side))).FullName;
        int interval = Math.Max(1, evidence.App.Frames / Snapshots);
        _ = evidence.AddRun(stage.RunProgram(side, ["glretrace", "-s", folder + "/", $"--snapshot-interval={interval}", trace],
            s_limit) with { IsTimed = false });
        return [.. Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal)];
    }

    /// <summary>Compares all snapshots, and keeps those that differ and a few identical ones. The first snapshot is taken while glretrace's
    /// window is being resized, so its contents are random.</summary>
    private static void CompareSnapshots(Evidence evidence, IReadOnlyList<string> natives, IReadOnlyList<string> forwarded)
    {
        Dictionary<string, string> byName = forwarded.ToDictionary(path => Path.GetFileName(path));
        Comparison[] all = [.. natives.Skip(1).Select(native => Comparison.CompareExactly(
            $"call {Path.GetFileNameWithoutExtension(native).TrimStart('0')}", native,
            byName.GetValueOrDefault(Path.GetFileName(native))))];
        if (all.Length == 0)
        {
            evidence.Trouble = "natively, the replay took no snapshot but the first";
        }

        int every = Math.Max(1, all.Length / Shown);
        foreach (Comparison comparison in all.Where((comparison, i) => !comparison.IsSame || i % every == every - 1))
        {
            evidence.AddComparison(comparison);
        }

        evidence.AddRemark($"{all.Count(comparison => comparison.IsSame)} of {all.Length} snapshots are identical");
    }
}
