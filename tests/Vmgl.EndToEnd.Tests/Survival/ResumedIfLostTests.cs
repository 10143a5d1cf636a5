using Vmgl.EndToEnd.Tests.Present;
using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>What sr_daemon asks of programs after a restore that nobody announced: their host may be there as before, and then nothing is
/// to be lost.</summary>
[Collection(SurvivalCollection.Name)]
public sealed partial class ResumedIfLostTests(HostMachine host)
{
    private const int StopSignal = 19;
    private const int ContinueSignal = 18;

    [Fact]
    public void HostAnswers_KeepsItsConnection()
    {
        using var folder = new RunFolder();
        using GearsWindow gears = Start(folder, host.Daemon.Address);
        Assert.Contains("\"hasStayed\":true", Ask(folder, gears, host.Daemon.Address), StringComparison.Ordinal);
        gears.AssertGoesOn();
        Assert.Equal(0, folder.Status(gears.Id).Losses);
    }

    [Fact]
    public void HostAnswers_AndAnotherIsWanted_MovesThere()
    {
        using var folder = new RunFolder();
        using var other = new StubDaemon(Checkout.StubDaemon, host.Display);
        using GearsWindow gears = Start(folder, host.Daemon.Address);
        Assert.Contains("\"hasStayed\":false", Ask(folder, gears, other.Address), StringComparison.Ordinal);
        gears.AssertGoesOn();
        ProgramStatus status = folder.Status(gears.Id);
        Assert.Equal((other.Address, 0), (status.Host, status.Losses));
    }

    /// <summary>The system still answers for the worker, which hangs.</summary>
    [Fact]
    public void WorkerSaysNothingMore_ConnectsAnew()
    {
        using var folder = new RunFolder();
        using var hung = new StubDaemon(Checkout.StubDaemon, host.Display);
        using GearsWindow gears = Start(folder, hung.Address);
        int worker = hung.WorkersOf(gears.Id)[^1];
        Assert.Equal(0, SendSignal(worker, StopSignal));
        try
        {
            Assert.Contains("\"hasStayed\":false", Ask(folder, gears, hung.Address), StringComparison.Ordinal);
            gears.AssertGoesOn();
            Assert.Equal(1, folder.Status(gears.Id).Losses);
        }
        finally
        {
            _ = SendSignal(worker, ContinueSignal);
        }
    }

    private GearsWindow Start(RunFolder folder, string address) => new(GuestProgram.Forwarded(host.Display, address), host.Display, folder);

    private static string Ask(RunFolder folder, GearsWindow gears, string address)
    {
        string answer = RunFolder.End(folder.Begin(gears.Id, $"resume {address} if-lost")!);
        TestContext.Current.TestOutputHelper?.WriteLine(answer);
        return answer;
    }

    [System.Runtime.InteropServices.LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
