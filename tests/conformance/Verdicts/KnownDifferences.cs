namespace Vmgl.Conformance.Verdicts;

/// <summary>One line of known-differences.txt.</summary>
/// <param name="Parts">The number of parts of the test that may be worse; null for any number.</param>
internal sealed record KnownDifference(string Test, Outcome Forwarded, int? Parts, string Reason)
{
    /// <summary>Whether a comparison is of this test, with this outcome and no more worse parts.</summary>
    public bool Explains(Comparison comparison) => comparison.Test.Name == Test && comparison.Forwarded.Outcome == Forwarded
        && (Parts is null || comparison.WorseParts.Count() <= Parts);
}

/// <summary>Tests that are worse forwarded, and the reasons.</summary>
internal sealed class KnownDifferences
{
    private readonly Dictionary<string, KnownDifference> _byTest = [];

    /// <summary>Reads the lines: test | outcome | reason, where the outcome may be followed by the number of parts.</summary>
    /// <exception cref="FormatException">A line is wrong; the message contains its number.</exception>
    public static KnownDifferences Parse(IEnumerable<string> lines)
    {
        var known = new KnownDifferences();
        int number = 0;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !known.AddLine(line.Split('|', StringSplitOptions.TrimEntries)))
            {
                throw new FormatException($"line {number} is not 'test | outcome [parts] | reason', or names a test twice: {line}");
            }
        }

        return known;
    }

    /// <summary>Returns the entry that explains a comparison, or null.</summary>
    public KnownDifference? FindFor(Comparison comparison) =>
        _byTest.TryGetValue(comparison.Test.Name, out KnownDifference? known) && known.Explains(comparison) ? known : null;

    /// <summary>Returns the entries that no longer apply.</summary>
    /// <param name="comparisons">The results of all tests that were run.</param>
    /// <param name="isWhole">Whether whole sets were run: a test that was not run then does not exist.</param>
    public IEnumerable<KnownDifference> FindOutdated(IReadOnlyCollection<Comparison> comparisons, bool isWhole)
    {
        Dictionary<string, Comparison> byTest = comparisons.ToDictionary(comparison => comparison.Test.Name);
        return _byTest.Values.Where(known => byTest.TryGetValue(known.Test, out Comparison? run)
            ? run.Relation != Relation.Worse || FindFor(run) is null
            : isWhole);
    }

    private bool AddLine(string[] fields)
    {
        if (fields is not [{ Length: > 0 } test, var outcome, { Length: > 0 } reason])
        {
            return false;
        }

        string[] words = outcome.Split(' ');
        int? parts = words is [_, var number] && int.TryParse(number, out int count) ? count : null;
        return words.Length == (parts is null ? 1 : 2)
            && Outcomes.TryParse(words[0], out Outcome forwarded)
            && _byTest.TryAdd(test, new KnownDifference(test, forwarded, parts, reason));
    }
}
