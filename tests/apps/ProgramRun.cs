namespace Vmgl.Apps;

/// <summary>Which libGL the program was given.</summary>
internal enum Side
{
    Native,
    Forwarded,
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Above 128: by signal number (code - 128). Null: it still ran and was ended.</param>
internal readonly record struct Ending(int? ExitCode)
{
    public override string ToString() => ExitCode switch
    {
        null => "still running when ended",
        > 128 => $"killed by signal {ExitCode - 128}",
        _ => $"exit code {ExitCode}",
    };
}

/// <summary>One run of a program.</summary>
/// <param name="Sessions">What the host's log says of it.</param>
internal sealed record ProgramRun(Side Side, Ending Ending, string Output, string Errors, IReadOnlyList<Session> Sessions)
{
    /// <summary>Whether the rate that it told counts: not while pictures are taken of it.</summary>
    public bool IsTimed { get; init; } = true;

    public double? Rate => IsTimed ? FrameRate.In(Output + "\n" + Errors) : null;

    /// <summary>Whether the host drew for this program, under the name that it must have.</summary>
    public bool IsProvedFor(string process) => Sessions.Any(session => session.Program == process);
}
