using System.Globalization;

namespace Vmgl.Apps;

/// <summary>Figures and judgements as the page, the summary and the terminal show them.</summary>
internal static class Words
{
    public const string Nothing = "–";

    public static string Of(Judgement judgement) => judgement switch
    {
        Judgement.Same => "same",
        Judgement.NeedsMore => "needs more",
        Judgement.Different => "DIFFERENT",
        Judgement.NotForwarded => "NOT FORWARDED",
        _ => "MISSING",
    };

    /// <summary>With three digits that count.</summary>
    public static string Rate(double? rate) => rate is not double fps ? Nothing : fps.ToString(fps >= 100 ? "n0" : "0.0", CultureInfo.InvariantCulture);

    public static string Ratio(double? ratio) => Figure(ratio, "0.00");

    public static string Endings(IEnumerable<ProgramRun> runs)
    {
        string[] endings = [.. runs.Select(run => run.Ending.ToString()).Distinct()];
        return endings.Length == 0 ? Nothing : string.Join(", ", endings);
    }

    /// <summary>How the pictures compare, in a few words.</summary>
    public static string Pictures(Evidence evidence) =>
        evidence.App.Kind == Kind.Replay ? string.Join("; ", evidence.Remarks)
            : evidence.Comparisons.Count == 0 ? Nothing
            : string.Join("; ", evidence.Comparisons.Select(Picture));

    public static string Picture(Comparison comparison)
    {
        string found = comparison.Forwarded is null ? "none forwarded" : comparison.Found is { } difference ? Short(difference) : "other size";
        return comparison.Range is { } range ? $"{comparison.What}: {found} (native runs: {Short(range)})" : $"{comparison.What}: {found}";
    }

    public static string RoundTrips(Evidence evidence) => Figure(evidence.Steady?.RoundTrips, "0.00");

    public static string Megabytes(Evidence evidence) => Figure(evidence.Steady?.Megabytes, "0.000");

    /// <summary>A session's account.</summary>
    public static string Account(Session session) => session.End is null
        ? "no account"
        : $"{session.Frames:n0} frames, {session.RoundTrips:n0} round trips ({session.Waits}), {session.Megabytes:n1} MB";

    /// <summary>Standard error without what Mesa says of our own setting, lines that come again counted, long ones cut.</summary>
    public static string Errors(string errors)
    {
        const int most = 25, longest = 400;
        var lines = errors.Split('\n')
            .Where(line => !string.IsNullOrWhiteSpace(line) && !line.StartsWith("ATTENTION: default value of option vblank_mode", StringComparison.Ordinal))
            .CountBy(line => line.Length <= longest ? line : line[..longest] + " …").ToList();
        IEnumerable<string> shown = lines.Take(most).Select(line => line.Value == 1 ? line.Key : $"{line.Key} ({line.Value} times)");
        return string.Join('\n', lines.Count > most ? shown.Append($"… and {lines.Count - most} other lines") : shown);
    }

    private static string Figure(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? Nothing;

    private static string Short(Difference difference) => difference.IsNone ? "no difference"
        : string.Create(CultureInfo.InvariantCulture, $"{difference.Pixels:n0} px, {100.0 * difference.Pixels / difference.Total:0.0} %, mean {difference.Mean:0.00}");
}
