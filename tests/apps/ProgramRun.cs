namespace Vmgl.Apps;

/// <summary>The libGL that a program uses: the system's or VMGL's.</summary>
internal enum Side
{
    Native,
    Forwarded,
}

/// <summary>The end of a program.</summary>
/// <param name="ExitCode">The exit code; above 128, the program was killed by signal (code - 128). Null if it was still running and was
/// terminated.</param>
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
/// <param name="Sessions">Its sessions in the host's log.</param>
internal sealed record ProgramRun(Side Side, Ending Ending, string Output, string Errors, IReadOnlyList<Session> Sessions)
{
    /// <summary>Whether the reported rate counts; false if pictures were taken during the run.</summary>
    public bool IsTimed { get; init; } = true;

    public double? Rate => IsTimed ? FrameRate.FindLast(Output + "\n" + Errors) : null;

    /// <summary>Whether the host's log proves that it drew for the process of this name.</summary>
    public bool IsProvedFor(string process) => Sessions.Any(session => session.Program == process);
}
