using System.Text.RegularExpressions;

namespace Vmgl.Conformance.Verdicts;

/// <summary>The files that a run writes to its folder: a table, and both outputs of each test that is worse.</summary>
internal static partial class ResultFiles
{
    private const int LongestName = 120;

    /// <summary>Writes results.tsv and logs/.</summary>
    public static void Write(string folder, Summary summary)
    {
        File.WriteAllLines(Path.Combine(folder, "results.tsv"), FormatTable(summary.All));
        string logs = Path.Combine(folder, "logs");
        if (Directory.Exists(logs))
        {
            Directory.Delete(logs, recursive: true);
        }

        _ = Directory.CreateDirectory(logs);
        foreach (Comparison comparison in summary.All.Where(c => c.Relation == Relation.Worse || c.IsFlaky))
        {
            File.WriteAllText(Path.Combine(logs, FileName(comparison.Test.Name)), FormatLog(comparison));
        }
    }

    private static IEnumerable<string> FormatTable(IEnumerable<Comparison> comparisons) => comparisons
        .Select(c => string.Join('\t', c.Test.Name, c.Relation, c.Native.Outcome.NameOf(), c.Forwarded.Outcome.NameOf(), c.Attempts,
            $"{c.Native.Took.TotalSeconds:F2}", $"{c.Forwarded.Took.TotalSeconds:F2}", c.Native.PartsPassed, c.Forwarded.PartsPassed,
            c.Forwarded.WasServed ? "served" : "not served", string.Join(", ", c.WorseParts), c.Forwarded.Reason))
        .Prepend("#name\trelation\tnative\tforwarded\tattempts\tnative s\tforwarded s\tnative parts\tforwarded parts\tdaemon\tworse parts\treason");

    private static string FormatLog(Comparison c) =>
        $"{c.Test.Name}: {c.Change}\n{c.Test.Program} {string.Join(' ', c.Test.Arguments)}\n"
        + $"-- native, exit code {c.Native.ExitCode}\n{c.Native.Output}\n-- forwarded, exit code {c.Forwarded.ExitCode}\n{c.Forwarded.Output}\n";

    private static string FileName(string test)
    {
        string name = UnsafeCharacters().Replace(test, "_");
        return $"{(name.Length > LongestName ? name[..LongestName] : name)}.txt";
    }

    [GeneratedRegex("[^A-Za-z0-9.+-]+")]
    private static partial Regex UnsafeCharacters();
}
