namespace Vmgl.Conformance.Verdicts;

/// <summary>One run of one test.</summary>
/// <param name="Outcome">As piglit's framework would say it.</param>
/// <param name="Parts">The test's parts ("subtests"), if it names any.</param>
/// <param name="Reason">What the test printed last before its verdict, in one line; empty if nothing.</param>
/// <param name="Output">Both outputs, for a person.</param>
internal sealed record TestResult(Outcome Outcome, IReadOnlyDictionary<string, Outcome> Parts, string Reason, string Output)
{
    /// <summary>How long it ran.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The exit code; above 128, a signal ended it.</summary>
    public int ExitCode { get; init; }

    /// <summary>Whether the daemon served it; always false natively.</summary>
    public bool WasServed { get; init; }

    /// <summary>How many parts passed.</summary>
    public int PartsPassed => Parts.Values.Count(outcome => outcome is Outcome.Pass or Outcome.Warn);
}
