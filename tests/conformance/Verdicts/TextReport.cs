namespace Vmgl.Conformance.Verdicts;

/// <summary>The report for a terminal.</summary>
internal static class TextReport
{
    private const int Shown = 60;

    /// <summary>Formats the report's lines; the last one is the summary.</summary>
    public static IEnumerable<string> FormatLines(Summary summary, TimeSpan took)
    {
        yield return $"{"",-15}{"native",8}{"forwarded",11}";
        foreach (Outcome outcome in Enum.GetValues<Outcome>())
        {
            (int native, int forwarded) = (summary.CountOutcome(outcome, c => c.Native), summary.CountOutcome(outcome, c => c.Forwarded));
            if (native + forwarded > 0)
            {
                yield return $"{outcome.NameOf(),-15}{native,8}{forwarded,11}";
            }
        }

        IEnumerable<string> sections =
        [
            .. FormatSection("needs more: pass natively, are skipped forwarded", summary.NeedsMore.Select(g => $"{g.Count(),5}  {g.Key}")),
            .. FormatSection("better forwarded", summary.Better.Select(DescribeTest)),
            .. FormatSection("worse once and not again", summary.Flaky.Select(DescribeTest)),
            .. FormatSection("never seen by the daemon, and not passing", summary.NotServed.Select(DescribeTest)),
            .. FormatSection("worse, and known", summary.Known.Select(known => $"{DescribeTest(known.Comparison)}: {known.Reason.Reason}")),
            .. FormatSection("known-differences.txt: entries that no longer apply",
                summary.Outdated.Select(known => $"  {known.Test} | {known.Forwarded.NameOf()}")),
            .. FormatSection("worse", summary.Worse.SelectMany(DescribeTestFully)),
        ];
        foreach (string line in sections)
        {
            yield return line;
        }

        (int passNative, int passForwarded) = summary.Passing;
        yield return $"{summary.All.Count} tests in {took.TotalSeconds:F0} s: {passForwarded} of {passNative} natively passing ones pass forwarded, "
            + $"{summary.NeedsMore.Sum(group => group.Count())} need more, {summary.Worse.Length} worse, {summary.Known.Length} known; {summary.Rerun} rerun";
    }

    private static IEnumerable<string> FormatSection(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length == 0 ? [] : [$"{title}:", .. all.Take(Shown),
            .. all.Length > Shown ? [$"  … and {all.Length - Shown} more lines"] : Array.Empty<string>()];
    }

    private static string DescribeTest(Comparison comparison) => $"  {comparison.Test.Name}: {comparison.Change}";

    private static IEnumerable<string> DescribeTestFully(Comparison comparison)
    {
        string parts = string.Join(", ", comparison.WorseParts.Take(6));
        string why = parts.Length > 0 ? parts : comparison.Forwarded.Reason;
        return why.Length > 0 ? [DescribeTest(comparison), $"      {why}"] : [DescribeTest(comparison)];
    }
}
