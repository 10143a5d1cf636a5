using System.Diagnostics;
using Vmgl.Stub.Present;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

public sealed class PresentedWindowTests
{
    private readonly PresentedWindow _window = new(7, 20, 10);

    [Fact]
    public void BeginPicture_OnlyAnotherSize_BeginsAnew()
    {
        Assert.Null(_window.SentSize);
        Assert.True(_window.BeginPicture(20, 10));
        Assert.False(_window.BeginPicture(20, 10));
        Assert.True(_window.BeginPicture(10, 20));
        Assert.Equal((10, 20), _window.SentSize);
        Assert.True(_window.BeginPicture(20, 10));
    }

    [Fact]
    public void Pack_TakesAnAreaWithoutItsSurroundings()
    {
        _ = _window.BeginPicture(20, 10);
        for (int y = 0; y < 10; y++)
        {
            for (int x = 0; x < 20 * 4; x++)
            {
                _window.SentRow(y)[x] = (byte)((y * 20) + (x / 4));
            }
        }

        byte[] packed = new byte[(2 * 3 * 4) + 1];
        packed[^1] = 99;
        _window.CopyArea(new PictureArea(18, 7, 2, 3), packed);

        Assert.Equal(
            new byte[] { 158, 158, 158, 158, 159, 159, 159, 159, 178, 178, 178, 178, 179, 179, 179, 179, 198, 198, 198, 198, 199, 199, 199,
            199, 99 },
            packed);
    }

    [Fact]
    public void Shown_SettlesTheLastPictureOnly()
    {
        _window.LastPicture = 2;
        Assert.False(_window.IsSettled);
        _ = _window.TakeShown(1, out _, out _);
        Assert.False(_window.IsSettled);
        _ = _window.TakeShown(2, out _, out _);
        Assert.True(_window.IsSettled);
    }

    [Fact]
    public void Shown_IsMeasuredForThePictureThatWasSentLast()
    {
        _window.NoteSent(5, 1234, Stopwatch.GetTimestamp() - Stopwatch.Frequency);

        Assert.False(_window.TakeShown(4, out _, out _));
        Assert.True(_window.TakeShown(5, out long bytes, out TimeSpan took));
        Assert.Equal(1234, bytes);
        Assert.True(took >= TimeSpan.FromSeconds(1));
    }
}
