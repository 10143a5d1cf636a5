using System.Runtime.InteropServices;
using Vmgl.Stub.Host;
using Vmgl.Stub.Present;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>Which pictures are read and sent, and when.</summary>
public sealed class PresenterTests : IDisposable
{
    private const uint Drawable = 7;

    /// <summary>So many pictures a second that no test waits for its turn.</summary>
    private const int NoWait = 1_000_000;

    private readonly PictureGuest _guest = new();
    private readonly ColourSurfaces _surfaces = new();
    private readonly Presenter _presenter;

    public PresenterTests()
    {
        _presenter = new Presenter(PixelGl.Make(), _surfaces, static () => { }, static _ => { });
        Add(Drawable);
    }

    public void Dispose()
    {
        _guest.Leave();
        _presenter.Dispose();
        _guest.Dispose();
    }

    [Fact]
    public void Join_WithoutSettings_IsRefused() => Assert.False(_presenter.JoinConnection(_guest.Host));

    [Fact]
    public void Join_ASecondTime_IsRefused()
    {
        Join(NoWait);
        using var second = new PictureGuest();

        Assert.False(_presenter.JoinConnection(second.Host));
    }

    /// <summary>Catches a bug where pictures then waited for ever for somebody to take them.</summary>
    [Fact]
    public void Join_GuestGoneBeforeTheWelcome_IsRefusedAndNothingWaitsForIt()
    {
        _presenter.Settings = new PictureSettings(PictureCompression.None, 90, 0, 1);
        _guest.Host.Shutdown();
        Assert.False(_presenter.JoinConnection(_guest.Host));

        for (uint i = 0; i < 10; i++)
        {
            Swap(i);
        }

        Assert.Empty(_presenter.SendAllPictures().ToArray());
    }

    [Fact]
    public void Swap_ReturnsTheBackBuffer()
    {
        Join(NoWait);
        Swap(0x112233);

        AssertPicture(1, 0x112233);
        Assert.Equal(1, _presenter.Pictures);
        Assert.True(_presenter.Bytes > 64 * 48 * 4);
    }

    [Fact]
    public void Swap_BeforeAnybodyListens_IsNotReadButCaughtUpWith()
    {
        Swap(0x112233);
        Assert.Equal(0, _presenter.Pictures);
        Assert.Equal(Timeout.InfiniteTimeSpan, _presenter.Patience);

        Join(NoWait);
        _presenter.CatchUp();
        AssertPicture(1, 0x112233);
    }

    /// <summary>Catches a bug where the GL thread then looked every millisecond whether it might read a picture.</summary>
    [Fact]
    public void Swap_AfterTheGuestLeft_IsNotReadAndNotWaitedFor()
    {
        Join(NoWait);
        _presenter.DropPictures();
        Swap(1);

        Assert.Equal(0, _presenter.Pictures);
        Assert.Equal(Timeout.InfiniteTimeSpan, _presenter.Patience);
    }

    [Fact]
    public void Swap_OfAHiddenWindow_IsNotRead_AndShownOnceItIsSeen()
    {
        Join(NoWait);
        Hide();
        Swap(1);
        Swap(2);
        _presenter.CatchUp();
        Assert.Equal(0, _presenter.Pictures);
        Assert.Equal(Timeout.InfiniteTimeSpan, _presenter.Patience);

        _presenter.NoteVisible(Drawable);
        Assert.NotEqual(Timeout.InfiniteTimeSpan, _presenter.Patience);
        _presenter.CatchUp();
        AssertPicture(1, 2);
    }

    /// <summary>While the guest has not shown the last picture a newer one may cover those between.</summary>
    [Fact]
    public void Swaps_WhileTheGuestIsBusy_AreSpoiledButForTheLast()
    {
        Join(NoWait);
        for (uint i = 1; i <= 20; i++)
        {
            Swap(i);
        }

        Assert.Equal(1, _presenter.Pictures);
        AssertPicture(1, 1);
        _guest.SayShown(1);
        SpinWait.SpinUntil(
            () =>
            {
                _presenter.CatchUp();
                return _presenter.Pictures == 2;
            },
            TimeSpan.FromSeconds(60));

        AssertPicture(2, 20);
    }

