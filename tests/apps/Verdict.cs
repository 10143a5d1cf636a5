namespace Vmgl.Apps;

/// <summary>The result of comparing a program's native and forwarded runs.</summary>
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
    public static Verdict JudgeEvidence(Evidence evidence)
    {
        if (evidence.Missing.Count > 0)
        {
            return new(Judgement.Missing, [$"not installed: apt-get install --no-install-recommends {string.Join(' ', evidence.Missing)}"]);
        }

        if (evidence.NeedsMore)
        {
            return new(Judgement.NeedsMore, [$"needs OpenGL {evidence.App.Needs}", .. FindDifferences(evidence), .. QuoteErrors(evidence)]);
        }

        string[] unproved = [.. FindUnprovedRuns(evidence)];
        string[] differences = [.. FindDifferences(evidence)];
        return unproved.Length > 0 ? new(Judgement.NotForwarded, [.. unproved, .. differences])
            : differences.Length > 0 ? new(Judgement.Different, differences)
            : new(Judgement.Same, []);
    }

    /// <summary>The exit status of `make apps`: see Options.Help.</summary>
    public static int ExitStatus(IReadOnlyCollection<Judgement> judgements) =>
        judgements.Contains(Judgement.NotForwarded) ? 3
            : judgements.Contains(Judgement.Different) || judgements.Contains(Judgement.Missing) ? 1
            : 0;

    /// <summary>Finds runs that did not use the intended libGL, so that their comparison means nothing.</summary>
    private static IEnumerable<string> FindUnprovedRuns(Evidence evidence)
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

    private static IEnumerable<string> FindDifferences(Evidence evidence)
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

        foreach (Session session in evidence.Sessions.Where(session => !session.HasEndedNormally))
        {
            yield return $"the session of process {session.ProcessId} {session.End ?? "has no end in the host's log: its worker crashed or hangs"}";
        }

        if (evidence.App.Kind is Kind.Still or Kind.Moving && evidence.Sessions.Any(session => session.Frames == 0))
        {
            yield return "it showed no frame when forwarded";
        }

        foreach (string difference in evidence.Comparisons.Where(comparison => !comparison.IsSame).Select(DescribeDifference))
        {
            yield return difference;
        }
    }

    /// <summary>Quotes the errors of a program that could not do its work.</summary>
    private static IEnumerable<string> QuoteErrors(Evidence evidence) => evidence.Forwarded
        .Select(run => ReportText.CondenseErrors(run.Errors)).Where(errors => errors.Length > 0).Take(1)
        .Select(errors => $"its errors: {errors}");

    private static string DescribeDifference(Comparison comparison) => comparison switch
    {
        { Forwarded: null } => $"{comparison.What}: no forwarded picture",
        { Found: null } => $"{comparison.What}: the pictures have different sizes",
        { Range: { } range } => $"{comparison.What}: {comparison.Found} differ, but natively only {range}",
        _ => $"{comparison.What}: {comparison.Found} differ",
    };
}
