using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Tests.Interop;

/// <summary>How pictures become what an X server's visual wants.</summary>
public sealed class PixelFormatTests
{
    private static readonly PixelFormat s_usual = new(24, 32, 0xFF0000, 0xFF00, 0xFF);
    private static readonly PixelFormat s_swapped = new(24, 32, 0xFF, 0xFF00, 0xFF0000);
    private static readonly PixelFormat s_deep = new(30, 32, 0x3FF00000, 0xFFC00, 0x3FF);
    private static readonly PixelFormat s_small = new(16, 16, 0xF800, 0x7E0, 0x1F);
    private static readonly PixelFormat s_smaller = new(15, 16, 0x7C00, 0x3E0, 0x1F);

    [Fact]
    public void IsPicture_OnlyWhereNothingNeedsConverting() =>
        Assert.Equal([true, false, false, false, false],
            new[] { s_usual, s_swapped, s_deep, s_small, s_smaller }.Select(format => format.IsPicture));

    [Theory]
    [InlineData(0x000000u, 0x000000u, 0u, 0u, 0u)]
    [InlineData(0xFFFFFFu, 0xFFFFFFu, 0x3FFFFFFFu, 0xFFFFu, 0x7FFFu)]
    [InlineData(0xFF0000u, 0x0000FFu, 0x3FF00000u, 0xF800u, 0x7C00u)]
    [InlineData(0x00FF00u, 0x00FF00u, 0x000FFC00u, 0x07E0u, 0x03E0u)]
    [InlineData(0x0000FFu, 0xFF0000u, 0x000003FFu, 0x001Fu, 0x001Fu)]
    [InlineData(0x804020u, 0x204080u, (514u << 20) | (257 << 10) | 128, (16u << 11) | (16 << 5) | 4, (16u << 10) | (8 << 5) | 4)]
    public void Convert_RoundsToTheNearest(uint rgb, uint swapped, uint deep, uint small, uint smaller)
    {
        Assert.Equal(rgb, Convert(s_usual, rgb));
        Assert.Equal(swapped, Convert(s_swapped, rgb));
        Assert.Equal(deep, Convert(s_deep, rgb));
        Assert.Equal(small, Convert(s_small, rgb));
        Assert.Equal(smaller, Convert(s_smaller, rgb));
    }

    /// <summary>The byte without meaning must not reach the X server: in a deep visual its place is a colour's.</summary>
    [Fact]
    public void Convert_TheFourthByte_DoesNotMatter()
    {
        foreach (PixelFormat format in new[] { s_usual, s_swapped, s_deep, s_small, s_smaller })
        {
            Assert.Equal(Convert(format, 0x123456), Convert(format, 0xFF123456));
        }
    }

    [Fact]
    public void Convert_EveryValueOfAChannel_GrowsAndIsHalfAStepOffAtMost()
    {
        uint last = 0;
        for (uint value = 0; value < 256; value++)
        {
            uint small = Convert(s_small, value << 8) >> 5;
            Assert.InRange((small * 255.0 / 63) - value, -255.0 / 126, 255.0 / 126);
            Assert.True(small >= last);
            last = small;
        }
    }

    [Fact]
    public void Convert_ManyPixels_WritesNeitherMoreNorLess()
    {
        byte[] picture = new byte[5 * 4];
        byte[] image = [.. Enumerable.Repeat((byte)0xEE, (5 * 2) + 2)];
        s_small.ConvertPixels(picture, image);

        Assert.Equal([.. new byte[10], 0xEE, 0xEE], image);
    }

    [Theory]
    [InlineData(1, 4, 4)]
    [InlineData(2, 8, 4)]
    [InlineData(3, 12, 8)]
    [InlineData(640, 2560, 1280)]
    [InlineData(16383, 65532, 32768)]
    public void RowBytes_AreInUnitsOfFour(int width, int wide, int small)
    {
        Assert.Equal(wide, s_usual.RowBytes(width));
        Assert.Equal(small, s_small.RowBytes(width));
    }

    private static uint Convert(PixelFormat format, uint rgb)
    {
        byte[] image = new byte[4];
        format.ConvertPixels(BitConverter.GetBytes(rgb), image);
        return BitConverter.ToUInt32(image);
    }
}
