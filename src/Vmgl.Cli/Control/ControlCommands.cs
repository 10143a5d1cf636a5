using System.CommandLine;
using System.Text.Json;
using Vmgl.Cli.Basics;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Control;

/// <summary>The verbs that vmgl and sr_daemon have in common: they act on all programs of the user, or on one.</summary>
internal static class ControlCommands
{
    /// <summary>status.</summary>
    public static Command CreateStatus()
    {
        var json = new Option<bool>("--json") { Description = "As JSON, one array" };
        Option<int?> pid = PidOption();
        var command = new Command("status", "Show the programs that draw with VMGL, and how they are") { json, pid };
        command.SetAction((line, _) => RunGuarded(async () =>
        {
            IReadOnlyList<ProgramAnswer<ProgramStatus>> answers =
                await Programs.AskAsync(line.GetValue(pid), "status", Programs.StatusLimit, ControlJson.Default.ProgramStatus);
            if (!line.GetValue(json))
            {
                return Reports.ShowAnswers(answers);
            }

            Console.WriteLine($"[{string.Join(',', answers.Select(a => a.Answer).OfType<ProgramStatus>().Select(a => JsonSerializer.Serialize(a, ControlJson.Default.ProgramStatus)))}]");
            return Reports.ShowFailures(answers) ? 1 : 0;
        }));
        return command;
    }

    /// <summary>suspend.</summary>
    public static Command CreateSuspend()
    {
        Option<int?> pid = PidOption();
        Option<double> timeout = TimeoutOption();
        var command = new Command("suspend", "Keep what programs have drawn and disconnect from their host; OpenGL calls wait until resume") { pid, timeout };
        command.SetAction((line, _) => RunGuarded(async () =>
        {
            await TellDaemon(line.GetValue(pid), "suspend");
            return Reports.ShowAnswers(await Programs.AskAsync(line.GetValue(pid), "suspend", ToTimeLimit(line.GetValue(timeout)),
                ControlJson.Default.SuspendResult));
        }));
        return command;
    }

    /// <summary>resume.</summary>
    public static Command CreateResume()
    {
        var address = new Argument<string?>("HOST:PORT") { Description = "Where to draw; where each program drew last if not given",
            Arity = ArgumentArity.ZeroOrOne };
        Option<int?> pid = PidOption();
        Option<double> timeout = TimeoutOption();
        var command = new Command("resume", "Let programs draw again, or reconnect them") { address, pid, timeout };
        command.SetAction((line, _) => RunGuarded(async () =>
        {
            string request = line.GetValue(address) is string to ? $"resume {Address.CheckStubAddress(to).Text}" : "resume";
            IReadOnlyList<ProgramAnswer<ResumeResult>> answers =
                await Programs.AskAsync(line.GetValue(pid), request, ToTimeLimit(line.GetValue(timeout)), ControlJson.Default.ResumeResult);
            await TellDaemon(line.GetValue(pid), request);
            return Reports.ShowAnswers(answers);
        }));
        return command;
    }

    /// <summary>--pid.</summary>
    public static Option<int?> PidOption() => new("--pid") { Description = "Only the program with this process id", HelpName = "N" };

    /// <summary>--timeout.</summary>
    public static Option<double> TimeoutOption() => new("--timeout")
    {
        Description = "How long each program may take, in seconds",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => Programs.WorkLimit.TotalSeconds,
    };

    /// <summary>A number of seconds that the user gave.</summary>
    /// <exception cref="CommandException">It is not positive, or too large.</exception>
    public static TimeSpan ToTimeLimit(double seconds) => seconds is > 0 and < 1_000_000 ? TimeSpan.FromSeconds(seconds)
        : throw new CommandException("--timeout takes a number of seconds");

    /// <summary>Runs a command; what it cannot do becomes one line and status 1.</summary>
    public static async Task<int> RunGuarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (CommandException e)
        {
            await Console.Error.WriteLineAsync($"vmgl: {e.Message}");
            return 1;
        }
    }

    /// <summary>A running sr_daemon sends programs where they should be; one program alone does not concern it.</summary>
    private static async Task TellDaemon(int? pid, string request)
    {
        if (pid is null && await ResumeClient.TellAsync(request) is string why)
        {
            await Console.Error.WriteLineAsync($"vmgl: sr_daemon was not informed: {why}");
        }
    }
}
