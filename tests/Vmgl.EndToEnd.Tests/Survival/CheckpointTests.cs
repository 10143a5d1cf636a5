using System.Diagnostics;
using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>What only GL wrote survives a loss that nobody announced, if it was read back in time (VMGL_CHECKPOINT).</summary>
[Collection(SurvivalCollection.Name)]
public sealed class CheckpointTests(HostMachine host)
{
    private const string Variable = "VMGL_CHECKPOINT";

    /// <summary>With nothing kept, all that the program has drawn is the mirror's affair at once.</summary>
    private const string Keep = "VMGL_KEEP";

    [Theory]
    [InlineData("copied-once")]
    [InlineData("accumulated-once")]
    public void WorkerKilledAfterACheckpoint_TheNextFrameIsRight(string scene)
    {
        using var folder = new RunFolder();
        using var held = new HeldScenePicture(host, scene, host.Daemon.Address, folder, (Variable, "0.5"));
        long before = folder.Status(held.Id).Checkpoints;
        GuestAndHost.WaitUntil(() => folder.Status(held.Id).Checkpoints > before, "a checkpoint", () => $"{folder.Status(held.Id)}");
        Assert.Empty(folder.Status(held.Id).Stale);
        KillWorkerOf(held.Id);
        held.AssertNextFrameIsRight();
    }

    [Theory]
    [InlineData("copied-once", "texture ")]
    [InlineData("accumulated-once", "the accumulation buffer")]
    public void NoCheckpoint_SaysWhatWouldBeOld(string scene, string what)
    {
        using var folder = new RunFolder();
        using var held = new HeldScenePicture(host, scene, host.Daemon.Address, folder, (Keep, "0"));
        Assert.Contains(folder.Status(held.Id).Stale, content => content.What.StartsWith(what, StringComparison.Ordinal));
    }

    private void KillWorkerOf(int guest)
    {
        using var worker = Process.GetProcessById(host.Daemon.WorkersOf(guest)[^1]);
        worker.Kill();
        worker.WaitForExit();
    }
}
