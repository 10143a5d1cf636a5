using System.Diagnostics;
using Vmgl.EndToEnd.Tests.Ways;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>VMGL_PRESENT=window: a window of the worker on the host's display shows what the program draws.</summary>
[Collection(GuestAndHost.Collection)]
public sealed class HostWindowTests(GuestAndHost machines) : IDisposable
{
    private const uint KeyA = 'a';

    private readonly DesktopClient _host = new(machines.HostDisplay);
    private readonly DesktopClient _guest = new(machines.GuestDisplay);
    private readonly string _picture = Path.GetTempFileName();

    private GuestProgram Program => machines.Returned.With("VMGL_PRESENT", "window");

    public void Dispose()
    {
        _host.Dispose();
        _guest.Dispose();
        File.Delete(_picture);
    }

    [Fact]
    public void Window_BearsTheProgramsName_AndEqualsNative()
    {
        Picture native = SceneRun.Of(machines.Native, "wheels", "native-return").Picture;
        using var program = new HeldScene(Program, "wheels", _picture);

        AssertShows(_host.WaitFor("scene"), native);
        Assert.EndsWith(
            "a window on this host's display shows it, for the guest's VMGL_PRESENT says so",
            machines.WaitForLog(program.Id, "window 0x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Window_FollowsTheSizeOfTheGuests()
    {
        using var program = new HeldScene(Program, "wheels", _picture);
        nuint window = _host.WaitFor("scene");
        nuint guests = Assert.Single(_guest.TopWindows());
        Assert.Equal(_guest.SizeOf(guests), _host.SizeOf(window));

        _guest.Resize(guests, 333, 222);
        _guest.Press(guests, KeyA);
        program.AssertHeard("key a");

        GuestAndHost.WaitUntil(() => _host.SizeOf(window) == (333, 222), "the new size");
    }

    [Fact]
    public void Window_GoesWithTheProgram()
    {
        using (var program = new HeldScene(Program, "wheels", _picture))
        {
            _ = _host.WaitFor("scene");
        }

        GuestAndHost.WaitUntil(() => _host.Find("scene").Length == 0, "the window's end");
    }

    [Fact]
    public void Window_Closed_AsksAProgramThatListensToClose()
    {
        using var program = new HeldScene(Program, "wheels", _picture);
        _host.Close(_host.WaitFor("scene"));

        program.AssertHeard("closed wheels");
        program.AssertEnds();
        GuestAndHost.WaitUntil(() => _host.Find("scene").Length == 0, "the window's end");
    }

    /// <summary>A program that draws all the time leaves the worker no idle moment, and must hear of it all the same.</summary>
    [Fact]
    public void Window_OfABusyProgram_Closed_AsksIt()
    {
        using Process gears = Program.Start("glxgears");
        try
        {
            nuint window = _host.WaitFor("glxgears");
            nuint guests = Assert.Single(_guest.Find("glxgears"));
            _host.Close(window);
            AssertIsAsked(gears, guests);
        }
        finally
        {
            gears.Kill();
            gears.WaitForExit();
        }
    }

    private void AssertShows(nuint window, Picture native) =>
        GuestAndHost.WaitUntil(() => _host.Look(window)?.DifferenceFrom(native) is null, "the picture", () => _host.Look(window)?.DifferenceFrom(native) ?? "");

    private static void AssertIsAsked(Process gears, nuint guests)
    {
        Assert.NotEqual(0u, guests);
        GuestAndHost.WaitUntil(() => gears.HasExited, "glxgears' end");
    }
}
