using System.Net;
using System.Text;

namespace Vmgl.Apps;

/// <summary>Writes index.html beside the pictures.</summary>
internal static class Page
{
    private const string Style = """
        body { font: 15px/1.45 sans-serif; margin: 2em auto; max-width: 78em; padding: 0 1em; color: #222 }
        table { border-collapse: collapse } td, th { padding: .25em .7em; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top }
        td.n { text-align: right; font-variant-numeric: tabular-nums }
        .bad { color: #b00; font-weight: bold } .more { color: #850 }
        figure { display: inline-block; margin: .5em .5em .5em 0; width: 31% } figure img { width: 100%; border: 1px solid #ccc; background: #000 }
        figcaption { font-size: 13px } pre { background: #f5f5f5; padding: .6em; overflow-x: auto; font-size: 13px }
        """;

    public static void Write(string folder, Facts facts, IReadOnlyList<(Evidence Evidence, Verdict Verdict)> results)
    {
        var html = new StringBuilder();
        _ = html.Append("<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Programs, natively and forwarded</title>\n<style>\n")
            .Append(Style).Append("\n</style>\n<h1>Programs, natively and forwarded</h1>\n");
        _ = html.Append($"<p>{EscapeHtml(facts.Vmgl)}; forwarded GL_VERSION {EscapeHtml(facts.ForwardedVersion)}. Host: {EscapeHtml(facts.Renderer)}, ")
            .Append($"{EscapeHtml(facts.Server)}, {EscapeHtml(facts.Machine)}. {facts.When:yyyy-MM-dd HH:mm} UTC. Load average of the last 15 minutes: {Facts.Load}.</p>\n")
            .Append("<p>Both sides use the same X server. Rates are medians of the programs' own reports. The host's log names every forwarded run.</p>\n");
        (Evidence, Verdict)[] counted = [.. results.Where(result => result.Verdict.Judgement != Judgement.NeedsMore)];
        (Evidence, Verdict)[] apart = [.. results.Where(result => result.Verdict.Judgement == Judgement.NeedsMore)];
        AppendTable(html, counted);
        if (apart.Length > 0)
        {
            _ = html.Append("<h2>Needs a newer OpenGL than the forwarded one</h2>\n");
            AppendTable(html, apart);
        }

        foreach ((Evidence evidence, Verdict verdict) in results)
        {
            AppendProgram(html, folder, evidence, verdict);
        }

        File.WriteAllText(Path.Combine(folder, "index.html"), html.Append("</html>\n").ToString());
    }

    private static void AppendTable(StringBuilder html, IEnumerable<(Evidence Evidence, Verdict Verdict)> results)
    {
        _ = html.Append("<table><tr><th>program<th>verdict<th>ends natively<th>ends forwarded<th>native fps<th>forwarded fps<th>forwarded ÷ native")
            .Append("<th>round trips per steady frame<th>MB per steady frame<th>pictures\n");
        foreach ((Evidence evidence, Verdict verdict) in results)
        {
            string name = EscapeHtml(evidence.App.Name);
            _ = html.Append($"<tr><td><a href=\"#{name}\">{name}</a><td class=\"{CssClassOf(verdict)}\">{ReportText.NameOf(verdict.Judgement)}")
                .Append($"<td>{EscapeHtml(ReportText.DescribeEndings(evidence.Natives))}<td>{EscapeHtml(ReportText.DescribeEndings(evidence.Forwarded))}")
                .Append($"<td class=\"n\">{ReportText.FormatRate(evidence.NativeRate)}<td class=\"n\">{ReportText.FormatRate(evidence.ForwardedRate)}<td class=\"n\">{ReportText.FormatRatio(evidence.Ratio)}")
                .Append($"<td class=\"n\">{ReportText.FormatRoundTrips(evidence)}<td class=\"n\">{ReportText.FormatMegabytes(evidence)}<td>{EscapeHtml(ReportText.DescribePictures(evidence))}\n");
        }

        _ = html.Append("</table>\n");
    }

    private static void AppendProgram(StringBuilder html, string folder, Evidence evidence, Verdict verdict)
    {
        string name = EscapeHtml(evidence.App.Name);
        _ = html.Append($"<h2 id=\"{name}\">{name}: <span class=\"{CssClassOf(verdict)}\">{ReportText.NameOf(verdict.Judgement)}</span></h2>\n")
            .Append($"<pre>{EscapeHtml(string.Join(' ', evidence.App.Command))}</pre>\n");
        AppendList(html, verdict.Reasons.Concat(evidence.Remarks));
        foreach (Comparison comparison in evidence.Comparisons)
        {
            _ = html.Append($"<h3>{EscapeHtml(ReportText.DescribePicture(comparison))}</h3>\n");
            AppendPicture(html, folder, comparison.Native, "native");
            AppendPicture(html, folder, comparison.Forwarded, "forwarded");
            AppendPicture(html, folder, comparison.Amplified, "difference, 8 times as bright");
        }

        AppendRuns(html, evidence);
    }

    private static void AppendRuns(StringBuilder html, Evidence evidence)
    {
        AppendList(html, evidence.Runs.Select((run, i) => $"run {i + 1}, {Programs.NameOf(run.Side)}: {run.Ending}"
            + (run.Rate is double rate ? $", {ReportText.FormatRate(rate)} fps" : "")
            + string.Concat(run.Sessions.Select(
                session => $"; {session.Program}[{session.ProcessId}]: {ReportText.DescribeSession(session)}"))));
        foreach (Side side in Enum.GetValues<Side>())
        {
            string errors = ReportText.CondenseErrors(evidence.Runs.LastOrDefault(run => run.Side == side)?.Errors ?? "");
            if (errors.Length > 0)
            {
                _ = html.Append($"<p>standard error of the last {Programs.NameOf(side)} run:</p><pre>{EscapeHtml(errors)}</pre>\n");
            }
        }
    }

    private static void AppendList(StringBuilder html, IEnumerable<string> lines)
    {
        string items = string.Concat(lines.Select(line => $"<li>{EscapeHtml(line)}\n"));
        _ = items.Length == 0 ? html : html.Append($"<ul>\n{items}</ul>\n");
    }

    private static void AppendPicture(StringBuilder html, string folder, string? path, string caption)
    {
        if (path is not null)
        {
            string link = EscapeHtml(Path.GetRelativePath(folder, path));
            _ = html.Append($"<figure><a href=\"{link}\"><img src=\"{link}\" alt=\"{caption}\"></a><figcaption>{caption}</figcaption></figure>\n");
        }
    }

    private static string CssClassOf(Verdict verdict) => verdict.Judgement switch
    {
        Judgement.Same => "good",
        Judgement.NeedsMore => "more",
        _ => "bad",
    };

    private static string EscapeHtml(string text) => WebUtility.HtmlEncode(text);
}
