using System.Globalization;
using System.Text;

namespace Vmgl.Apps;

/// <summary>Writes what is committed of a run.</summary>
internal static class Summary
{
    public static string PathOf(string folder, Facts facts) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{facts.When:yyyy-MM}-{facts.ShortRenderer}.md"));

    public static string Write(Facts facts, int rounds, IReadOnlyList<(Evidence Evidence, Verdict Verdict)> results)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"# Programs, natively and forwarded, {facts.When:MMMM yyyy}\n\n")
            .Append(CultureInfo.InvariantCulture, $"{facts.Vmgl}; forwarded `GL_VERSION` {facts.ForwardedVersion}. Host: {facts.Renderer}, {facts.Server}, {facts.Machine}.\n")
            .Append(CultureInfo.InvariantCulture, $"Made by `make apps`: native and forwarded runs alternated, {rounds} of each; rates are medians of what the programs say.\n")
            .Append(CultureInfo.InvariantCulture, $"Load of the machine in the last quarter of an hour, this run included: {Facts.Load}.\n\n")
            .Append("| program | verdict | ends | native fps | forwarded fps | forwarded ÷ native | round trips per steady frame | MB per steady frame | pictures |\n")
            .Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach ((Evidence evidence, Verdict verdict) in results)
        {
            string[] cells =
            [
                evidence.App.Name, Words.Of(verdict.Judgement), Words.Endings(evidence.Forwarded), Words.Rate(evidence.NativeRate), Words.Rate(evidence.ForwardedRate),
                Words.Ratio(evidence.Ratio), Words.RoundTrips(evidence), Words.Megabytes(evidence), Words.Pictures(evidence),
            ];
            _ = text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
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
