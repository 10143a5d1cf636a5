using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Vmgl.Cli.Basics;
using Vmgl.Cli.Control;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Daemon;

/// <summary>sr_daemon, which is "vmgl sr_daemon" under its own name.</summary>
internal static class SrDaemonCommand
{
    /// <summary>The verb and the program's name.</summary>
    public const string Name = "sr_daemon";

    private const string Ready = "ready: ";

    private sealed record Settings(string Address, bool IsDetached, string? Xenbus, TimeSpan Limit);

    /// <summary>The verb under a name, with suspend, resume and status below it.</summary>
    public static Command Create(string name)
    {
        var address = new Argument<string?>("HOST:PORT") { Description = "Where programs draw after this machine was restored, and the answer to programs that ask", Arity = ArgumentArity.ZeroOrOne };
        var detach = new Option<bool>("--detach", "-d") { Description = "Run in the background" };
        var detached = new Option<bool>("--detached") { Hidden = true };
        var xenbus = new Option<string?>("--xenbus") { Description = "The device or socket of XenStore, if it is not in Linux' usual place",
            HelpName = "PATH" };
        Option<double> timeout = ControlCommands.TimeoutOption();
        var command = new Command(name, "Serve programs of this guest: where to draw, and reconnecting after a restore")
        {
            address, detach, detached, xenbus, timeout, ControlCommands.CreateSuspend(), ControlCommands.CreateResume(),
                ControlCommands.CreateStatus(),
        };
        command.SetAction((line, _) => ControlCommands.RunGuarded(() =>
        {
            string to = line.GetValue(address) ?? throw new CommandException(
                "sr_daemon needs an address: sr_daemon HOST:PORT; or suspend, resume, status");
            var settings = new Settings(Address.CheckStubAddress(to).Text, line.GetValue(detached), line.GetValue(xenbus),
                ControlCommands.ToTimeLimit(line.GetValue(timeout)));
            return line.GetValue(detach) ? DetachAsync(settings) : ServeAsync(settings);
        }));
        return command;
    }

    /// <summary>Starts another process, and ends when that one serves.</summary>
    private static async Task<int> DetachAsync(Settings settings)
    {
        string[] more = settings.Xenbus is string xenbus ? ["--xenbus", xenbus] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!,
            [Name, settings.Address, "--detached", "--timeout", $"{settings.Limit.TotalSeconds}", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true, // the daemon's runtime keeps a copy, which must not hold who reads ours
        };
        using Process daemon = Process.Start(start)!;
        string? line = await daemon.StandardOutput.ReadLineAsync();
        if (line is null || !line.StartsWith(Ready, StringComparison.Ordinal))
        {
            await Console.Error.WriteAsync(await daemon.StandardError.ReadToEndAsync());
            return 1;
        }

        Console.WriteLine($"sr_daemon: {line[Ready.Length..]}");
        return 0;
    }

    private static async Task<int> ServeAsync(Settings settings)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration terminate =
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => RequestStop(context, stop));
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => RequestStop(context, stop));
        var where = new WhereToGo(settings.Address);
        using ResumeSocket socket = ResumeSocket.Open(ResumeClient.SocketPath, where);
        using XenStore? store = XenStore.TryOpen(settings.Xenbus, out string? why);
        string outcome = $"programs are sent to {settings.Address}, {ResumeClient.SocketPath} is served{(store is null ? "" : ", XenStore is watched")}";
        Console.WriteLine(settings.IsDetached ? Ready + outcome : $"sr_daemon: {outcome}");
        if (settings.IsDetached)
        {
            GoToBackground();
        }

        WriteLog(why is null ? outcome : $"{outcome}; XenStore is not watched: {why}");
        var daemon = new SrDaemon(where, store, new StandstillWatch(Posix.ReadMonotonic, Posix.ReadBootTime), settings.Limit, WriteLog);
        try
        {
            await await Task.WhenAny(socket.RunAsync(stop.Token), daemon.WatchAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
            WriteLog("ended");
        }

        return 0;
    }

    private static void RequestStop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true; // the socket is removed first
        stop.Cancel();
    }

    private static void WriteLog(string line) => Console.WriteLine($"{DateTime.Now:yyyy-MM-dd HH:mm:ss.fff} {line}");

    private static void GoToBackground()
    {
        string directory = RunDirectory.FindPath() ?? "/tmp";
        _ = Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var log = new FileStream(Path.Combine(directory, "sr_daemon.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        Posix.LeaveSession();
        Posix.RedirectTo(log);
        // The console has a copy of the descriptor before
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Environment.CurrentDirectory = "/";
    }
}
