using System.Globalization;

namespace Vmgl.Apps;

/// <summary>Formats figures and judgements for the page, the summary and the terminal.</summary>
internal static class ReportText
{
    public const string Nothing = "–";

    public static string NameOf(Judgement judgement) => judgement switch
    {
        Judgement.Same => "same",
        Judgement.NeedsMore => "needs more",
        Judgement.Different => "DIFFERENT",
        Judgement.NotForwarded => "NOT FORWARDED",
        _ => "MISSING",
    };

    /// <summary>Formats a rate with three significant digits.</summary>
    public static string FormatRate(double? rate) =>
        rate is not double fps ? Nothing : fps.ToString(fps >= 100 ? "n0" : "0.0", CultureInfo.InvariantCulture);

    public static string FormatRatio(double? ratio) => FormatFigure(ratio, "0.00");

    public static string DescribeEndings(IEnumerable<ProgramRun> runs)
    {
        string[] endings = [.. runs.Select(run => run.Ending.ToString()).Distinct()];
        return endings.Length == 0 ? Nothing : string.Join(", ", endings);
    }

    /// <summary>Summarizes the comparison of the pictures.</summary>
    public static string DescribePictures(Evidence evidence) =>
        evidence.App.Kind == Kind.Replay ? string.Join("; ", evidence.Remarks)
            : evidence.Comparisons.Count == 0 ? Nothing
            : string.Join("; ", evidence.Comparisons.Select(DescribePicture));

    public static string DescribePicture(Comparison comparison)
    {
        string found = comparison.Forwarded is null ? "none forwarded" : comparison.Found is { } difference ? DescribeDifference(difference)
            : "different size";
        return comparison.Range is { } range ? $"{comparison.What}: {found} (native runs: {DescribeDifference(range)})"
            : $"{comparison.What}: {found}";
    }

    public static string FormatRoundTrips(Evidence evidence) => FormatFigure(evidence.Steady?.RoundTrips, "0.00");

    public static string FormatMegabytes(Evidence evidence) => FormatFigure(evidence.Steady?.Megabytes, "0.000");

    /// <summary>Summarizes a session.</summary>
    public static string DescribeSession(Session session) => session.End is null
        ? "no end in the log"
        : $"{session.Frames:n0} frames, {session.RoundTrips:n0} round trips ({session.Waits}), {session.Megabytes:n1} MB";

    /// <summary>Condenses standard error: omits Mesa's message about our own setting, counts repeated lines, and truncates long
    /// ones.</summary>
    public static string CondenseErrors(string errors)
    {
        const int most = 25, longest = 400;
        var lines = errors.Split('\n')
            .Where(line => !string.IsNullOrWhiteSpace(line)
            && !line.StartsWith("ATTENTION: default value of option vblank_mode", StringComparison.Ordinal))
            .CountBy(line => line.Length <= longest ? line : line[..longest] + " …").ToList();
        IEnumerable<string> shown = lines.Take(most).Select(line => line.Value == 1 ? line.Key : $"{line.Key} ({line.Value} times)");
        return string.Join('\n', lines.Count > most ? shown.Append($"… and {lines.Count - most} other lines") : shown);
    }

    private static string FormatFigure(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? Nothing;

    private static string DescribeDifference(Difference difference) => difference.IsNone ? "no difference"
        : string.Create(CultureInfo.InvariantCulture, $"{difference.Pixels:n0} px, {100.0 * difference.Pixels / difference.Total:0.0} %, mean {difference.Mean:0.00}");
}
