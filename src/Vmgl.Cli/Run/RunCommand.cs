using System.CommandLine;

namespace Vmgl.Cli.Run;

/// <summary>vmgl run: becomes a program whose GL is forwarded.</summary>
internal static class RunCommand
{
    /// <summary>Exit status when we fail ourselves; env, timeout and their like use the same.</summary>
    public const int OwnFailure = 125;

    /// <summary>The verb, for a command line whose program and arguments are <paramref name="program"/>.</summary>
    public static Command Create(string[] program)
    {
        var host = new Option<string?>("--host") { Description = "Where stub-daemon listens; GLSTUB of the environment if not given",
            HelpName = "HOST:PORT" };
        var run = new Command("run", "Run a program with its OpenGL forwarded to a host") { host, ShownOnly() };
        run.SetAction(line => RunProgram(program, line.GetValue(host)));
        return run;
    }

    /// <summary>Stands for the program in the help. The program is not among the words that are parsed, so what lands here is
    /// a misspelt option.</summary>
    private static Argument<string[]> ShownOnly()
    {
        var shown = new Argument<string[]>("program")
        {
            Description = "The program and its arguments, which are passed on unchanged",
            Arity = ArgumentArity.ZeroOrMore,
        };
        shown.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0)
            {
                result.AddError($"vmgl run has no option '{result.Tokens[0].Value}'");
            }
        });
        return shown;
    }

    private static int RunProgram(string[] program, string? host)
    {
        try
        {
            if (program.Length == 0)
            {
                throw new RunException("no program is given; vmgl run [--host HOST:PORT] PROGRAM [ARGUMENTS]");
            }

            string? stub = GuestEnvironment.ChooseStub(host, Environment.GetEnvironmentVariable("GLSTUB"));
            string preload = GuestEnvironment.PreloadValue(Library.FindLibrary(), Environment.GetEnvironmentVariable("LD_PRELOAD"));
            Exec.SetVariable("GLSTUB", stub);
            Exec.SetVariable("LD_PRELOAD", preload);
        }
        catch (RunException e)
        {
            Console.Error.WriteLine($"vmgl: {e.Message}");
            return OwnFailure;
        }

        return Exec.ReplaceProcess(program);
    }
}
