namespace Vmgl.Conformance.Verdicts;

/// <summary>The report for a terminal.</summary>
internal static class TextReport
{
    private const int Shown = 60;

    /// <summary>Line by line; the last one sums up.</summary>
    public static IEnumerable<string> Lines(Summary summary, TimeSpan took)
    {
        yield return $"{"",-15}{"native",8}{"forwarded",11}";
        foreach (Outcome outcome in Enum.GetValues<Outcome>())
        {
            (int native, int forwarded) = (summary.Count(outcome, c => c.Native), summary.Count(outcome, c => c.Forwarded));
            if (native + forwarded > 0)
            {
                yield return $"{outcome.NameOf(),-15}{native,8}{forwarded,11}";
            }
        }

        IEnumerable<string> sections =
        [
            .. Section("needs more: passes natively, is skipped forwarded", summary.NeedsMore.Select(g => $"{g.Count(),5}  {g.Key}")),
            .. Section("better forwarded", summary.Better.Select(Describe)),
            .. Section("worse once and not again", summary.Flaky.Select(Describe)),
            .. Section("never seen by the daemon, and not passing", summary.NotServed.Select(Describe)),
            .. Section("worse, and known", summary.Known.Select(known => $"{Describe(known.Comparison)}: {known.Reason.Reason}")),
            .. Section("known-differences.txt: no longer so", summary.Outdated.Select(known => $"  {known.Test} | {known.Forwarded.NameOf()}")),
            .. Section("worse", summary.Worse.SelectMany(DescribeFully)),
        ];
        foreach (string line in sections)
        {
            yield return line;
        }

        (int passNative, int passForwarded) = summary.Passing;
        yield return $"{summary.All.Count} tests in {took.TotalSeconds:F0} s: {passForwarded} of {passNative} natively passing ones pass forwarded, "
            + $"{summary.NeedsMore.Sum(group => group.Count())} need more, {summary.Worse.Length} worse, {summary.Known.Length} known; {summary.Rerun} rerun";
    }

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length == 0 ? [] : [$"{title}:", .. all.Take(Shown), .. all.Length > Shown ? [$"  … and {all.Length - Shown} lines more"] : Array.Empty<string>()];
    }

    private static string Describe(Comparison comparison) => $"  {comparison.Test.Name}: {comparison.Change}";

    private static IEnumerable<string> DescribeFully(Comparison comparison)
    {
        string parts = string.Join(", ", comparison.WorseParts.Take(6));
        string why = parts.Length > 0 ? parts : comparison.Forwarded.Reason;
        return why.Length > 0 ? [Describe(comparison), $"      {why}"] : [Describe(comparison)];
    }
}
