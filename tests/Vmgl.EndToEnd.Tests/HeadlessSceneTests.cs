using System.Diagnostics;
using System.Runtime.InteropServices;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests;

/// <summary>A daemon on a host without an X server, beside an X server for the guests.</summary>
public sealed class HeadlessMachine : IDisposable
{
    private readonly XServer _server = new();
    private readonly Lazy<StubDaemon> _daemon = new(() => new StubDaemon(Checkout.StubDaemon, display: null));

    /// <summary>The guests' X server.</summary>
    internal string Display => _server.Display;

    internal StubDaemon Daemon => _daemon.Value;

    internal GuestProgram Native => GuestProgram.Native(Display);

    internal GuestProgram Forwarded => GuestProgram.Forwarded(Display, Address);

    /// <summary>Where the daemon listens, as GLSTUB says it.</summary>
    internal string Address => Daemon.Address;

    internal bool DrewFor(int processId) => Daemon.DrewFor(processId);

    public void Dispose()
    {
        if (_daemon.IsValueCreated)
        {
            _daemon.Value.Dispose();
        }

        _server.Dispose();
    }
}

/// <summary>Every scene looks and answers the same on a headless host as natively in a window: those that only draw in a pbuffer, all in
/// windows whose pictures come back.</summary>
public sealed class HeadlessSceneTests(HeadlessMachine host) : IClassFixture<HeadlessMachine>
{
    /// <summary>Scenes whose native picture is not a reference for a headless host.</summary>
    private static readonly Dictionary<string, string> s_incomparable = new()
    {
        ["front"] = "natively Mesa's software GLX loses the front buffer at a swap; a headless host keeps it, as GL says",
        ["glx-errors"] = "EGL makes no colour-index contexts, and refuses some versions by GLXBadFBConfig where Mesa's GLX gives BadMatch",
        ["front-and-back"] = "natively Mesa's software GLX loses the front buffer at a swap; a headless host keeps it, as GL says",
    };

    /// <summary>The names of those.</summary>
    internal static IEnumerable<string> Incomparable => s_incomparable.Keys;

    public static TheoryData<string> Names() => List("--list");

    public static TheoryData<string> DrawingNames() => List("--list --drawing");

    private static TheoryData<string> List(string arguments)
    {
        try
        {
            using Process list = Process.Start(new ProcessStartInfo(Checkout.Scene, arguments) { RedirectStandardOutput = true })!;
            return [.. list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (FileNotFoundException)
        {
            return ["(scenes are not built)"]; // discovery cannot explain; the test itself does
        }
    }

    [Theory]
    [MemberData(nameof(DrawingNames))]
    public void Scene_InAPbufferOfAHeadlessHost_EqualsNative(string name) => Compare(name, "pbuffer", "--pbuffer", "1");

    [Theory]
    [MemberData(nameof(Names))]
    public void Scene_ReturnedFromAHeadlessHost_EqualsNative(string name)
    {
        Assert.SkipWhen(s_incomparable.TryGetValue(name, out string? why), why ?? "");
        Compare(name, "window");
    }

    private void Compare(string name, string how, params string[] more)
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libEGL.so.1", out _), "libEGL.so.1 is not installed (Debian: libegl1, libegl-mesa0)");
        GuestResult native = Run(host.Native, name, $"native-for-{how}");
        GuestResult forwarded = Run(host.Forwarded, name, $"headless-{how}", more);
        Assert.Equal(native.Output, forwarded.Output);
        string? difference = Picture.Read(PathOf(name, $"headless-{how}")).DifferenceFrom(Picture.Read(PathOf(name, $"native-for-{how}")));
        Assert.True(difference is null, difference);
        Assert.True(host.DrewFor(forwarded.ProcessId), "nothing was forwarded");
    }

    private static string PathOf(string scene, string how)
    {
        string folder = Path.Combine(Checkout.Root, "out", "pictures");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{scene}.{how}.ppm");
    }

    private static GuestResult Run(GuestProgram guest, string scene, string how, params string[] more)
    {
        string path = PathOf(scene, how);
        File.Delete(path); // an old picture proves nothing
        GuestResult result = guest.Run(Checkout.Scene, [scene, "--ppm", path, .. more]);
        Assert.True(result.ExitCode == 0, $"{how}: {result}");
        return result;
    }
}
