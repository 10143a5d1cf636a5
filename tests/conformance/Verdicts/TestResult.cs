namespace Vmgl.Conformance.Verdicts;

/// <summary>The result of one run of a test.</summary>
/// <param name="Outcome">The outcome by the rules of piglit's framework.</param>
/// <param name="Parts">The outcomes of the test's parts ("subtests"), if it has any.</param>
/// <param name="Reason">The test's message about its outcome, in one line; empty if there is none.</param>
/// <param name="Output">Standard output and standard error, for the log.</param>
internal sealed record TestResult(Outcome Outcome, IReadOnlyDictionary<string, Outcome> Parts, string Reason, string Output)
{
    /// <summary>The duration of the run.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The exit code; above 128, the test was killed by a signal.</summary>
    public int ExitCode { get; init; }

    /// <summary>Whether the daemon served the test; always false natively.</summary>
    public bool WasServed { get; init; }

    /// <summary>The number of parts that passed.</summary>
    public int PartsPassed => Parts.Values.Count(outcome => outcome is Outcome.Pass or Outcome.Warn);
}
