namespace Vmgl.Apps;

/// <summary>What is to be thought of a program.</summary>
internal enum Judgement
{
    Same,
    NeedsMore,
    Different,
    NotForwarded,
    Missing,
}

/// <summary>A judgement and its reasons.</summary>
internal sealed record Verdict(Judgement Judgement, IReadOnlyList<string> Reasons)
{
    public static Verdict Of(Evidence evidence)
    {
        if (evidence.Missing.Count > 0)
        {
            return new(Judgement.Missing, [$"not installed: apt-get install --no-install-recommends {string.Join(' ', evidence.Missing)}"]);
        }

        if (evidence.NeedsMore)
        {
            return new(Judgement.NeedsMore, [$"needs OpenGL {evidence.App.Needs}", .. Differences(evidence), .. LastWords(evidence)]);
        }

        string[] unproved = [.. Unproved(evidence)];
        string[] differences = [.. Differences(evidence)];
        return unproved.Length > 0 ? new(Judgement.NotForwarded, [.. unproved, .. differences])
            : differences.Length > 0 ? new(Judgement.Different, differences)
            : new(Judgement.Same, []);
    }

    /// <summary>The program's exit status: see Options.Help.</summary>
    public static int ExitStatus(IReadOnlyCollection<Judgement> judgements) =>
        judgements.Contains(Judgement.NotForwarded) ? 3
            : judgements.Contains(Judgement.Different) || judgements.Contains(Judgement.Missing) ? 1
            : 0;

    /// <summary>Runs that were not what they pretended to be: then their comparison says nothing.</summary>
    private static IEnumerable<string> Unproved(Evidence evidence)
    {
        if (evidence.Forwarded.Any(run => !run.IsProvedFor(evidence.Process)))
        {
            yield return $"the host's log does not name {evidence.Process} for every forwarded run";
        }

        if (evidence.Natives.Any(run => run.Sessions.Count > 0))
        {
            yield return "the host drew for a native run";
        }
    }

    private static IEnumerable<string> Differences(Evidence evidence)
    {
        if (evidence.Trouble is string trouble)
        {
            yield return trouble;
        }

        Ending[] native = [.. evidence.Natives.Select(run => run.Ending).Distinct()];
        Ending[] forwarded = [.. evidence.Forwarded.Select(run => run.Ending).Distinct()];
        if (!forwarded.ToHashSet().IsSubsetOf(native))
        {
            yield return $"natively {string.Join(" or ", native)}, forwarded {string.Join(" or ", forwarded)}";
        }

        foreach (Session session in evidence.Sessions.Where(session => !session.IsInOrder))
        {
            yield return $"the session of process {session.ProcessId} {session.End ?? "has no account in the host's log: its worker crashed or hangs"}";
        }

        if (evidence.App.Kind is Kind.Still or Kind.Moving && evidence.Sessions.Any(session => session.Frames == 0))
        {
            yield return "forwarded, it showed no frame";
        }

        foreach (string difference in evidence.Comparisons.Where(comparison => !comparison.IsSame).Select(Describe))
        {
            yield return difference;
        }
    }

    /// <summary>What a program said that could not do its work.</summary>
    private static IEnumerable<string> LastWords(Evidence evidence) => evidence.Forwarded
        .Select(run => Words.Errors(run.Errors)).Where(errors => errors.Length > 0).Take(1).Select(errors => $"it says: {errors}");

    private static string Describe(Comparison comparison) => comparison switch
    {
        { Forwarded: null } => $"{comparison.What}: no picture forwarded",
        { Found: null } => $"{comparison.What}: the pictures have different sizes",
        { Range: { } range } => $"{comparison.What}: {comparison.Found} differ, but natively only {range}",
        _ => $"{comparison.What}: {comparison.Found} differ",
    };
}
