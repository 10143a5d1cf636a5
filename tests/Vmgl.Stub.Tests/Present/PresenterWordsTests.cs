using Vmgl.Stub.Present;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>What is said of windows: to the log, and to the guest when its user closes one.</summary>
public sealed class PresenterWordsTests : IDisposable
{
    private readonly PictureGuest _guest = new();
    private readonly List<string> _log = [];
    private readonly Presenter _presenter;

    public PresenterWordsTests() => _presenter = new Presenter(PixelGl.Make(), new ColourSurfaces(), static () => { }, _log.Add);

    public void Dispose()
    {
        _guest.Leave();
        _presenter.Dispose();
        _guest.Dispose();
    }

    [Theory]
    [InlineData(Presentation.Return, false, "its pictures return to the guest, because the guest's X server is not this host's")]
    [InlineData(Presentation.Return, true, "its pictures return to the guest, because the guest's VMGL_PRESENT says so")]
    [InlineData(Presentation.Window, true, "a window on this host's display shows it, because the guest's VMGL_PRESENT says so")]
    public void Log_SaysWhichWayAndWhy(Presentation how, bool isForced, string line)
    {
        _presenter.AddDrawable(0x1f, 640, 480, how, isForced);

        Assert.Equal([$"window 0x1f, 640 by 480 pixels: {line}"], _log);
        Assert.Equal(how == Presentation.Return, _presenter.IsPresented(0x1f));
    }

    [Fact]
    public void Log_SaysOnceThatItDrawsDirectly()
    {
        _presenter.NoteDirect(0x1f);
        _presenter.NoteDirect(0x20);

        Assert.Equal(["window 0x1f: it is drawn into directly, because the guest's X server is this host's"], _log);
    }

    [Fact]
    public void ClosedHostWindows_AreTold_AllOfThem()
    {
        var closed = new Queue<uint>([11, 12, 0, 13]);
        Join();
        _presenter.TellClosed(() => throw new InvalidOperationException("there is no window on the host's display"));
        _presenter.AddDrawable(11, 10, 10, Presentation.Window, isForced: true);
        Assert.InRange(_presenter.Patience, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        _presenter.TellClosed(closed.Dequeue);

        Assert.Equal((PictureFrameKind.Closed, 11u), Kind(_guest.ReadFrame(out _)));
        Assert.Equal((PictureFrameKind.Closed, 12u), Kind(_guest.ReadFrame(out _)));
        Assert.Single(closed);
    }

    /// <summary>Catches a bug where a session that had once had such a window looked for closed ones ten times a second to its
    /// end.</summary>
    [Fact]
    public void ClosedHostWindows_AreNotLookedFor_WhenThereAreNone()
    {
        Join();
        _presenter.AddDrawable(11, 10, 10, Presentation.Window, isForced: true);
        _presenter.ForgetDrawable(11);

        Assert.Equal(Timeout.InfiniteTimeSpan, _presenter.Patience);
    }

    private static (PictureFrameKind, uint) Kind(PictureFrame frame) => (frame.Kind, frame.Drawable);

    private void Join()
    {
        _presenter.Settings = new PictureSettings(PictureCompression.None, 90, 60, 1);
        Assert.True(_presenter.JoinConnection(_guest.Host));
        _ = _guest.ReadAnswer();
    }
}
