using System.Text.RegularExpressions;
using Vmgl.Conformance.Running;

namespace Vmgl.Conformance.Verdicts;

/// <summary>The summary that is committed: one file for each month, driver and selection of tests.</summary>
internal static partial class MarkdownRecord
{
    private const int NamedTests = 3;

    /// <summary>The file's name, for example "2026-11-llvmpipe.md"; sets other than gl1 are appended.</summary>
    public static string FileName(DateTime date, HostGl host, IReadOnlyList<string> sets)
    {
#pragma warning disable CA1308 // a file's name
        string driver = UnsafeCharacters().Replace(host.Renderer.Split('(')[0].ToLowerInvariant(), "-").Trim('-');
#pragma warning restore CA1308
        string suffix = string.Concat(sets.Where(set => set != "gl1").Select(set => $"-{set}"));
        return $"{date:yyyy-MM}-{driver}{suffix}.md";
    }

    /// <summary>Formats the file's lines.</summary>
    public static IEnumerable<string> FormatLines(Summary summary, RunResult run, Options options)
    {
        (int native, int forwarded) = summary.Passing;
        return
        [
            $"# Conformance, {DateTime.UtcNow:yyyy-MM-dd}, {run.Host.Renderer}",
            "",
            $"`make conformance CONFORMANCE=\"{FormatOptions(options)}\"`: {summary.All.Count} tests of piglit, natively and forwarded on one machine. "
                + $"Of {native} that pass natively, {forwarded} pass forwarded; {summary.NeedsMore.Sum(g => g.Count())} need a feature that is not "
                + $"forwarded yet, {summary.Worse.Length + summary.Known.Length} are worse, {summary.Known.Length} of them for a known reason.",
            "",
            "| | |", "|---|---|",
            $"| VMGL | {Machine.Vmgl} |", $"| piglit | {Machine.PiglitVersion()} |",
            $"| host's OpenGL | {run.Host.Renderer}; {run.Host.Version} |",
            $"| system | {Machine.System}, Linux {Machine.Kernel} |", $"| CPUs | {Machine.Processors} |",
            $"| time | {run.Took.TotalSeconds:F0} s with {options.Workers} workers |",
            $"| repeated because the first forwarded run was worse | {summary.Rerun}, of which {summary.Flaky.Length} were not worse again |",
            $"| workers killed while tests ran | {run.Killed} |",
            $"| X servers or daemons that died | {run.Restarts} |",
            "",
            "| outcome | native | forwarded |", "|---|---|---|",
            .. Enum.GetValues<Outcome>().Select(o =>
                (Name: o.NameOf(), Native: summary.CountOutcome(o, c => c.Native), Forwarded: summary.CountOutcome(o, c => c.Forwarded)))
                .Where(row => row.Native + row.Forwarded > 0).Select(row => $"| {row.Name} | {row.Native} | {row.Forwarded} |"),
            .. FormatTable("Worse", "test | change | parts, or the test's message",
                summary.Worse.Select(c => $"{FormatCode(c.Test.Name)} | {c.Change} | {EscapeCell(FormatReason(c))}")),
            .. FormatTable("Worse, and known", "test | change | reason",
                summary.Known.Select(k => $"{FormatCode(k.Comparison.Test.Name)} | {k.Comparison.Change} | {EscapeCell(k.Reason.Reason)}")),
            .. FormatTable("Needs more", "tests | message | examples",
                summary.NeedsMore.Select(g => $"{g.Count()} | {EscapeCell(g.Key)} | {FormatExamples(g)}")),
            .. FormatTable("Better", "test | change", summary.Better.Select(c => $"{FormatCode(c.Test.Name)} | {c.Change}")),
            .. FormatTable("Worse once and not again", "test | last", summary.Flaky.Select(c => $"{FormatCode(c.Test.Name)} | {c.Change}")),
        ];
    }

    private static string FormatOptions(Options options) => string.Join(' ',
        [
            .. options.Sets.Select(set => $"--set {set}"),
            .. options.Sample ? ["--sample"] : Array.Empty<string>(),
            .. options.Filter is { } filter ? [$"--filter {filter}"] : Array.Empty<string>(),
        ]);

    private static IEnumerable<string> FormatTable(string title, string head, IEnumerable<string> rows)
    {
        string[] all = [.. rows.Select(row => $"| {row} |")];
        string rule = string.Concat(head.Split('|').Select(_ => "---|"));
        return all.Length == 0 ? [] : ["", $"## {title}", "", $"| {head} |", $"|{rule}", .. all];
    }

    private static string FormatReason(Comparison comparison)
    {
        string[] parts = [.. comparison.WorseParts];
        string more = parts.Length > NamedTests ? ", …" : "";
        return parts.Length > 0 ? string.Join(", ", parts.Take(NamedTests)) + more : comparison.Forwarded.Reason;
    }

    private static string FormatExamples(IEnumerable<Comparison> group) =>
        string.Join(", ", group.Take(NamedTests).Select(c => FormatCode(c.Test.Name)));

    private static string FormatCode(string text) => $"`{EscapeCell(text)}`";

    private static string EscapeCell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex UnsafeCharacters();
}
