using Vmgl.EndToEnd.Tests.Ways;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests;

/// <summary>What programs are told of refreshes and swaps. The scenes write "yes" behind each rule that holds; natively they may lack
/// the extensions, so that comparing (<see cref="SceneTests"/>) does not prove that the rules were asked.</summary>
[Collection(HostMachine.Collection)]
public sealed class TimingTests(HostMachine host)
{
    [Theory]
    [InlineData("swap-intervals", 19)]
    [InlineData("sync-control", 30)]
    public void Rules_Forwarded_Hold(string scene, int rules)
    {
        GuestResult result = Run(scene);
        Assert.Equal(rules, result.Output.Split('\n').Count(line => line.EndsWith(": yes", StringComparison.Ordinal)));
        Assert.DoesNotContain("NO\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SyncControl_Forwarded_IsThere() =>
        Assert.DoesNotContain("is not here", Run("sync-control").Errors, StringComparison.Ordinal);

    /// <summary>VGA's timings make 59.94 refreshes a second; a virtual screen as it starts has none.</summary>
    [Fact]
    public void MscRate_IsThatOfTheScreen_OrSixty()
    {
        using var server = new XServer();
        using var daemon = new StubDaemon(Checkout.StubDaemon, server.Display);
        var guest = GuestProgram.Forwarded(server.Display, daemon.Address);
        Assert.Contains("rate 60/1\n", Run(guest, "sync-control").Errors, StringComparison.Ordinal);

        foreach (string command in new[] { "--newmode vga 25.175 640 656 752 800 480 490 492 525", "--addmode screen vga",
            "--output screen --mode vga" })
        {
            _ = Background.Run(["xrandr", "-display", server.Display, .. command.Split(' ')]);
        }

        Assert.Contains("rate 5035/84\n", Run(guest, "sync-control").Errors, StringComparison.Ordinal);
    }

    private GuestResult Run(string scene)
    {
        GuestResult result = Run(host.Forwarded, scene);
        host.AssertDrewFor(result.ProcessId);
        return result;
    }

    private static GuestResult Run(GuestProgram guest, string scene)
    {
        string picture = Path.Combine(Path.GetTempPath(), $"vmgl-{Environment.ProcessId}-timing.ppm");
        GuestResult result = guest.Run(Checkout.Scene, scene, "--ppm", picture);
        File.Delete(picture);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
