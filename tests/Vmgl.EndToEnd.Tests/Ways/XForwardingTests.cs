namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>X forwarding: the program runs in the guest, its window is on the host's X server, over the network.</summary>
[Collection(HostDesktop.Collection)]
public sealed class XForwardingTests(HostDesktop host)
{
    [Theory]
    [InlineData("wheels")]
    [InlineData("textures")]
    [InlineData("arb-programs")]
    [InlineData("two-windows")]
    [InlineData("copied-texture")]
    public void Scene_FromTheGuest_EqualsNative(string scene)
    {
        Assert.SkipUnless(host.WhyNot is null, host.WhyNot ?? "");
        Picture native = host.NativePicture(scene, 3);
        string path = host.PathOf($"{scene}-forwarded.ppm");
        GuestResult result = host.Forwarded.Run(Checkout.Scene, scene, "--ppm", path);

        Assert.True(result.ExitCode == 0, result.ToString());
        host.AssertDrewFor(result.ProcessId);
        string? difference = Picture.Read(path).DifferenceFrom(native);
        Assert.True(difference is null, difference);
    }

    [Fact]
    public void KeysAndButtons_OnTheHost_ReachTheProgram()
    {
        Assert.SkipUnless(host.WhyNot is null, host.WhyNot ?? "");
        Picture right = host.NativePictures("wheels", 3)[2];
        string path = host.PathOf("held.ppm");
        using var program = new HeldScene(host.Forwarded, "wheels", path);

        XDoTool("mousemove", "50", "40", "click", "1");
        program.AssertHeard("button 1 at 50,40");
        XDoTool("key", "a");
        program.AssertHeard("key a");

        string? difference = Picture.Read(path).DifferenceFrom(right);
        Assert.True(difference is null, difference);
        host.AssertDrewFor(program.Id);
        XDoTool("key", "Escape");
        program.AssertEnds();
    }

    /// <summary>The guest sees nothing of the host but its address: no socket of this machine's own helps it.</summary>
    [Fact]
    public void Guest_WithoutTheCable_ReachesNobody()
    {
        Assert.SkipUnless(host.WhyNot is null, host.WhyNot ?? "");
        using Machine other = host.Network.Add();
        GuestResult result = GuestProgram.Forwarded(host.DisplayFromGuest, host.Daemon.Address).With("XAUTHORITY", host.CookieFile)
            .Through(other.Inside).Run(Checkout.Scene, "wheels", "--ppm", host.PathOf("nobody.ppm"));

        Assert.Equal((1, "DISPLAY: cannot be opened"), (result.ExitCode, result.Errors.Trim()));
    }

    private void XDoTool(params string[] arguments) => Background.Run(
        [.. host.Network.OnHost, "xdotool", .. arguments], new() { ["DISPLAY"] = host.Display, ["XAUTHORITY"] = host.CookieFile });
}
