using System.Diagnostics;
using System.Runtime.InteropServices;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests;

/// <summary>A daemon on a host without an X server, beside an X server for the guests.</summary>
public sealed class HeadlessMachine : IDisposable
{
    private readonly XServer _server = new();
    private readonly Lazy<StubDaemon> _daemon = new(() => new StubDaemon(Checkout.StubDaemon, display: null));

    internal GuestProgram Native => GuestProgram.Native(_server.Display);

    internal GuestProgram Forwarded => GuestProgram.Forwarded(_server.Display, _daemon.Value.Address);

    internal bool DrewFor(int processId) => _daemon.Value.DrewFor(processId);

    public void Dispose()
    {
        if (_daemon.IsValueCreated)
        {
            _daemon.Value.Dispose();
        }

        _server.Dispose();
    }
}

/// <summary>Every scene that only draws looks and answers the same in a pbuffer of a headless host as natively in a window.</summary>
public sealed class HeadlessSceneTests(HeadlessMachine host) : IClassFixture<HeadlessMachine>
{
    public static TheoryData<string> Names()
    {
        try
        {
            using Process list = Process.Start(new ProcessStartInfo(Checkout.Scene, "--list --drawing") { RedirectStandardOutput = true })!;
            return [.. list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (FileNotFoundException)
        {
            return ["(scenes are not built)"]; // discovery cannot explain; the test itself does
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scene_InAPbufferOfAHeadlessHost_EqualsNative(string name)
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libEGL.so.1", out _), "libEGL.so.1 is not installed (Debian: libegl1, libegl-mesa0)");
        GuestResult native = Run(host.Native, name, "native-window");
        GuestResult forwarded = Run(host.Forwarded, name, "headless", "--pbuffer", "1");
        Assert.Equal(native.Output, forwarded.Output);
        string? difference = Picture.Read(PathOf(name, "headless")).DifferenceFrom(Picture.Read(PathOf(name, "native-window")));
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
