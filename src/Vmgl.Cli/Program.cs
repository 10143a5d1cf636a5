using System.CommandLine;
using System.CommandLine.Invocation;
using Vmgl.Cli.Control;
using Vmgl.Cli.Daemon;
using Vmgl.Cli.Restore;
using Vmgl.Cli.Run;
using Vmgl.Cli.Xen;
using Vmgl.Wire.Handshake;

namespace Vmgl.Cli;

/// <summary>vmgl; vmglrun, which is "vmgl run" under its short name, and sr_daemon.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        // The root command is called as the program is, and no verb may have the same name.
        string daemon = CalledAs(SrDaemonCommand.Name) ? "serve" : SrDaemonCommand.Name;
        string[] all = CalledAs("vmglrun") ? ["run", .. arguments] : CalledAs(SrDaemonCommand.Name) ? [daemon, .. arguments] : arguments;
        (string[] own, string[] program) = Words.SplitWords(all);
        ParseResult line = CreateCommands(program, daemon).Parse(own);
        if (line.Errors.Count == 0)
        {
            return line.Invoke();
        }

        string problem = line.UnmatchedTokens is [string word, ..] ? $"there is no '{word}'" : line.Errors[0].Message;
        Console.Error.WriteLine($"vmgl: {problem} (vmgl --help lists what there is)");
        return own is ["run", ..] ? RunCommand.OwnFailure : 2;
    }

    private static RootCommand CreateCommands(string[] program, string daemon)
    {
        var root = new RootCommand("Draws with another machine's GPU.")
        {
            RunCommand.Create(program), ControlCommands.CreateStatus(), ControlCommands.CreateSuspend(), ControlCommands.CreateResume(),
                MoveCommand.Create(),
            SnapshotCommand.Create(), RestoreCommand.Create(), XlCommand.Create(program), SrDaemonCommand.Create(daemon),
        };
        root.Options.OfType<VersionOption>().Single().Action = new ShowVersion();
        return root;
    }

    /// <summary>Whether the last part of argv[0] is <paramref name="name"/>. The runtime's own argv[0] is the assembly in a managed
    /// build.</summary>
    private static bool CalledAs(string name) =>
        Path.GetFileName(File.ReadAllText("/proc/self/cmdline").Split('\0')[0]) == name;

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.WriteLine($"vmgl {typeof(Program).Assembly.GetName().Version!.ToString(3)}, protocol {ProtocolVersion.Current}");
            return 0;
        }
    }
}
