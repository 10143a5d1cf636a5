using System.CommandLine;
using Vmgl.Cli.Basics;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Control;

/// <summary>vmgl move: other hosts for running programs. Nothing moves before all programs have been asked whether they can.</summary>
internal static class MoveCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var address = new Argument<string>("HOST:PORT") { Description = "Where to draw from now on" };
        Option<int?> pid = ControlCommands.PidOption();
        Option<double> timeout = ControlCommands.TimeoutOption();
        var force = new Option<bool>("--force") { Description = "Move even if the other host offers less than programs were told" };
        var command = new Command("move", "Let running programs draw on another host") { address, pid, timeout, force };
        command.SetAction((line, _) => ControlCommands.RunGuarded(() => MoveAsync(
            Address.CheckStubAddress(line.GetValue(address)!).Text, line.GetValue(pid), ControlCommands.ToTimeLimit(line.GetValue(timeout)),
            line.GetValue(force))));
        return command;
    }

    private static async Task<int> MoveAsync(string address, int? pid, TimeSpan limit, bool isForced)
    {
        IReadOnlyList<ProgramAnswer<MoveResult>> checks =
            await Programs.AskAsync(pid, $"move {address} check", limit, ControlJson.Default.MoveResult);
        if (Reports.ShowFailures(checks))
        {
            throw new CommandException("nothing was moved");
        }

        if (ShowShrinking(checks, address) && !isForced)
        {
            throw new CommandException($"nothing was moved: {address} offers less of what programs may rely on; --force moves them anyway");
        }

        IReadOnlyList<ProgramAnswer<MoveResult>> moved =
            await Programs.AskAsync(pid, $"move {address}", limit, ControlJson.Default.MoveResult);
        int status = Reports.ShowAnswers(moved);
        if (status != 0)
        {
            await Console.Error.WriteLineAsync("vmgl: the programs named here still draw on their previous host");
        }

        return status;
    }

    private static bool ShowShrinking(IReadOnlyList<ProgramAnswer<MoveResult>> checks, string address)
    {
        var table = new Table("PID", "PROGRAM", "LIMIT", "NOW", "THERE");
        bool any = false;
        foreach (ProgramAnswer<MoveResult> check in checks)
        {
            foreach (ShrinkingLimit limit in check.Answer!.Shrinks)
            {
                table.Add($"{check.Socket.Pid}", check.Socket.Program, limit.Name, limit.Was, limit.Is);
                any = true;
            }
        }

        if (any)
        {
            Console.WriteLine($"less at {address}:");
            table.Write(Console.Out);
        }

        return any;
    }
}
