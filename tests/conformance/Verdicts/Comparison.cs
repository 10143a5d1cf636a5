using Vmgl.Conformance.Selection;

namespace Vmgl.Conformance.Verdicts;

/// <summary>What a forwarded result is beside the native one.</summary>
internal enum Relation
{
    Same,

    /// <summary>It passes natively and is skipped forwarded, because it asks for something that is not forwarded yet.</summary>
    NeedsMore,
    Better,
    Worse,
}

/// <summary>One test, natively and forwarded.</summary>
/// <param name="Attempts">How often both were run; more than once only where the first forwarded run was worse.</param>
/// <param name="WasWorse">Some attempt was worse.</param>
internal sealed record Comparison(PiglitTest Test, TestResult Native, TestResult Forwarded, int Attempts = 1, bool WasWorse = false)
{
    /// <summary>What counts. A test is worse too if a part of it is that passed natively.</summary>
    public Relation Relation { get; } = Judge(Native, Forwarded);

    /// <summary>It was worse, and then it was not.</summary>
    public bool IsFlaky => WasWorse && Relation != Relation.Worse;

    /// <summary>Parts that passed natively and did not forwarded, with what became of them.</summary>
    public IEnumerable<string> WorseParts => Native.Parts
        .Where(part => JudgePart(part, Forwarded) == Relation.Worse)
        .Select(part => $"{part.Key}={OutcomeOf(part.Key, Forwarded).NameOf()}");

    /// <summary>"pass → fail", and how many parts that concerns.</summary>
    public string Change
    {
        get
        {
            string parts = WorseParts.Count() is > 0 and int count ? $" ({count} of {Native.Parts.Count} parts)" : "";
            return $"{Native.Outcome.NameOf()} → {Forwarded.Outcome.NameOf()}{parts}";
        }
    }

    private static Relation Judge(TestResult native, TestResult forwarded)
    {
        Relation whole = JudgeOne(native.Outcome, forwarded.Outcome);
        if (whole is Relation.Worse or Relation.NeedsMore)
        {
            return whole;
        }

        Relation[] parts = [.. native.Parts.Select(part => JudgePart(part, forwarded))];
        bool passes = native.Outcome is Outcome.Pass or Outcome.Warn;
        return parts.Contains(Relation.Worse) ? Relation.Worse : passes && parts.Contains(Relation.NeedsMore) ? Relation.NeedsMore : whole;
    }

    /// <summary>A test leaves out parts that ask for what is not there. So a part that was not run is missed only where the test
    /// as a whole did not end well.</summary>
    private static Relation JudgePart(KeyValuePair<string, Outcome> native, TestResult forwarded)
    {
        Outcome outcome = OutcomeOf(native.Key, forwarded);
        bool leftOut = outcome == Outcome.NotRun && forwarded.Outcome is (Outcome.Pass or Outcome.Warn or Outcome.Skip);
        return JudgeOne(native.Value, leftOut ? Outcome.Skip : outcome);
    }

    private static Outcome OutcomeOf(string part, TestResult result) => result.Parts.GetValueOrDefault(part, Outcome.NotRun);

    private static Relation JudgeOne(Outcome native, Outcome forwarded) => (native, forwarded) switch
    {
        _ when native == forwarded => Relation.Same,
        (Outcome.Pass or Outcome.Warn, Outcome.Skip) => Relation.NeedsMore,
        (Outcome.Pass or Outcome.Warn, Outcome.NotRun) => Relation.Worse,
        (Outcome.Warn, Outcome.Pass) => Relation.Better,
        (Outcome.Pass or Outcome.Warn, _) => Relation.Worse,
        (_, Outcome.Pass or Outcome.Warn) => Relation.Better,
        (Outcome.Crash or Outcome.Timeout, _) => Relation.Same,

        // A test that fails or is skipped natively has nothing to lose but this:
        (_, Outcome.Crash or Outcome.Timeout or Outcome.NotForwarded) => Relation.Worse,
        (Outcome.Skip, Outcome.Fail) => Relation.Worse,
        _ => Relation.Same,
    };
}
