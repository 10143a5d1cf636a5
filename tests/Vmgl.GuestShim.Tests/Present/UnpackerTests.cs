using System.Runtime.InteropServices;
using Vmgl.GuestShim.Present;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Tests.Present;

/// <summary>What a host packed, and what a hostile one sends instead.</summary>
public sealed unsafe partial class UnpackerTests
{
    private const int Width = 48;
    private const int Height = 20;
    private const int Guard = 4096;
    private const byte Untouched = 0xA5;

    private readonly Unpacker _unpacker = new();
    private readonly byte[] _pixels = [.. Enumerable.Range(0, Width * Height * 4).Select(i => (byte)(i / 3 % 251))];

    /// <summary>Pixels with a wall behind them.</summary>
    private readonly byte[] _room = new byte[(Width * Height * 4) + Guard];

    [Fact]
    public void Lz4_GivesThePixels()
    {
        _unpacker.UnpackLz4(PackLz4(_pixels), Room(_pixels.Length));

        Assert.Equal(_pixels, _room[.._pixels.Length]);
        AssertWall(_pixels.Length);
    }

    [Fact]
    public void Lz4_CutAnywhere_IsRefused()
    {
        byte[] packed = PackLz4(_pixels);
        for (int cut = 1; cut < packed.Length; cut++)
        {
            Assert.Throws<ProtocolException>(() => _unpacker.UnpackLz4(packed.AsSpan(0, cut), Room(_pixels.Length)));
            AssertWall(_pixels.Length);
        }
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public void Lz4_OfAnotherSize_IsRefused(int more)
    {
        int bytes = _pixels.Length + more;

        Assert.Throws<ProtocolException>(() => _unpacker.UnpackLz4(PackLz4(_pixels), Room(bytes)));
        AssertWall(bytes);
    }

    [Fact]
    public void Lz4_Damaged_WritesNothingBehindThePixels() =>
        Damage(PackLz4(_pixels), 20_000, (packed, pixels) => _unpacker.UnpackLz4(packed, pixels));

    [Fact]
    public void Jpeg_GivesThePixels()
    {
        _pixels.AsSpan().Fill(0x40);
        _unpacker.UnpackJpeg(PackJpeg(Width, Height), Room(_pixels.Length), Width, Height);

        Assert.All(Enumerable.Range(0, Width * Height), i => Assert.InRange(_room[i * 4], 0x3E, 0x42));
        AssertWall(_pixels.Length);
    }

    [Fact]
    public void Jpeg_CutAnywhere_IsRefused()
    {
        byte[] packed = PackJpeg(Width, Height);
        for (int cut = 1; cut < packed.Length - 2; cut += 7)
        {
            Assert.Throws<ProtocolException>(() => _unpacker.UnpackJpeg(packed.AsSpan(0, cut), Room(_pixels.Length), Width, Height));
            AssertWall(_pixels.Length);
        }
    }

    /// <summary>The image says another size than the area: what it has more must not be written.</summary>
    [Theory]
    [InlineData(Width * 4, Height * 4)]
    [InlineData(Width * 40, Height)]
    [InlineData(Width, Height * 40)]
    [InlineData(Width + 1, Height + 1)]
    [InlineData(1, 1)]
    public void Jpeg_OfAnotherSize_WritesNothingBehindThePixels(int width, int height)
    {
        try
        {
            _unpacker.UnpackJpeg(PackJpeg(width, height), Room(_pixels.Length), Width, Height);
        }
        catch (ProtocolException)
        {
            // As well.
        }

        AssertWall(_pixels.Length);
    }

    [Fact]
    public void Jpeg_TooLittleRoom_IsRefused() =>
        Assert.Throws<ProtocolException>(() => _unpacker.UnpackJpeg(PackJpeg(Width, Height), new byte[_pixels.Length - 1], Width, Height));

    [Fact]
    public void Jpeg_Damaged_WritesNothingBehindThePixels() =>
        Damage(PackJpeg(Width, Height), 3_000, (packed, pixels) => _unpacker.UnpackJpeg(packed, pixels, Width, Height));

    private delegate void Unpack(ReadOnlySpan<byte> packed, Span<byte> pixels);

    private void Damage(byte[] whole, int rounds, Unpack unpack)
    {
        var random = new Random(20261126);
        for (int round = 0; round < rounds; round++)
        {
            byte[] packed = [.. whole];
            for (int flips = random.Next(1, 5); flips > 0; flips--)
            {
                packed[random.Next(packed.Length)] ^= (byte)(1 << random.Next(8));
            }

            try
            {
                unpack(packed, Room(_pixels.Length));
            }
            catch (ProtocolException)
            {
                // The only exception a host may cause.
            }

            AssertWall(_pixels.Length);
        }
    }

    private Span<byte> Room(int bytes)
    {
        _room.AsSpan().Fill(Untouched);
        return _room.AsSpan(0, bytes);
    }

    private void AssertWall(int bytes) => Assert.False(_room.AsSpan(bytes).ContainsAnyExcept(Untouched),
        "something was written behind the pixels");

    private static byte[] PackLz4(byte[] pixels)
    {
        byte[] to = new byte[pixels.Length * 2];
        fixed (byte* source = pixels, target = to)
        {
            return to[..LZ4_compress_default(source, target, pixels.Length, to.Length)];
        }
    }

    /// <summary>An image of one grey, four bytes a pixel.</summary>
    private byte[] PackJpeg(int width, int height)
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)0x40, width * height * 4)];
        byte* image = null;
        ulong bytes = 0;
        nint handle = tjInitCompress();
        fixed (byte* source = pixels)
        {
            Assert.Equal(0, tjCompress2(handle, source, width, 0, height, 3, &image, &bytes, 0, 90, 0));
        }

        byte[] packed = new ReadOnlySpan<byte>(image, (int)bytes).ToArray();
        tjFree(image);
        _ = tjDestroy(handle);
        return packed;
    }

    [LibraryImport("liblz4.so.1")]
    private static partial int LZ4_compress_default(byte* from, byte* to, int bytes, int room);

    [LibraryImport("libturbojpeg.so.0")]
    private static partial nint tjInitCompress();

    [LibraryImport("libturbojpeg.so.0")]
    private static partial int tjDestroy(nint handle);

    [LibraryImport("libturbojpeg.so.0")]
    private static partial void tjFree(byte* image);

    [LibraryImport("libturbojpeg.so.0")]
    private static partial int tjCompress2(
        nint handle, byte* from, int width, int pitch, int height, int format, byte** image, ulong* bytes, int sampling, int quality,
        int flags);
}
