using Vmgl.EndToEnd.Tests.Present;
using Vmgl.EndToEnd.Tests.Ways;
using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>For how long a lost host is looked for, and where.</summary>
[Collection(SurvivalCollection.Name)]
public sealed class ReconnectTests(HostMachine host)
{
    private const string End = "this program draws nothing from here on, start it again";

    [Theory]
    [InlineData("0", "closed the connection; " + End)]
    [InlineData("2", "closed the connection and could not be replaced within 2 s")]
    public void DaemonGone_IsGivenUpInTime(string seconds, string said)
    {
        using var folder = new RunFolder();
        using var daemon = new StubDaemon(Checkout.StubDaemon, host.Display);
        using var gears = new GearsWindow(GuestProgram.Forwarded(host.Display, daemon.Address).With("VMGL_RECONNECT", seconds),
            host.Display, folder);
        daemon.Kill();
        string line = gears.Program.AssertComplainsOnce();
        Assert.StartsWith("vmgl:", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.EndsWith(End, line, StringComparison.Ordinal);
    }

    /// <summary>Each worker gets the session, and ends as soon as it gets to what the program sends.</summary>
    [Fact]
    public void WorkersThatDieOfTheProgramsCommands_AreGivenUpAfterSomeTries()
    {
        using var folder = new RunFolder();
        const int SomeFrames = 60_000;
        using var relay = new CuttingRelay(host.Daemon.Port, 1, static (_, connection) =>
            connection == 1 ? new Fate(SomeFrames) : Fate.Poisoned);
        using var gears = new Gears(folder.Let(GuestProgram.Forwarded(host.Display, relay.Address)));
        GuestAndHost.WaitUntil(() => gears.Complaints.Any(line => line.EndsWith(End, StringComparison.Ordinal)), "the end",
            () => $"{relay.Cuts} cuts\n{string.Join('\n', gears.Complaints)}");
        Assert.Contains("closed the connection each of 12 times, as soon as it got what this program draws", gears.Complaints[^1],
            StringComparison.Ordinal);
        Assert.Equal(relay.Sessions, relay.Cuts);
        Assert.False(gears.HasExited);
    }

    [Fact]
    public void DaemonGone_SrDaemonSaysWhereToGo()
    {
        using var folder = new RunFolder();
        using var lost = new StubDaemon(Checkout.StubDaemon, host.Display);
        using var gears = new GearsWindow(GuestProgram.Forwarded(host.Display, lost.Address), host.Display, folder);
        using var guide = Background.Start(
            [Checkout.SrDaemon, host.Daemon.Address],
            new Dictionary<string, string> { ["HOME"] = folder.Home, [RunDirectory.Variable] = folder.Home });
        GuestAndHost.WaitUntil(() => File.Exists(Path.Combine(folder.Home, ".vmgl_resume")), "sr_daemon's socket", guide.ToString);
        lost.Kill();
        gears.AssertGoesOn();
        ProgramStatus status = folder.Status(gears.Id);
        Assert.Equal((host.Daemon.Address, 1), (status.Host, status.Losses));
        Assert.True(host.Daemon.DrewFor(gears.Id));
    }
}