    [Fact]
    public void Swaps_FasterThanTheRate_AreSpoiledUntilTheirTurn()
    {
        Join(1);
        Swap(1);
        AssertPicture(1, 1);
        _guest.SayShown(1);
        Swap(2); // either the first is not known to be shown, or a second has not passed
        Assert.Equal(1, _presenter.Pictures);
        Assert.InRange(_presenter.Patience, TimeSpan.FromMilliseconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void EveryPicture_IsSentWhenNoneIsToBeSpoiled()
    {
        const uint Pictures = 20;
        Join(0);
        var guest = new Thread(() =>
        {
            for (uint i = 1; i <= Pictures; i++)
            {
                AssertPicture(i, i * 3);
                _guest.SayShown(i);
            }
        });
        guest.Start();
        for (uint i = 1; i <= Pictures; i++)
        {
            Swap(i * 3);
        }

        Assert.Equal([Drawable, Pictures], _presenter.SendAllPictures().ToArray());
        guest.Join();
        Assert.Equal(Pictures, (uint)_presenter.Pictures);
    }

    /// <summary>The GL thread must not wait for ever for a guest that has left.</summary>
    [Fact]
    public void EveryPicture_GuestLeaves_NobodyWaits()
    {
        Join(0);
        var leaving = new Thread(() =>
        {
            AssertPicture(1, 1);
            _guest.Leave();
        });
        leaving.Start();
        for (uint i = 1; i <= 10; i++)
        {
            Swap(i);
        }

        _ = _presenter.SendAllPictures();
        leaving.Join();
    }

    [Fact]
    public void EveryPicture_SessionEnds_NobodyWaits()
    {
        Join(0);
        Swap(1);
        AssertPicture(1, 1);
        var ending = new Thread(_presenter.DropPictures);
        ending.Start();
        for (uint i = 2; i <= 10; i++)
        {
            Swap(i);
        }

        ending.Join();
    }

    [Fact]
    public void Settle_SendsTheLastPicture_ThoughItWasSpoiled()
    {
        Join(1);
        Swap(1);
        Swap(2);
        Assert.Equal([Drawable, 2u], _presenter.SendAllPictures().ToArray());

        AssertPicture(1, 1);
        _guest.SayShown(1);
        AssertPicture(2, 2);
        Assert.Equal([Drawable, 2u], _presenter.SendAllPictures().ToArray());
        Assert.Equal(2, _presenter.Pictures);
    }

    [Fact]
    public void Settle_NamesEachWindowThatCanBeSeen()
    {
        Add(8);
        Join(NoWait);
        _surfaces.Draw(8, SurfaceBuffer.Back, 5);
        _presenter.PresentSwap(8);
        Assert.Equal([(7, 0), (8, 1)], Settled());

        Hide();
        Assert.Equal([(8, 1)], Settled());
    }

    [Fact]
    public void Settle_WithoutWindowsOrGuest_IsEmpty()
    {
        Assert.Empty(_presenter.SendAllPictures().ToArray());
        _presenter.ForgetDrawable(Drawable);
        Join(NoWait);
        Assert.Empty(_presenter.SendAllPictures().ToArray());
    }

    [Fact]
    public void Flush_ReturnsTheFrontBuffer()
    {
        Join(NoWait);
        _surfaces.Draw(Drawable, SurfaceBuffer.Back, 1);
        _surfaces.Draw(Drawable, SurfaceBuffer.Front, 2);
        _presenter.PresentFront(Drawable);

        AssertPicture(1, 2);
        _presenter.PresentFront(99); // no surface: nothing happens
    }

    [Fact]
    public void SlowGpu_PictureIsHandedOverWhenItIsDone()
    {
        Join(NoWait);
        PixelGl.Now.IsSlow = true;
        Swap(1);
        Assert.Equal(TimeSpan.FromMilliseconds(1), _presenter.Patience);
        _presenter.CatchUp();
        Assert.False(_guest.HasNews);

        PixelGl.Now.IsSlow = false;
        _presenter.CatchUp();
        AssertPicture(1, 1);
        Assert.Equal(0, PixelGl.Now.Fences);
    }

    [Fact]
    public void SlowGpu_SettleWaitsForIt()
    {
        Join(NoWait);
        PixelGl.Now.IsSlow = true;
        Swap(1);
        Assert.Equal([Drawable, 1u], _presenter.SendAllPictures().ToArray());
        AssertPicture(1, 1);
    }

    [Fact]
    public void Resize_NextPictureHasTheNewSize_AndTheOldOneIsLost()
    {
        Join(NoWait);
        Hide();
        Swap(1);
        _presenter.ResizeDrawable(Drawable, 100, 20);
        _presenter.NoteVisible(Drawable);
        _presenter.CatchUp();
        Assert.Equal(0, _presenter.Pictures);

        Swap(2);
        AssertPicture(1, 2, 100, 20);
        _presenter.ResizeDrawable(99, 1, 1); // unknown: nothing happens
    }

    [Fact]
    public void Forget_NothingOfItIsReadOrSettled()
    {
        Join(NoWait);
        _presenter.ForgetDrawable(Drawable);
        Swap(1);
        _presenter.PresentFront(Drawable);
        _presenter.CatchUp();

        Assert.False(_presenter.IsPresented(Drawable));
        Assert.Equal(0, _presenter.Pictures);
        Assert.Empty(_presenter.SendAllPictures().ToArray());
    }

    [Fact]
    public void Forget_WhileThePictureIsBeingRead_GoesWell()
    {
        Join(NoWait);
        PixelGl.Now.IsSlow = true;
        Swap(1);
        _presenter.ForgetDrawable(Drawable);

        AssertPicture(1, 1);
        Assert.Equal(0, PixelGl.Now.Fences);
        Assert.Equal(Timeout.InfiniteTimeSpan, _presenter.Patience);
    }

    [Fact]
    public void NoMemoryToMap_ThePictureIsUnchanged()
    {
        Join(NoWait);
        PixelGl.Now.CannotMap = true;
        Swap(1);

        Assert.Empty(_guest.ReadPicture(1));
    }

    private void Add(uint drawable)
    {
        _ = _surfaces.CreateSurface(drawable, 0, 1, 64, 48);
        _presenter.AddDrawable(drawable, 64, 48, Presentation.Return, isForced: false);
    }

    private void Join(int maxRate)
    {
        _presenter.Settings = new PictureSettings(PictureCompression.None, 90, maxRate, 1);
        Assert.True(_presenter.JoinConnection(_guest.Host));
        _ = _guest.ReadAnswer();
    }

    private void Swap(uint colour)
    {
        _surfaces.Draw(Drawable, SurfaceBuffer.Back, colour);
        _presenter.PresentSwap(Drawable);
    }

    /// <summary>The guest says that nobody sees the window, and the host has heard it.</summary>
    private void Hide()
    {
        _guest.SayVisible(false);
        SpinWait.SpinUntil(() => !Settled().Any(window => window.Drawable == Drawable), TimeSpan.FromSeconds(60));
    }

    private List<(int Drawable, int Picture)> Settled()
    {
        var windows = new List<(int, int)>();
        foreach (ulong pair in MemoryMarshal.Cast<uint, ulong>(_presenter.SendAllPictures()))
        {
            windows.Add(((int)(uint)pair, (int)(pair >> 32)));
        }

        windows.Sort();
        return windows;
    }

    private void AssertPicture(uint number, uint colour, int width = 64, int height = 48)
    {
        _ = _guest.ReadPicture(number);
        Assert.Equal((width, 4 * width * height), (_guest.Width, _guest.Pixels.Length));
        Assert.All(MemoryMarshal.Cast<byte, uint>(_guest.Pixels).ToArray(), pixel => Assert.Equal(colour, pixel));
    }
}
