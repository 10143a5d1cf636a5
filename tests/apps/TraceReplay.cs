namespace Vmgl.Apps;

/// <summary>Traces a program natively, then replays the trace natively and forwarded: the same calls, so the same pictures.</summary>
internal static class TraceReplay
{
    private const int Snapshots = 12;
    private const int Shown = 3;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    public static void Run(Evidence evidence, Stage stage, string folder, int rounds)
    {
        string? trace = Trace(evidence, stage, folder);
        if (trace is null)
        {
            return;
        }

        IReadOnlyList<string> native = Snap(evidence, stage, trace, Side.Native);
        IReadOnlyList<string> forwarded = Snap(evidence, stage, trace, Side.Forwarded);
        Compare(evidence, native, forwarded);
        foreach (Side side in Enumerable.Repeat(Enum.GetValues<Side>(), rounds).SelectMany(sides => sides))
        {
            _ = evidence.Add(stage.Run(side, ["glretrace", "--benchmark", trace], s_limit));
        }
    }

    /// <summary>The first frames of the program, or null where there is no trace.</summary>
    private static string? Trace(Evidence evidence, Stage stage, string folder)
    {
        App app = evidence.App;
        string whole = Path.Combine(folder, "whole.trace"), trace = Path.Combine(folder, "program.trace");
        ProgramRun run = stage.Run(Side.Native, ["apitrace", "trace", "-o", whole, .. app.Command], TimeSpan.FromSeconds(app.Seconds));
        if (!File.Exists(whole))
        {
            evidence.Trouble = $"apitrace made no trace of it: {run.Ending}: {run.Errors}";
            return null;
        }

        _ = Tools.Run("apitrace", "trim", $"--frames=0-{app.Frames - 1}", "-o", trace, whole);
        File.Delete(whole);
        return trace;
    }

    private static IReadOnlyList<string> Snap(Evidence evidence, Stage stage, string trace, Side side)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(trace)!, Programs.Name(side))).FullName;
        int interval = Math.Max(1, evidence.App.Frames / Snapshots);
        _ = evidence.Add(stage.Run(side, ["glretrace", "-s", folder + "/", $"--snapshot-interval={interval}", trace], s_limit) with { IsTimed = false });
        return [.. Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal)];
    }

    /// <summary>Keeps the pictures that differ and a few of the same; all count. The first snapshot is taken while glretrace's window
    /// gets its size: what it shows is left to chance.</summary>
    private static void Compare(Evidence evidence, IReadOnlyList<string> natives, IReadOnlyList<string> forwarded)
    {
        Dictionary<string, string> byName = forwarded.ToDictionary(path => Path.GetFileName(path));
        Comparison[] all = [.. natives.Skip(1).Select(native => Comparison.Exact(
            $"call {Path.GetFileNameWithoutExtension(native).TrimStart('0')}", native, byName.GetValueOrDefault(Path.GetFileName(native))))];
        if (all.Length == 0)
        {
            evidence.Trouble = "natively, the replay gave no snapshot but the first";
        }

        int every = Math.Max(1, all.Length / Shown);
        foreach (Comparison comparison in all.Where((comparison, i) => !comparison.IsSame || i % every == every - 1))
        {
            evidence.Add(comparison);
        }

        evidence.Remark($"{all.Count(comparison => comparison.IsSame)} of {all.Length} snapshots are the same to the pixel");
    }
}
