using System.CommandLine;
using System.Net.Sockets;
using Vmgl.Cli.Basics;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Snapshots;

namespace Vmgl.Cli.Control;

/// <summary>vmgl snapshot: what a program draws, as a file.</summary>
internal static class SnapshotCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var pid = new Option<int>("--pid") { Description = "The program's process id", HelpName = "N", Required = true };
        Option<double> timeout = ControlCommands.TimeoutOption();
        var file = new Argument<string>("FILE") { Description = "Where to write the snapshot; an older file is replaced once the new one is complete" };
        var command = new Command("snapshot", "Save what a program has drawn, for vmgl restore; the program goes on") { pid, timeout,
            file };
        command.SetAction((line, _) => ControlCommands.RunGuarded(() =>
            TakeAsync(line.GetValue(pid), line.GetValue(file)!, ControlCommands.ToTimeLimit(line.GetValue(timeout)))));
        return command;
    }

    private static async Task<int> TakeAsync(int pid, string file, TimeSpan limit)
    {
        ProgramSocket socket = Programs.FindPrograms(pid)[0];
        string part = file + ".part";
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            using ControlConnection connection = await ControlConnection.OpenAsync(socket.Path, "snapshot", timeout.Token);
            SnapshotResult result = await connection.ReadAnswerAsync(ControlJson.Default.SnapshotResult, timeout.Token);
            await using (var to = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
            {
                await connection.CopyAsync(to, result.Bytes, timeout.Token);
                _ = new SnapshotReader(to); // whole and undamaged, or nothing is replaced
            }

            File.Move(part, file, overwrite: true);
            ShowResult(socket, file, result);
            return 0;
        }
        catch (Exception e) when (e is CommandException or SocketException or SnapshotException or IOException
            or UnauthorizedAccessException or OperationCanceledException)
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }

            string why = e is OperationCanceledException ? $"not done within {limit.TotalSeconds:0.#} s" : e.Message;
            throw new CommandException($"no snapshot of {socket.Program}[{pid}]: {why}");
        }
    }

    private static void ShowResult(ProgramSocket socket, string file, SnapshotResult result)
    {
        Console.WriteLine($"{file}: {socket.Program}[{socket.Pid}], {Table.FormatSize(result.Bytes)}, {Table.FormatTime(result.Ms)}");
        foreach (StaleContent content in result.Stale)
        {
            Console.WriteLine($"stale in it: {content.What} ({Table.FormatSize(content.Bytes)})");
        }
    }
}
