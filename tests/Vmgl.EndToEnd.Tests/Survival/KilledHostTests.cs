using System.Diagnostics;
using Vmgl.EndToEnd.Tests.Present;
using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A program outlives its worker, its daemon, and a host that says nothing more.</summary>
[Collection(SurvivalCollection.Name)]
public sealed partial class KilledHostTests(HostMachine host, GuestAndHost machines)
{
    private const int Kills = 4;
    private const int StopSignal = 19;
    private const int ContinueSignal = 18;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WorkerKilled_GearsGoOn(bool isReturned)
    {
        using var folder = new RunFolder();
        StubDaemon daemon = isReturned ? machines.Daemon : host.Daemon;
        using GearsWindow gears = Start(folder, isReturned, daemon.Address);
        for (int kill = 1; kill <= Kills; kill++)
        {
            int[] workers = daemon.WorkersOf(gears.Id);
            using (var worker = Process.GetProcessById(workers[^1]))
            {
                worker.Kill();
            }

            GuestAndHost.WaitUntil(() => daemon.WorkersOf(gears.Id).Length > workers.Length, "another worker");
            gears.AssertGoesOn();
            ProgramStatus status = folder.Status(gears.Id);
            Assert.Equal(kill, status.Losses);
            Assert.InRange(status.InterruptionMs, 0.1, 5_000);
            TestContext.Current.TestOutputHelper?.WriteLine($"kill -9 of the worker: {status.InterruptionMs:0} ms ({status.MirroredBytes} bytes)");
        }

        Assert.Equal(Kills, gears.Program.Complaints.Count(line => line.Contains("drawing goes on after", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DaemonKilledAndStartedAgain_GearsGoOn(bool isReturned)
    {
        using var folder = new RunFolder();
        using GearsWindow gears = StartOnDaemonThatIsKilled(folder, isReturned, static _ => { }, out int port);
        _ = folder.WaitForState(gears.Id, ProgramState.Reconnecting);
        using var second = new StubDaemon(Checkout.StubDaemon, HostDisplay(isReturned), port: port);
        gears.AssertGoesOn();
        Assert.Equal(1, folder.Status(gears.Id).Losses);
        Assert.True(second.DrewFor(gears.Id));
    }

    /// <summary>As after the restore of a machine: the connection is open, and nobody is at its other end.</summary>
    [Fact]
    public void HostSaysNothingMore_ResumedElsewhere_GearsGoOn()
    {
        using var folder = new RunFolder();
        using var hung = new StubDaemon(Checkout.StubDaemon, host.Display);
        using GearsWindow gears = Start(folder, false, hung.Address);
        int worker = hung.WorkersOf(gears.Id)[^1];
        Assert.Equal(0, SendSignal(hung.Id, StopSignal));
        Assert.Equal(0, SendSignal(worker, StopSignal));
        try
        {
            _ = folder.Vmgl("resume", host.Daemon.Address, "--pid", $"{gears.Id}");
            gears.AssertGoesOn();
            Assert.Equal(host.Daemon.Address, folder.Status(gears.Id).Host);
        }
        finally
        {
            _ = SendSignal(worker, ContinueSignal);
            _ = SendSignal(hung.Id, ContinueSignal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SuspendedWhileTheDaemonIsStartedAnew_GearsGoOn(bool isReturned)
    {
        using var folder = new RunFolder();
        using GearsWindow gears = StartOnDaemonThatIsKilled(folder, isReturned, started =>
            _ = folder.Vmgl("suspend", "--pid", $"{started.Id}"), out int port);
        ProgramStatus suspended = folder.Status(gears.Id);
        Assert.Equal(ProgramState.Suspended, suspended.State);
        Thread.Sleep(200);
        Assert.Equal(suspended.Frames, folder.Status(gears.Id).Frames);
        using var second = new StubDaemon(Checkout.StubDaemon, HostDisplay(isReturned), port: port);
        _ = folder.Vmgl("resume", "--pid", $"{gears.Id}");
        gears.AssertGoesOn();
        Assert.Equal(0, folder.Status(gears.Id).Losses);
    }

    private string HostDisplay(bool isReturned) => isReturned ? machines.HostDisplay : host.Display;

    /// <summary>Starts the gears on a daemon of their own, which is killed after <paramref name="before"/>.</summary>
    /// <param name="port">The daemon's, for the next one.</param>
    private GearsWindow StartOnDaemonThatIsKilled(RunFolder folder, bool isReturned, Action<GearsWindow> before, out int port)
    {
        using var daemon = new StubDaemon(Checkout.StubDaemon, HostDisplay(isReturned));
        GearsWindow gears = Start(folder, isReturned, daemon.Address);
        before(gears);
        port = daemon.Port;
        daemon.Kill();
        return gears;
    }

    private GearsWindow Start(RunFolder folder, bool isReturned, string address)
    {
        string display = isReturned ? machines.GuestDisplay : host.Display;
        return new GearsWindow(GuestProgram.Forwarded(display, address), display, folder);
    }

    [System.Runtime.InteropServices.LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
