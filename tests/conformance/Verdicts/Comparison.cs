using Vmgl.Conformance.Selection;

namespace Vmgl.Conformance.Verdicts;

/// <summary>The relation of a forwarded result to the native one.</summary>
internal enum Relation
{
    Same,

    /// <summary>The test passes natively and is skipped forwarded, because it needs a feature that is not forwarded yet.</summary>
    NeedsMore,
    Better,
    Worse,
}

/// <summary>One test, natively and forwarded.</summary>
/// <param name="Attempts">The number of native and forwarded runs; more than 1 only if the first forwarded run was worse.</param>
/// <param name="WasWorse">Whether any attempt was worse.</param>
internal sealed record Comparison(PiglitTest Test, TestResult Native, TestResult Forwarded, int Attempts = 1, bool WasWorse = false)
{
    /// <summary>The relation of the last attempt. A test is also worse if a part of it that passed natively is worse.</summary>
    public Relation Relation { get; } = JudgeTest(Native, Forwarded);

    /// <summary>Whether an attempt was worse and the last one was not.</summary>
    public bool IsFlaky => WasWorse && Relation != Relation.Worse;

    /// <summary>The parts that are worse forwarded, with their outcomes.</summary>
    public IEnumerable<string> WorseParts => Native.Parts
        .Where(part => JudgePart(part, Forwarded) == Relation.Worse)
        .Select(part => $"{part.Key}={OutcomeOf(part.Key, Forwarded).NameOf()}");

    /// <summary>The change in the form "pass → fail", with the number of parts that are worse.</summary>
    public string Change
    {
        get
        {
            string parts = WorseParts.Count() is > 0 and int count ? $" ({count} of {Native.Parts.Count} parts)" : "";
            return $"{Native.Outcome.NameOf()} → {Forwarded.Outcome.NameOf()}{parts}";
        }
    }

    private static Relation JudgeTest(TestResult native, TestResult forwarded)
    {
        Relation whole = JudgeOutcome(native.Outcome, forwarded.Outcome);
        if (whole is Relation.Worse or Relation.NeedsMore)
        {
            return whole;
        }

        Relation[] parts = [.. native.Parts.Select(part => JudgePart(part, forwarded))];
        bool passes = native.Outcome is Outcome.Pass or Outcome.Warn;
        return parts.Contains(Relation.Worse) ? Relation.Worse : passes && parts.Contains(Relation.NeedsMore) ? Relation.NeedsMore : whole;
    }

    /// <summary>Judges a part of a test. Tests leave out parts that need a missing feature, so a part that was not run is worse only if the
    /// whole test failed.</summary>
    private static Relation JudgePart(KeyValuePair<string, Outcome> native, TestResult forwarded)
    {
        Outcome outcome = OutcomeOf(native.Key, forwarded);
        bool leftOut = outcome == Outcome.NotRun && forwarded.Outcome is (Outcome.Pass or Outcome.Warn or Outcome.Skip);
        return JudgeOutcome(native.Value, leftOut ? Outcome.Skip : outcome);
    }

    private static Outcome OutcomeOf(string part, TestResult result) => result.Parts.GetValueOrDefault(part, Outcome.NotRun);

    private static Relation JudgeOutcome(Outcome native, Outcome forwarded) => (native, forwarded) switch
    {
        _ when native == forwarded => Relation.Same,
        (Outcome.Pass or Outcome.Warn, Outcome.Skip) => Relation.NeedsMore,
        (Outcome.Pass or Outcome.Warn, Outcome.NotRun) => Relation.Worse,
        (Outcome.Warn, Outcome.Pass) => Relation.Better,
        (Outcome.Pass or Outcome.Warn, _) => Relation.Worse,
        (_, Outcome.Pass or Outcome.Warn) => Relation.Better,
        (Outcome.Crash or Outcome.Timeout, _) => Relation.Same,

        // A test that fails or is skipped natively can only become worse in these ways:
        (_, Outcome.Crash or Outcome.Timeout or Outcome.NotForwarded) => Relation.Worse,
        (Outcome.Skip, Outcome.Fail) => Relation.Worse,
        _ => Relation.Same,
    };
}
