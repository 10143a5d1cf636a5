namespace Vmgl.Conformance.Verdicts;

/// <summary>The outcome of a test or of a part of it. The order is piglit's: the outcome of a test is the greatest of its parts.</summary>
internal enum Outcome
{
    NotRun,
    Skip,
    Pass,
    Warn,
    Fail,
    Crash,
    Timeout,

    /// <summary>The test passed, but the daemon never saw it: nothing was forwarded. Not an outcome of piglit.</summary>
    NotForwarded,
}

/// <summary>The outcomes' names.</summary>
internal static class Outcomes
{
    private static readonly Dictionary<string, Outcome> s_byName = Enum.GetValues<Outcome>().ToDictionary(NameOf);

    /// <summary>The outcome's name in piglit.</summary>
    public static string NameOf(this Outcome outcome) => outcome switch
    {
        Outcome.NotRun => "notrun",
        Outcome.Skip => "skip",
        Outcome.Pass => "pass",
        Outcome.Warn => "warn",
        Outcome.Fail => "fail",
        Outcome.Crash => "crash",
        Outcome.Timeout => "timeout",
        _ => "not-forwarded",
    };

    /// <summary>Parses an outcome's name; false if it is not one.</summary>
    public static bool TryParse(string? name, out Outcome outcome) => s_byName.TryGetValue(name ?? "", out outcome);
}
