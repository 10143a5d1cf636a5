namespace Vmgl.Conformance.Verdicts;

/// <summary>The summary of a run.</summary>
internal sealed class Summary(IReadOnlyList<Comparison> comparisons, KnownDifferences known, bool isWhole)
{
    /// <summary>All tests, sorted by name.</summary>
    public IReadOnlyList<Comparison> All => comparisons;

    /// <summary>Tests that were worse every time and are not known.</summary>
    public Comparison[] Worse { get; } = [.. comparisons.Where(c => c.Relation == Relation.Worse && known.FindFor(c) is null)];

    /// <summary>Tests that are worse for a known reason.</summary>
    public (Comparison Comparison, KnownDifference Reason)[] Known { get; } =
        [.. from comparison in comparisons
            where comparison.Relation == Relation.Worse
            let reason = known.FindFor(comparison)
            where reason is not null
            select (comparison, reason)];

    /// <summary>Tests that were worse in one run and not in a later one.</summary>
    public Comparison[] Flaky { get; } = [.. comparisons.Where(c => c.IsFlaky)];

    /// <summary>The number of tests that were run more than once.</summary>
    public int Rerun => comparisons.Count(c => c.Attempts > 1);

    public Comparison[] Better { get; } = [.. comparisons.Where(c => c.Relation == Relation.Better)];

    /// <summary>Tests that pass natively and are skipped forwarded, grouped by their messages; the most frequent message first.</summary>
    public IGrouping<string, Comparison>[] NeedsMore { get; } =
        [.. comparisons.Where(c => c.Relation == Relation.NeedsMore)
            .GroupBy(c => c.Forwarded.Outcome == Outcome.Skip ? c.Forwarded.Reason : "(some parts are not run)")
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];

    /// <summary>Entries of the list of known differences that no longer apply.</summary>
    public KnownDifference[] Outdated { get; } = [.. known.FindOutdated(comparisons, isWhole)];

    /// <summary>Forwarded tests that the daemon never saw and that did not pass.</summary>
    public Comparison[] NotServed { get; } =
        [.. comparisons.Where(c => !c.Forwarded.WasServed && c.Forwarded.Outcome is not Outcome.NotForwarded
        && c.Native.Outcome != Outcome.Skip)];

    /// <summary>The number of tests with an outcome on one side.</summary>
    public int CountOutcome(Outcome outcome, Func<Comparison, TestResult> side) => comparisons.Count(c => side(c).Outcome == outcome);

    /// <summary>The number of tests that pass natively, and of those among them that pass forwarded without a worse part.</summary>
    public (int Native, int Forwarded) Passing
    {
        get
        {
            Comparison[] native = [.. comparisons.Where(c => c.Native.Outcome is Outcome.Pass or Outcome.Warn)];
            return (native.Length, native.Count(c => c.Relation is Relation.Same or Relation.Better));
        }
    }
}
