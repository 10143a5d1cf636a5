using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A host that cannot take a program leaves it waiting, and the next that can draws it as it was.</summary>
[Collection(SurvivalCollection.Name)]
public sealed class FailedRestoreTests(HostMachine host)
{
    /// <summary>In the middle of what the scene has: its textures.</summary>
    private const int HalfWay = 1500;

    private const string Scene = "textures";

    [Fact]
    public void ResumedAtAHostThatCutsTheRebuild_Waits_AndResumesElsewhere()
    {
        using var cutting = new CuttingRelay(host.Daemon.Port, 1, static (_, _) => new Fate(HalfWay));
        AssertWaitsAndResumes(cutting.Address, "closed the connection");
        Assert.True(cutting.Cuts > 0);
    }

    [Fact]
    public void ResumedAtADaemonThatDiesInTheRebuild_Waits_AndResumesElsewhere()
    {
        using var dying = new StubDaemon(Checkout.StubDaemon, host.Display);
        using var relay = new CuttingRelay(dying.Port, 1, (_, _) => new Fate(HalfWay, _ => dying.Kill()));
        AssertWaitsAndResumes(relay.Address, "closed the connection");
        Assert.True(dying.HasExited);
    }

    [Fact]
    public void ResumedAtAFullHost_Waits_AndResumesElsewhere()
    {
        using var full = new StubDaemon(Checkout.StubDaemon, host.Display, more: ["--max-guests", "1"]);
        using var guests = new RunFolder();
        using var other = new HeldScenePicture(host, "rects", full.Address, guests);
        AssertWaitsAndResumes(full.Address, "guest");
    }

    [Fact]
    public void ResumedAtWhatIsNoDaemon_Waits_AndResumesElsewhere()
    {
        using var garbage = new FakeHost("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
        AssertWaitsAndResumes(garbage.Address, garbage.Address);
    }

    /// <summary>A move that fails is none: the program draws where it did.</summary>
    [Fact]
    public void MovedToAHostThatCutsTheRebuild_DrawsWhereItDid()
    {
        using var folder = new RunFolder();
        using var held = new HeldScenePicture(host, Scene, host.Daemon.Address, folder);
        const int Comparisons = 1; // of limits, when the user asks all programs
        const int BeyondTheQuestions = 64 << 10; // the limits are asked for once more, before the program goes by the same connection
        using var cutting = new CuttingRelay(host.Daemon.Port, 1, static (_, connection) =>
            connection <= Comparisons ? Fate.None : new Fate(BeyondTheQuestions));
        GuestResult refused = folder.Run(Checkout.Vmgl, "move", cutting.Address, "--pid", $"{held.Id}");
        Assert.True(refused.ExitCode == 1, refused.ToString());
        Assert.Equal(1, cutting.Cuts);
        ProgramStatus status = folder.Status(held.Id);
        Assert.Equal((ProgramState.Drawing, host.Daemon.Address), (status.State, status.Host));
        held.AssertNextFrameIsRight();
    }

    private void AssertWaitsAndResumes(string failing, string why)
    {
        using var folder = new RunFolder();
        using var held = new HeldScenePicture(host, Scene, host.Daemon.Address, folder);
        _ = folder.Vmgl("suspend", "--pid", $"{held.Id}");
        GuestResult failed = folder.Run(Checkout.Vmgl, "resume", failing, "--pid", $"{held.Id}");
        Assert.True(failed.ExitCode == 1, failed.ToString());
        Assert.Contains(why, failed.Errors, StringComparison.Ordinal);
        Assert.Equal(ProgramState.Suspended, folder.Status(held.Id).State);
        Assert.Contains("suspended", folder.Vmgl("status"), StringComparison.Ordinal);

        _ = folder.Vmgl("resume", host.Daemon.Address, "--pid", $"{held.Id}");
        Assert.Equal(ProgramState.Drawing, folder.Status(held.Id).State);
        held.AssertNextFrameIsRight();
    }
}
