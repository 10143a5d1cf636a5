using System.CommandLine;
using Vmgl.Cli.Basics;
using Vmgl.Cli.Control;
using Vmgl.Cli.Run;
using Vmgl.Link;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire;

namespace Vmgl.Cli.Restore;

/// <summary>vmgl restore: the picture of a snapshot, drawn anew by a host.</summary>
internal static class RestoreCommand
{
    private sealed record Settings(string File, string? Host, string? Png, bool Shows, uint Buffer);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The snapshot that vmgl snapshot wrote" };
        var host = new Option<string?>("--host") { Description = "Where stub-daemon listens; GLSTUB of the environment if not given",
            HelpName = "HOST:PORT" };
        var png = new Option<string?>("--png") { Description = "Write the picture as a PNG file; several drawables go to a file each, with their numbers", HelpName = "FILE" };
        var shows = new Option<bool>("--display") { Description = "Show the picture in a window on the host's display, until interrupted" };
        var dump = new Option<bool>("--dump") { Description = "List the contents; no host is needed" };
        var buffer = new Option<string>("--buffer") { Description = "front: the last complete picture; back: the one being drawn",
            HelpName = "front|back", DefaultValueFactory = _ => "front" };
        buffer.AcceptOnlyFromAmong("front", "back");
        var command = new Command("restore", "Draw what a snapshot holds") { file, host, png, shows, dump, buffer };
        command.SetAction((line, _) => ControlCommands.RunGuarded(() => RunAsync(
            new Settings(line.GetValue(file)!, line.GetValue(host), line.GetValue(png), line.GetValue(shows),
            line.GetValue(buffer) == "back" ? GL_BACK : GL_FRONT),
            line.GetValue(dump))));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, bool dumps)
    {
        try
        {
            await using var stream = new FileStream(settings.File, FileMode.Open, FileAccess.Read);
            var snapshot = new SnapshotReader(stream);
            if (dumps)
            {
                SnapshotDump.Write(snapshot, Console.Out);
                return 0;
            }

            return await RestoreAsync(settings, snapshot);
        }
        catch (Exception e) when (e is SnapshotException or ProtocolException or IOException or UnauthorizedAccessException or RunException)
        {
            throw new CommandException(e is RunException ? e.Message : $"{settings.File}: {e.Message}");
        }
    }

    private static async Task<int> RestoreAsync(Settings settings, SnapshotReader snapshot)
    {
        StubAddress address = Address.CheckStubAddress(
            GuestEnvironment.ChooseStub(settings.Host, Environment.GetEnvironmentVariable("GLSTUB")));
        using HostSession host = HostSession.Open(address, snapshot.Program.Name);
        var session = new RestoredSession(host);
        await session.PlayAsync(snapshot);
        Console.WriteLine($"{settings.File}: {snapshot.Program.Name}[{snapshot.Program.Pid}] restored on {address.Text} ({host.Renderer})");
        bool isShown = false;
        foreach (SnapshotDrawable drawable in snapshot.Drawables)
        {
            RestoredPicture picture = await session.ReadAsync(drawable, settings.Buffer);
            SavePicture(settings, snapshot, drawable, picture);
            if (settings.Shows && !isShown)
            {
                await session.ShowAsync(picture, drawable.Number, snapshot.Program.Name);
                isShown = true;
            }
        }

        if (isShown)
        {
            Console.WriteLine("shown on the host's display; interrupt to end");
            await host.WaitForEndAsync();
        }

        return 0;
    }

    private static void SavePicture(Settings settings, SnapshotReader snapshot, SnapshotDrawable drawable, RestoredPicture picture)
    {
        string said = $"drawable 0x{drawable.Number:x}: {picture.Width} by {picture.Height}";
        if (settings.Png is not string path)
        {
            Console.WriteLine($"{said}; --png writes its picture");
            return;
        }

        string name = snapshot.Drawables.Count == 1 ? path
            : Path.Combine(Path.GetDirectoryName(path)
            ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{drawable.Number:x}{Path.GetExtension(path)}");
        using (FileStream to = File.Create(name))
        {
            Png.Write(to, picture.Width, picture.Height, picture.Pixels);
        }

        Console.WriteLine($"{said}, written to {name}");
    }
}
