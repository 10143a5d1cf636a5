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
    public void SyncControl_Forwarded_IsThere() => Assert.DoesNotContain("is not here", Run("sync-control").Errors, StringComparison.Ordinal);

    private GuestResult Run(string scene)
    {
        string picture = Path.Combine(Path.GetTempPath(), $"vmgl-{Environment.ProcessId}-timing.ppm");
        GuestResult result = host.Forwarded.Run(Checkout.Scene, scene, "--ppm", picture);
        File.Delete(picture);
        Assert.True(result.ExitCode == 0, result.ToString());
        host.AssertDrewFor(result.ProcessId);
        return result;
    }
}
