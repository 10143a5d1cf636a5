using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>Which way the pictures of a window take, and that the log says which and why.</summary>
[Collection(GuestAndHost.Collection)]
public sealed class WayTests(GuestAndHost machines)
{
    [Fact]
    public void AnotherXServer_PicturesReturn_ForThatReason()
    {
        GuestResult result = Run(machines.Returned);

        Assert.EndsWith(
            "120 by 120 pixels: its pictures return to the guest, because the guest's X server is not this host's",
            machines.WaitForLog(result.ProcessId, "window 0x"), StringComparison.Ordinal);
        Assert.Contains("3 pictures returned", machines.WaitForLog(result.ProcessId, " left after "), StringComparison.Ordinal);
        Assert.Equal("", result.Errors);
    }

    [Fact]
    public void TheHostsXServer_IsDrawnIntoDirectly_ForThatReason()
    {
        GuestResult result = Run(OnTheHostsServer);

        Assert.EndsWith(
            "it is drawn into directly, because the guest's X server is this host's", machines.WaitForLog(result.ProcessId, "window 0x"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("returned", machines.WaitForLog(result.ProcessId, " left after "), StringComparison.Ordinal);
    }

    [Fact]
    public void TheHostsXServer_ForcedToReturn_DoesAndEqualsNative()
    {
        SceneRun native = SceneRun.Of(machines.Native, "textures", "native-return");
        SceneRun forced = SceneRun.Of(OnTheHostsServer.With("VMGL_PRESENT", "return"), "textures", "forced");

        forced.AssertEquals(native);
        Assert.EndsWith(
            "its pictures return to the guest, because the guest's VMGL_PRESENT says so",
            machines.WaitForLog(forced.Result.ProcessId, "window 0x"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherXServer_ForcedToBeDirect_FailsAndSaysWhatToDo()
    {
        GuestResult result = machines.Returned.With("VMGL_PRESENT", "direct").Run(Checkout.Scene, "textures", "--ppm", "/dev/null");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            $"^vmgl: the host does not see window 0x[0-9a-f]+ of display {machines.GuestDisplay}: it draws on another X server; "
                + "give the program the host's DISPLAY, start stub-daemon with this one, or leave VMGL_PRESENT unset\ntextures: no context\n$",
            result.Errors);
    }

    /// <summary>A host without the library says so once, and pictures travel as they are.</summary>
    [Theory]
    [InlineData("lz4")]
    [InlineData("jpeg")]
    public void LibraryMissingOnTheHost_PicturesTravelUnpacked(string compression)
    {
        using var broken = new BrokenLibraries();
        using var daemon = new StubDaemon(Checkout.StubDaemon, machines.HostDisplay, environment: broken.Environment);
        GuestProgram program = GuestProgram.Forwarded(machines.GuestDisplay, daemon.Address).With("VMGL_COMPRESS", compression);

        SceneRun.Of(program, "textures", "unpacked").AssertEquals(SceneRun.Of(machines.Native, "textures", "native-return"));
        Assert.Single(daemon.ReadLog().Split('\n'), line => line.Contains("pictures travel unpacked: ", StringComparison.Ordinal));
    }

    /// <summary>A guest without the library does not let the host use it.</summary>
    [Theory]
    [InlineData("lz4")]
    [InlineData("jpeg")]
    public void LibraryMissingInTheGuest_PicturesTravelUnpacked(string compression)
    {
        using var broken = new BrokenLibraries();
        GuestProgram program = machines.Returned.With("VMGL_COMPRESS", compression);
        foreach ((string name, string value) in broken.Environment)
        {
            program = program.With(name, value);
        }

        SceneRun run = SceneRun.Of(program, "textures", "unpacked");
        run.AssertEquals(SceneRun.Of(machines.Native, "textures", "native-return"));
        Assert.Equal("", run.Result.Errors);
        machines.AssertReturnedFor(run.Result.ProcessId);
    }

    [Fact]
    public void Nonsense_IsSaidOnceAndLeftOut()
    {
        GuestResult result = Run(machines.Returned.With("VMGL_PRESENT", "nonsense").With("VMGL_SPOIL", "often"));

        Assert.Equal(
            "vmgl: VMGL_PRESENT=nonsense is not understood and left out; it may be direct, return or window\n"
                + "vmgl: VMGL_SPOIL=often is not understood and left out; it may be 0, 1 or pictures a second\n",
            result.Errors);
        machines.AssertReturnedFor(result.ProcessId);
    }

    private GuestProgram OnTheHostsServer => GuestProgram.Forwarded(machines.HostDisplay, machines.Daemon.Address);

    /// <summary>A folder of libraries that cannot be loaded, and the environment in which they are found first.</summary>
    private sealed class BrokenLibraries : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vmgl-");

        public BrokenLibraries()
        {
            foreach (string library in new[] { "liblz4.so.1", "libturbojpeg.so.0" })
            {
                File.WriteAllText(Path.Combine(_folder.FullName, library), "");
            }
        }

        public Dictionary<string, string> Environment => new() { ["LD_LIBRARY_PATH"] = _folder.FullName };

        public void Dispose() => _folder.Delete(recursive: true);
    }

    private static GuestResult Run(GuestProgram program) => SceneRun.Of(program, "textures", "way").Result;
}
