using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.EndToEnd.Tests;

/// <summary>How often programs wait for the host, by the worker's own count.</summary>
[Collection(HostMachine.Collection)]
public sealed partial class RoundTripTests(HostMachine host)
{
    /// <summary>What each scene asks besides: screens, visuals, a window, a context, and for each frame until the picture is
    /// there.</summary>
    private const string Rects = "rects";

    /// <summary>The scene asks 250 questions about a program and its 50 uniforms, then 2 in each frame.</summary>
    [Fact]
    public void ManyUniforms_WaitForAHandful()
    {
        int few = TripsOf("many-uniforms", frames: 3);

        Assert.InRange(few - TripsOf(Rects, frames: 3), 1, 5);
    }

    [Theory]
    [InlineData("many-uniforms")]
    [InlineData("steady-targets")]
    public void SteadyFrames_WaitNoMoreThanForThePicture(string scene)
    {
        int more = TripsOf(scene, frames: 30) - TripsOf(scene, frames: 10);

        Assert.Equal(TripsOf(Rects, frames: 30) - TripsOf(Rects, frames: 10), more);
    }

    private int TripsOf(string scene, int frames)
    {
        string picture = Path.Combine(Path.GetTempPath(), $"vmgl-{Environment.ProcessId}-trips.ppm");
        GuestResult result = host.Forwarded.Run(Checkout.Scene, scene, "--ppm", picture, "--frames",
            frames.ToString(CultureInfo.InvariantCulture));
        Assert.True(result.ExitCode == 0, result.ToString());
        File.Delete(picture);
        for (int i = 0; i < 100; i++)
        {
            // The worker says it when the guest has left.
            Match? end = Ends().Matches(host.Daemon.ReadLog()).FirstOrDefault(m => m.Groups["pid"].Value == $"{result.ProcessId}");
            if (end is not null)
            {
                return int.Parse(end.Groups["trips"].Value, CultureInfo.InvariantCulture);
            }

            Thread.Sleep(20);
        }

        throw new Xunit.Sdk.XunitException($"the log has no end of process {result.ProcessId}:\n{host.Daemon.ReadLog()}");
    }

    [GeneratedRegex(@"guest .*\[(?<pid>\d+)\] left.*: \d+ frames, (?<trips>\d+) round trips")]
    private static partial Regex Ends();
}
