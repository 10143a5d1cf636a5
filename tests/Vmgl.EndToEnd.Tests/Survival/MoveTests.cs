using Vmgl.EndToEnd.Tests.Present;
using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A running program goes to another host, of another vendor.</summary>
[Collection(SurvivalCollection.Name)]
public sealed class MoveTests(HostMachine host, GuestAndHost machines)
{
    private static readonly Dictionary<string, string> s_otherVendor = new() { ["GALLIUM_DRIVER"] = "softpipe",
        ["LIBGL_ALWAYS_SOFTWARE"] = "1" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Move_ToAnotherVendorAndBack_GearsGoOn(bool isReturned)
    {
        using var folder = new RunFolder();
        string display = isReturned ? machines.GuestDisplay : host.Display;
        StubDaemon here = isReturned ? machines.Daemon : host.Daemon;
        using var there = new StubDaemon(Checkout.StubDaemon, isReturned ? machines.HostDisplay : host.Display, environment: s_otherVendor);
        using var gears = new GearsWindow(GuestProgram.Forwarded(display, here.Address), display, folder);

        GuestResult refused = folder.Run(Checkout.Vmgl, "move", there.Address, "--pid", $"{gears.Id}");
        Assert.True(refused.ExitCode == 1, refused.ToString());
        Assert.Contains($"less at {there.Address}:", refused.Output, StringComparison.Ordinal);
        Assert.Contains("MAX_CUBE_MAP_TEXTURE_SIZE", refused.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was moved", refused.Errors, StringComparison.Ordinal);
        AssertDrawsAt(here, gears);

        _ = folder.Vmgl("move", there.Address, "--pid", $"{gears.Id}", "--force");
        AssertDrawsAt(there, gears);
        Assert.True(there.DrewFor(gears.Id));
        _ = folder.Vmgl("move", here.Address, "--pid", $"{gears.Id}", "--force");
        AssertDrawsAt(here, gears);
        Assert.DoesNotContain(gears.Program.Complaints, line => line.Contains("draws nothing", StringComparison.Ordinal));
    }

    /// <summary>Nothing that the program drew before is drawn again by it: the other host has it from the first.</summary>
    [Theory]
    [InlineData("textures")]
    [InlineData("nested-lists")]
    public void Move_BetweenFrames_TheNextFrameIsRight(string scene)
    {
        using var folder = new RunFolder();
        using var there = new StubDaemon(Checkout.StubDaemon, host.Display);
        using var held = new HeldScenePicture(host, scene, host.Daemon.Address, folder);
        _ = folder.Vmgl("move", there.Address, "--pid", $"{held.Id}");
        held.AssertNextFrameIsRight();
        Assert.True(there.DrewFor(held.Id));
    }

    private static void AssertDrawsAt(StubDaemon daemon, GearsWindow gears)
    {
        gears.AssertGoesOn();
        ProgramStatus status = gears.Folder.Status(gears.Id);
        Assert.Equal(daemon.Address, status.Host);
        Assert.Equal(0, status.Losses);
    }
}
