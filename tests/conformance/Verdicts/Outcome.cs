namespace Vmgl.Conformance.Verdicts;

/// <summary>How a test or a part of one ended. The order is piglit's: of a test's parts the greatest counts.</summary>
internal enum Outcome
{
    NotRun,
    Skip,
    Pass,
    Warn,
    Fail,
    Crash,
    Timeout,

    /// <summary>It passed, but the daemon never saw it: nothing was forwarded. Not piglit's.</summary>
    NotForwarded,
}

/// <summary>The outcomes' names.</summary>
internal static class Outcomes
{
    private static readonly Dictionary<string, Outcome> s_byName = Enum.GetValues<Outcome>().ToDictionary(NameOf);

    /// <summary>As piglit writes it.</summary>
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

    /// <summary>False for what is no outcome.</summary>
    public static bool TryParse(string? name, out Outcome outcome) => s_byName.TryGetValue(name ?? "", out outcome);
}
