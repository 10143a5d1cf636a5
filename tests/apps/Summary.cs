using System.Globalization;
using System.Text;

namespace Vmgl.Apps;

/// <summary>Writes the summary of a run that is committed.</summary>
internal static class Summary
{
    public static string PathOf(string folder, Facts facts) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{facts.When:yyyy-MM}-{facts.ShortRenderer}.md"));

    public static string Write(Facts facts, int rounds, IReadOnlyList<(Evidence Evidence, Verdict Verdict)> results)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"# Programs, natively and forwarded, {facts.When:MMMM yyyy}\n\n")
            .Append(CultureInfo.InvariantCulture, $"{facts.Vmgl}; forwarded `GL_VERSION` {facts.ForwardedVersion}. Host: {facts.Renderer}, {facts.Server}, {facts.Machine}.\n")
            .Append(CultureInfo.InvariantCulture, $"Measured by `make apps`: native and forwarded runs alternated, {rounds} of each; rates are medians of the programs' own reports.\n")
            .Append(CultureInfo.InvariantCulture, $"Load average of the last 15 minutes, including this run: {Facts.Load}.\n\n")
            .Append("| program | verdict | ends | native fps | forwarded fps | forwarded ÷ native | round trips per steady frame | MB per steady frame | pictures |\n")
            .Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach ((Evidence evidence, Verdict verdict) in results)
        {
            string[] cells =
            [
                evidence.App.Name, ReportText.NameOf(verdict.Judgement), ReportText.DescribeEndings(evidence.Forwarded),
                ReportText.FormatRate(evidence.NativeRate), ReportText.FormatRate(evidence.ForwardedRate),
                ReportText.FormatRatio(evidence.Ratio), ReportText.FormatRoundTrips(evidence), ReportText.FormatMegabytes(evidence),
                    ReportText.DescribePictures(evidence),
            ];
            _ = text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
                .Append(" |\n");
        }

        AppendReasons(text, results);
        return text.Append("\nPackages: ").AppendJoin(", ", facts.Packages).Append(".\n").ToString();
    }

    private static void AppendReasons(StringBuilder text, IEnumerable<(Evidence Evidence, Verdict Verdict)> results)
    {
        string[] reasons = [.. results.Where(result => result.Verdict.Reasons.Count > 0)
            .Select(result => $"* {result.Evidence.App.Name}: {string.Join("; ", result.Verdict.Reasons).Replace("\n", " / ", StringComparison.Ordinal)}\n")];
        _ = reasons.Length == 0 ? text : text.Append('\n').AppendJoin("", reasons);
    }
}
