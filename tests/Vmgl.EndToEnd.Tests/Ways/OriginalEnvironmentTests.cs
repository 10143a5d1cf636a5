using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>The first VMGL told its own programs by IS_GLSTUB_DAEMON not to forward; it stands in people's start scripts.</summary>
[Collection(HostMachine.Collection)]
public sealed class OriginalEnvironmentTests(HostMachine host)
{
    private const string Name = "IS_GLSTUB_DAEMON";

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void IsGlstubDaemon_ChangesNothing(bool onHost, bool inGuest)
    {
        using var daemon = new StubDaemon(Checkout.StubDaemon, host.Display, environment: onHost ? new() { [Name] = "yes" } : []);
        GuestProgram guest = GuestProgram.Forwarded(host.Display, daemon.Address);
        string path = Path.Combine(Path.GetTempPath(), $"vmgl-{Environment.ProcessId}-original");

        GuestResult native = host.Native.Run(Checkout.Scene, "textures", "--ppm", path + ".native");
        GuestResult forwarded = (inGuest ? guest.With(Name, "yes") : guest).Run(Checkout.Scene, "textures", "--ppm", path);

        Assert.True(native.ExitCode == 0 && forwarded.ExitCode == 0, $"{native}\n{forwarded}");
        Assert.Equal((native.Output, native.Errors), (forwarded.Output, forwarded.Errors));
        Assert.True(daemon.DrewFor(forwarded.ProcessId), daemon.ReadLog());
        string? difference = Picture.Read(path).DifferenceFrom(Picture.Read(path + ".native"));
        Assert.True(difference is null, difference);
        File.Delete(path);
        File.Delete(path + ".native");
    }
}
