using Vmgl.Stub.Present;
using Vmgl.Wire;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>How areas are packed, and that the libraries unpack them.</summary>
public sealed class PicturePackerTests : IDisposable
{
    private const int Width = 200;
    private const int Height = 130;
    private const uint All = 7;

    private readonly PresentedWindow _window = new(7, Width, Height);
    private readonly List<string> _log = [];
    private readonly TestSlot _slot;

    public PicturePackerTests() => _slot = Send(TestSlot.Photo(3));

    public void Dispose() => _slot.Dispose();

    [Theory]
    [InlineData(PictureCompression.None, PictureEncoding.Raw)]
    [InlineData(PictureCompression.Automatic, PictureEncoding.Raw)]
    [InlineData(PictureCompression.Lossless, PictureEncoding.Lz4)]
    [InlineData(PictureCompression.Lossy, PictureEncoding.Jpeg)]
    public void Pack_AsWanted(PictureCompression wanted, PictureEncoding expected)
    {
        ReadOnlyMemory<byte> payload = Packer(wanted).PackArea(_window, Whole, out PictureEncoding encoding);

        Assert.Equal(expected, encoding);
        Assert.True(expected == PictureEncoding.Raw ? payload.Length == Whole.Bytes : payload.Length < Whole.Bytes);
        Assert.Empty(_log);
    }

    [Theory]
    [InlineData(0, 0, Width, Height)]
    [InlineData(64, 64, 64, 64)]
    [InlineData(192, 128, 8, 2)]
    [InlineData(199, 129, 1, 1)]
    public void PackedWithoutLoss_IsTheSameInEveryByte(int x, int y, int width, int height)
    {
        var area = new PictureArea(x, y, width, height);
        foreach (PictureCompression wanted in new[] { PictureCompression.None, PictureCompression.Lossless })
        {
            ReadOnlyMemory<byte> payload = Packer(wanted).PackArea(_window, area, out PictureEncoding encoding);
            byte[] pixels = encoding == PictureEncoding.Lz4 ? Libraries.UnpackLz4(payload.Span, (int)area.Bytes) : payload.ToArray();
            Assert.True(Expected(area).AsSpan().SequenceEqual(pixels), $"{wanted} {encoding}");
        }
    }

    [Fact]
    public void WhatCannotBePacked_TravelsAsItIs()
    {
        var random = new Random(4);
        using TestSlot noise = Send((_, _) => (uint)random.NextInt64());

        ReadOnlyMemory<byte> payload = Packer(PictureCompression.Lossless).PackArea(_window, Whole, out PictureEncoding encoding);

        Assert.Equal((PictureEncoding.Raw, (int)Whole.Bytes), (encoding, payload.Length));
        Assert.True(noise.FromTop().AsSpan().SequenceEqual(payload.Span));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(95)]
    public void Jpeg_IsSimilar_AndItsQualityMatters(int quality)
    {
        ReadOnlyMemory<byte> payload = Packer(PictureCompression.Lossy, quality).PackArea(_window, Whole, out _);
        byte[] pixels = Libraries.UnpackJpeg(payload.Span, Width, Height);
        int better = Packer(PictureCompression.Lossy, quality + 5).PackArea(_window, Whole, out _).Length;

        Assert.InRange(Difference(Expected(Whole), pixels), 0.01, quality == 95 ? 2 : 8);
        Assert.True(better > payload.Length, $"{better} bytes at a better quality than {payload.Length}");
    }

    /// <summary>Noise at the best quality is the worst that JPEG meets: its image must fit the room that was made for it.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 2)]
    [InlineData(64, 64)]
    [InlineData(Width, Height)]
    public void Jpeg_WorstCase_FitsItsRoom(int width, int height)
    {
        var random = new Random(5);
        using TestSlot noise = Send((_, _) => (uint)random.NextInt64());
        var area = new PictureArea(0, 0, width, height);

        ReadOnlyMemory<byte> payload = Packer(PictureCompression.Lossy, 100).PackArea(_window, area, out PictureEncoding encoding);

        Assert.True(payload.Length <= area.Bytes + Limits.PictureSlackBytes);
        Assert.True(encoding == PictureEncoding.Jpeg || payload.Length == area.Bytes);
    }

    [Theory]
    [InlineData(PictureCompression.Lossless, 1u)]
    [InlineData(PictureCompression.Lossless, 5u)]
    [InlineData(PictureCompression.Lossy, 1u)]
    [InlineData(PictureCompression.Lossy, 3u)]
    public void EncodingThatTheGuestCannotUnpack_IsNotSent(PictureCompression wanted, uint encodings)
    {
        var packer = new PicturePacker(new PictureSettings(wanted, 90, 60, encodings), _log.Add);

        ReadOnlyMemory<byte> payload = packer.PackArea(_window, Whole, out PictureEncoding encoding);

        Assert.Equal((PictureEncoding.Raw, (int)Whole.Bytes), (encoding, payload.Length));
        Assert.Empty(_log);
    }

    [Fact]
    public void Automatic_PacksOnceTheLinkIsSlow_AndNoLongerWhenItIsFast()
    {
        PicturePacker packer = Packer(PictureCompression.Automatic);
        packer.NoteDuration(10_000_000, TimeSpan.FromSeconds(1));
        Assert.Equal(PictureEncoding.Lz4, EncodingOf(packer));

        for (int i = 0; i < 30; i++)
        {
            packer.NoteDuration(10_000_000, TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(PictureEncoding.Raw, EncodingOf(packer));
    }

    /// <summary>A small picture measures the round trip, not the link.</summary>
    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(10_000_000, 0)]
    [InlineData(10_000_000, -1)]
    public void Automatic_MeasureThatSaysNothing_IsLeftOut(long bytes, int milliseconds)
    {
        PicturePacker packer = Packer(PictureCompression.Automatic);
        packer.NoteDuration(bytes, TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(PictureEncoding.Raw, EncodingOf(packer));
    }

    private static PictureArea Whole => new(0, 0, Width, Height);

    private PicturePacker Packer(PictureCompression wanted, int quality = 90) =>
        new(new PictureSettings(wanted, quality, 60, All), _log.Add);

    private PictureEncoding EncodingOf(PicturePacker packer)
    {
        _ = packer.PackArea(_window, Whole, out PictureEncoding encoding);
        return encoding;
    }

    /// <summary>Makes a picture what the guest was sent.</summary>
    private TestSlot Send(Func<int, int, uint> colour)
    {
        var slot = new TestSlot(_window, Width, Height, colour);
        _ = _window.BeginPicture(Width, Height);
        for (int top = 0; top < Height; top += TileComparer.Side)
        {
            TileComparer.TakeRow(slot.Slot, top, all: true, []);
        }

        return slot;
    }

    private byte[] Expected(PictureArea area)
    {
        byte[] whole = _slot.FromTop();
        return [.. Enumerable.Range(area.Y, area.Height).SelectMany(y => whole.Skip(((y * Width) + area.X) * 4).Take(area.Width * 4))];
    }

    private static double Difference(byte[] one, byte[] two) =>
        Enumerable.Range(0, one.Length).Where(i => i % 4 != 3).Average(i => Math.Abs(one[i] - two[i]));
}
