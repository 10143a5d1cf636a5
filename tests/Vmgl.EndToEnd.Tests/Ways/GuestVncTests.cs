namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A VNC server in the guest, which is an X server without GLX: the program's window is there, its pictures come from the host,
/// and a viewer anywhere watches the guest's desktop.</summary>
[Collection(HostDesktop.Collection)]
public sealed class GuestVncTests(HostDesktop host)
{
    private const int Port = 5900; // the guest's machine is fresh: all ports are free

    [Fact]
    public void Viewer_SeesTheWindow_AndReachesTheProgram()
    {
        Assert.SkipUnless(host.WhyNot is null, host.WhyNot ?? "");
        using Background server = StartServer(out string display);
        Picture[] right = host.NativePictures("wheels", 3);
        using var viewer = new VncViewer(host.Guest.Address, Port, host.Network.OnHost);
        using var program = new HeldScene(host.ForwardedTo(display), "wheels", host.PathOf("returned.ppm"));
        host.AssertDrewFor(program.Id);

        Watching.AssertSeesAndReaches(viewer, program, right);
    }

    [Theory]
    [InlineData("textures")]
    [InlineData("two-windows")]
    [InlineData("resize")]
    public void Scene_OnTheGuestsXServer_EqualsNative(string scene)
    {
        Assert.SkipUnless(host.WhyNot is null, host.WhyNot ?? "");
        using Background server = StartServer(out string display);
        Picture native = host.NativePicture(scene, 3);
        string path = host.PathOf($"{scene}-returned.ppm");
        GuestResult result = host.ForwardedTo(display).Run(Checkout.Scene, scene, "--ppm", path);

        Assert.True(result.ExitCode == 0, result.ToString());
        host.AssertDrewFor(result.ProcessId);
        string? difference = Picture.Read(path).DifferenceFrom(native);
        Assert.True(difference is null, difference);
    }

    private Background StartServer(out string display)
    {
        var server = Background.Start(
            [
                .. host.Guest.Inside, "Xvnc", "-displayfd", "1", "-geometry", "640x480", "-depth", "24", "-extension", "GLX",
                "-SecurityTypes", "None",
                "-interface", host.Guest.Address, "-rfbport", $"{Port}", "-nolisten", "tcp",
            ]);
        display = $":{server.WaitForLine(line => line.Trim().Length > 0).Trim()}";
        return server;
    }
}
