namespace Vmgl.Conformance.Verdicts;

/// <summary>What a run comes to.</summary>
internal sealed class Summary(IReadOnlyList<Comparison> comparisons, KnownDifferences known, bool isWhole)
{
    /// <summary>All tests, sorted by name.</summary>
    public IReadOnlyList<Comparison> All => comparisons;

    /// <summary>Worse every time, and not known.</summary>
    public Comparison[] Worse { get; } = [.. comparisons.Where(c => c.Relation == Relation.Worse && known.Find(c) is null)];

    /// <summary>Worse, with the reason that is known.</summary>
    public (Comparison Comparison, KnownDifference Reason)[] Known { get; } =
        [.. from comparison in comparisons
            where comparison.Relation == Relation.Worse
            let reason = known.Find(comparison)
            where reason is not null
            select (comparison, reason)];

    /// <summary>Worse in one run and not in the next.</summary>
    public Comparison[] Flaky { get; } = [.. comparisons.Where(c => c.IsFlaky)];

    /// <summary>Run more than once.</summary>
    public int Rerun => comparisons.Count(c => c.Attempts > 1);

    public Comparison[] Better { get; } = [.. comparisons.Where(c => c.Relation == Relation.Better)];

    /// <summary>Passing natively and skipped forwarded, by what the tests said; the most frequent reason first.</summary>
    public IGrouping<string, Comparison>[] NeedsMore { get; } =
        [.. comparisons.Where(c => c.Relation == Relation.NeedsMore)
            .GroupBy(c => c.Forwarded.Outcome == Outcome.Skip ? c.Forwarded.Reason : "(some parts are not run)")
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];

    /// <summary>Lines of the list of known differences that match nothing any more.</summary>
    public KnownDifference[] Outdated { get; } = [.. known.Outdated(comparisons, isWhole)];

    /// <summary>Forwarded runs that the daemon never saw and that did not pass either.</summary>
    public Comparison[] NotServed { get; } =
        [.. comparisons.Where(c => !c.Forwarded.WasServed && c.Forwarded.Outcome is not Outcome.NotForwarded && c.Native.Outcome != Outcome.Skip)];

    /// <summary>How many tests ended so.</summary>
    public int Count(Outcome outcome, Func<Comparison, TestResult> side) => comparisons.Count(c => side(c).Outcome == outcome);

    /// <summary>Natively passing tests, and how many of them pass forwarded without a part being worse.</summary>
    public (int Native, int Forwarded) Passing
    {
        get
        {
            Comparison[] native = [.. comparisons.Where(c => c.Native.Outcome is Outcome.Pass or Outcome.Warn)];
            return (native.Length, native.Count(c => c.Relation is Relation.Same or Relation.Better));
        }
    }
}
