namespace Vmgl.Conformance.Verdicts;

/// <summary>One line of known-differences.txt.</summary>
/// <param name="Parts">How many parts of the test may be worse; null: any number.</param>
internal sealed record KnownDifference(string Test, Outcome Forwarded, int? Parts, string Reason)
{
    /// <summary>Whether it is this test, with this outcome and no more parts that are worse.</summary>
    public bool Explains(Comparison comparison) => comparison.Test.Name == Test && comparison.Forwarded.Outcome == Forwarded
        && (Parts is null || comparison.WorseParts.Count() <= Parts);
}

/// <summary>Tests that are worse forwarded, and why.</summary>
internal sealed class KnownDifferences
{
    private readonly Dictionary<string, KnownDifference> _byTest = [];

    /// <summary>Reads the lines: test | outcome | reason, where the outcome may be followed by the number of parts.</summary>
    /// <exception cref="FormatException">A line is wrong; the message has its number.</exception>
    public static KnownDifferences Parse(IEnumerable<string> lines)
    {
        var known = new KnownDifferences();
        int number = 0;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !known.Add(line.Split('|', StringSplitOptions.TrimEntries)))
            {
                throw new FormatException($"line {number} is not 'test | outcome [parts] | reason', or names a test twice: {line}");
            }
        }

        return known;
    }

    /// <summary>Null if it is not known, or not so.</summary>
    public KnownDifference? Find(Comparison comparison) =>
        _byTest.TryGetValue(comparison.Test.Name, out KnownDifference? known) && known.Explains(comparison) ? known : null;

    /// <summary>Lines that match nothing any more.</summary>
    /// <param name="comparisons">All that was run.</param>
    /// <param name="isWhole">Whole sets were run: then a test that was not run does not exist.</param>
    public IEnumerable<KnownDifference> Outdated(IReadOnlyCollection<Comparison> comparisons, bool isWhole)
    {
        Dictionary<string, Comparison> byTest = comparisons.ToDictionary(comparison => comparison.Test.Name);
        return _byTest.Values.Where(known => byTest.TryGetValue(known.Test, out Comparison? run)
            ? run.Relation != Relation.Worse || Find(run) is null
            : isWhole);
    }

    private bool Add(string[] fields)
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
