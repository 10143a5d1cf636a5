using System.Globalization;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A VNC server on the host shows its desktop to thin clients; among its windows is that of a program in the guest.</summary>
[Collection(HostDesktop.Collection)]
public sealed class HostVncTests(HostDesktop host)
{
    [Fact]
    public void ThinClient_SeesTheWindow_AndReachesTheProgram()
    {
        Assert.SkipUnless(host.WhyNot is null, host.WhyNot ?? "");
        Picture[] right = host.NativePictures("wheels", 3);
        using Machine thinClient = host.Network.Add();
        using Background server = Background.Start(
            [
                .. host.Network.OnHost, "x11vnc", "-norc", "-display", host.Display, "-auth", host.CookieFile, "-listen",
                thinClient.HostAddress,
                "-autoport", "5900", "-forever", "-shared", "-nopw", "-q",
            ]);
        int port = int.Parse(server.WaitForLine(line => line.StartsWith("PORT=", StringComparison.Ordinal))[5..],
            CultureInfo.InvariantCulture);
        using var viewer = new VncViewer(thinClient.HostAddress, port, thinClient.Inside);
        using var program = new HeldScene(host.Forwarded, "wheels", host.PathOf("watched.ppm"));
        host.AssertDrewFor(program.Id);

        Watching.AssertSeesAndReaches(viewer, program, right);
    }
}
