using System.Buffers.Binary;
using Vmgl.EndToEnd.Tests.Ways;
using Vmgl.Wire.Pictures;

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
            "a window on this host's display shows it, because the guest's VMGL_PRESENT says so",
            machines.WaitForLog(program.Id, "window 0x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Window_FollowsTheSizeOfTheGuests()
    {
        using var program = new HeldScene(Program, "wheels", _picture);
        nuint window = _host.WaitFor("scene");
        GuestAndHost.WaitUntil(() => _guest.TopWindows().Length == 1, "the end of the windows of programs before");
        nuint guests = _guest.TopWindows()[0];
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

    /// <summary>One that does not take part in closing ends, as it does under a window manager. It draws all the time, too: the worker has
    /// no idle moment to look for the wish.</summary>
    [Fact]
    public void Window_Closed_EndsAProgramThatDoesNotListen()
    {
        using var gears = new Gears(Program);
        nuint window = _host.WaitFor("glxgears");
        _ = _guest.WaitFor("glxgears");
        _host.Close(window);

        GuestAndHost.WaitUntil(() => gears.HasExited, "glxgears' end");
    }

    /// <summary>Closing is the user's wish about a window; a host may not close what it does not show.</summary>
    [Fact]
    public void Closed_OfAWindowThatTheHostDoesNotShow_IsLeftOut()
    {
        using var relay = new PictureRelay(machines.Daemon.Port, (number, head, payload) =>
        {
            uint drawable = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            byte[] closed = new byte[PictureFrame.HeadBytes];
            new PictureFrame(PictureFrameKind.Closed, drawable, 0, default, PictureEncoding.Raw, 0).Write(closed);
            return [.. head, .. payload, .. closed];
        });
        GuestResult result = GuestProgram.Forwarded(machines.GuestDisplay, relay.Address)
            .Run(Checkout.Scene, "resize", "--ppm", "/dev/null");

        Assert.True(result.ExitCode == 0 && result.Errors.Length == 0, result.ToString());
        Assert.True(relay.Frames > 0);
    }

    private void AssertShows(nuint window, Picture native) =>
        GuestAndHost.WaitUntil(() => _host.Look(window)?.DifferenceFrom(native) is null, "the picture", () =>
            _host.Look(window)?.DifferenceFrom(native) ?? "");
}
