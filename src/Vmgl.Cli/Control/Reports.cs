using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.Cli.Control;

/// <summary>Reports about programs for users: a table, the stale contents of each, and failures. Every method returns the exit
/// status.</summary>
internal static class Reports
{
    /// <summary>Shows the status of running programs.</summary>
    public static int ShowAnswers(IReadOnlyList<ProgramAnswer<ProgramStatus>> answers)
    {
        var table = new Table("PID", "PROGRAM", "HOST", "STATE", "CONTEXTS", "MIRRORED", "FRAMES", "LOSSES", "INTERRUPTION", "STALE");
        foreach (ProgramStatus status in answers.Select(answer => answer.Answer).OfType<ProgramStatus>())
        {
            table.Add(
                $"{status.Pid}", status.Program, status.Host, StateWord(status.State), $"{status.Contexts}",
                Table.FormatSize(status.MirroredBytes), $"{status.Frames}",
                $"{status.Losses}", Table.FormatTime(status.InterruptionMs), Table.FormatStale(status.Stale));
        }

        return FinishTable(table, answers, answer => answer.Stale);
    }

    /// <summary>Shows the results of suspending.</summary>
    public static int ShowAnswers(IReadOnlyList<ProgramAnswer<SuspendResult>> answers)
    {
        var table = new Table("PID", "PROGRAM", "SUSPENDED IN", "KEPT", "STALE");
        foreach ((ProgramSocket socket, SuspendResult result) in FindDone(answers))
        {
            table.Add($"{socket.Pid}", socket.Program, Table.FormatTime(result.Ms), Table.FormatSize(result.Bytes),
                Table.FormatStale(result.Stale));
        }

        return FinishTable(table, answers, answer => answer.Stale);
    }

    /// <summary>Shows the results of resuming.</summary>
    public static int ShowAnswers(IReadOnlyList<ProgramAnswer<ResumeResult>> answers)
    {
        var table = new Table("PID", "PROGRAM", "HOST", "RESUMED IN", "SENT", "STALE");
        foreach ((ProgramSocket socket, ResumeResult result) in FindDone(answers))
        {
            table.Add($"{socket.Pid}", socket.Program, result.Host, Table.FormatTime(result.Ms), Table.FormatSize(result.Bytes),
                Table.FormatStale(result.Stale));
        }

        return FinishTable(table, answers, answer => answer.Stale);
    }

    /// <summary>Shows the results of moving.</summary>
    public static int ShowAnswers(IReadOnlyList<ProgramAnswer<MoveResult>> answers)
    {
        var table = new Table("PID", "PROGRAM", "HOST", "MOVED IN", "SENT", "STALE");
        foreach ((ProgramSocket socket, MoveResult result) in FindDone(answers))
        {
            table.Add($"{socket.Pid}", socket.Program, result.Host, Table.FormatTime(result.Ms), Table.FormatSize(result.Bytes),
                Table.FormatStale(result.Stale));
        }

        return FinishTable(table, answers, answer => answer.Stale);
    }

    /// <summary>Lists the programs for which a request failed; false when there are none.</summary>
    public static bool ShowFailures<T>(IReadOnlyList<ProgramAnswer<T>> answers)
        where T : class
    {
        foreach (ProgramAnswer<T> failed in answers.Where(answer => answer.Answer is null))
        {
            Console.Error.WriteLine($"vmgl: {failed.Socket.Program}[{failed.Socket.Pid}]: {failed.Why}");
        }

        return answers.Any(answer => answer.Answer is null);
    }

    private static int FinishTable<T>(Table table, IReadOnlyList<ProgramAnswer<T>> answers, Func<T, IReadOnlyList<StaleContent>> stale)
        where T : class
    {
        if (answers.Count == 0)
        {
            Console.WriteLine("no program of this user draws with VMGL");
            return 0;
        }

        table.Write(Console.Out);
        foreach ((ProgramSocket socket, T result) in FindDone(answers))
        {
            foreach (StaleContent content in stale(result))
            {
                Console.WriteLine($"stale in {socket.Program}[{socket.Pid}]: {content.What} ({Table.FormatSize(content.Bytes)})");
            }
        }

        return ShowFailures(answers) ? 1 : 0;
    }

    private static IEnumerable<(ProgramSocket Socket, T Result)> FindDone<T>(IReadOnlyList<ProgramAnswer<T>> answers)
        where T : class => answers.Where(answer => answer.Answer is not null).Select(answer => (answer.Socket, answer.Answer!));

    private static string StateWord(ProgramState state) => state switch
    {
        ProgramState.Drawing => "drawing",
        ProgramState.Suspended => "suspended",
        _ => "reconnecting",
    };
}
