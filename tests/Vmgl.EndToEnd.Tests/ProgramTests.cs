using System.Diagnostics;

namespace Vmgl.EndToEnd.Tests;

/// <summary>Programs of the field, and many of them.</summary>
[Collection(HostMachine.Collection)]
public sealed class ProgramTests(HostMachine host)
{
    private const int ManyPrograms = 50;

    [Theory]
    [InlineData("direct rendering: Yes")]
    [InlineData("server glx vendor string: VMGL")]
    [InlineData("client glx vendor string: VMGL")]
    public void Glxinfo_Forwarded_Says(string line)
    {
        GuestResult result = host.Forwarded.Run("glxinfo");
        AssertForwarded(result);
        Assert.Contains(line, result.Output.Split('\n'));
    }

    [Theory]
    [InlineData("1.2", "OpenGL version string: 1.2 VMGL 0.1.0", "")]
    [InlineData("7.0", "OpenGL version string: 2.1 VMGL 0.1.0", "vmgl: VMGL_GL_VERSION=7.0: VMGL has GL 2.1")]
    [InlineData("new", "OpenGL version string: 2.1 VMGL 0.1.0", "vmgl: VMGL_GL_VERSION=new is not a GL version; write it as 1.3")]
    public void Glxinfo_WithAnotherVersion_Says(string version, string line, string complaint)
    {
        GuestResult result = host.Forwarded.With("VMGL_GL_VERSION", version).Run("glxinfo", "-B");
        AssertForwarded(result);
        Assert.Contains(line, result.Output.Split('\n'));
        Assert.Equal(complaint, result.Errors.Trim());
    }

    [Theory]
    [InlineData("GL_ARB_multitexture GL_EXT_bgra", true, true, false)]
    [InlineData("-GL_EXT_bgra,-GL_ARB_shadow", true, false, false)]
    public void Glxinfo_WithFewerExtensions_ListsThem(string extensions, bool multitexture, bool bgra, bool shadow)
    {
        GuestResult result = host.Forwarded.With("VMGL_EXTENSIONS", extensions).Run("glxinfo");
        AssertForwarded(result);
        string[] listed = result.Output.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(multitexture, listed.Contains("GL_ARB_multitexture"));
        Assert.Equal(bgra, listed.Contains("GL_EXT_bgra"));
        Assert.Equal(shadow, listed.Contains("GL_ARB_shadow"));
    }

    [Fact]
    public void Glxinfo_Forwarded_ShowsTheHostsRenderer()
    {
        const string start = "OpenGL renderer string: ";
        string native = Line(host.Native.Run("glxinfo", "-B"), start);
        GuestResult forwarded = host.Forwarded.Run("glxinfo", "-B");
        AssertForwarded(forwarded);
        Assert.Contains(native[start.Length..], Line(forwarded, start), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPrograms_AtOnce_BothDrawTheirOwn()
    {
        Task<GuestResult> one = RunSceneAsync("wheels", "at-once", "--x", "300"); // beside the other, so that neither hides a part of it
        Task<GuestResult> two = RunSceneAsync("threads", "at-once");
        foreach (GuestResult result in await Task.WhenAll(one, two))
        {
            AssertForwarded(result);
        }

        AssertSameAsNative("wheels");
        AssertSameAsNative("threads");
    }

    [Fact]
    public async Task ManyPrograms_OneAfterAnother_LeaveNothingInTheDaemon()
    {
        _ = await RunSceneAsync("rects", "many"); // whatever the first guest starts may stay
        (int Descriptors, int Children) before = host.Daemon.CountResources();
        for (int i = 0; i < ManyPrograms; i++)
        {
            GuestResult result = await RunSceneAsync("rects", "many");
            AssertForwarded(result);
        }

        Assert.Equal(before, host.Daemon.CountResources());
    }

    [Fact]
    public async Task Program_KilledInTheMiddle_LeavesNothingInTheDaemon()
    {
        _ = await RunSceneAsync("rects", "killed");
        (int Descriptors, int Children) before = host.Daemon.CountResources();
        using Process gears = host.Forwarded.Start("glxgears");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(gears.HasExited, "glxgears ended by itself");
        gears.Kill();
        await gears.WaitForExitAsync(TestContext.Current.CancellationToken);
        host.AssertDrewFor(gears.Id);
        Assert.Equal(before, host.Daemon.CountResources());
    }

    private static string Line(GuestResult result, string start)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        string? line = result.Output.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
        Assert.True(line is not null, $"no \"{start}\" in {result}");
        return line;
    }

    private static string PathOf(string scene, string how) =>
        Path.Combine(Path.GetTempPath(), $"vmgl-{Environment.ProcessId}-{scene}-{how}.ppm");

    private Task<GuestResult> RunSceneAsync(string scene, string how, params string[] more) =>
        host.Forwarded.RunAsync(Checkout.Scene, [scene, "--ppm", PathOf(scene, how), .. more]);

    private void AssertForwarded(GuestResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        host.AssertDrewFor(result.ProcessId);
    }

    private void AssertSameAsNative(string scene)
    {
        GuestResult native = host.Native.Run(Checkout.Scene, scene, "--ppm", PathOf(scene, "native"));
        Assert.True(native.ExitCode == 0, native.ToString());
        string? difference = Picture.Read(PathOf(scene, "at-once")).DifferenceFrom(Picture.Read(PathOf(scene, "native")));
        Assert.True(difference is null, $"{scene}: {difference}");
    }
}
