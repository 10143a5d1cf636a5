namespace Vmgl.GuestShim.Interop;

/// <summary>How a window's pixels lie in an image of its X server.</summary>
/// <param name="BitsPerPixel">16 or 32.</param>
internal sealed record PixelFormat(byte Depth, int BitsPerPixel, uint Red, uint Green, uint Blue)
{
    /// <summary>Whether pictures have this format: four bytes a pixel, blue first.</summary>
    public bool IsPicture => BitsPerPixel == 32 && (Red, Green, Blue) == (0xFF0000, 0xFF00, 0xFF);

    /// <summary>Bytes of a row of an image, whose rows the X server wants in units of four bytes.</summary>
    public int RowBytes(int width) => ((width * BitsPerPixel) + 31) / 32 * 4;

    /// <summary>Converts pixels of a picture (blue, green, red and one without meaning).</summary>
    public void ConvertPixels(ReadOnlySpan<byte> picture, Span<byte> image)
    {
        for (int i = 0; i < picture.Length / 4; i++)
        {
            uint pixel = ScaleToMask(picture[(i * 4) + 2], Red) | ScaleToMask(picture[(i * 4) + 1], Green)
                | ScaleToMask(picture[i * 4], Blue);
            if (BitsPerPixel == 16)
            {
                BitConverter.TryWriteBytes(image[(i * 2)..], (ushort)pixel);
            }
            else
            {
                BitConverter.TryWriteBytes(image[(i * 4)..], pixel);
            }
        }
    }

    /// <summary>A value of eight bits in the bits of a mask, rounded to the nearest.</summary>
    private static uint ScaleToMask(byte value, uint mask)
    {
        int shift = System.Numerics.BitOperations.TrailingZeroCount(mask);
        ulong largest = mask >> shift;
        return (uint)(((value * largest) + 127) / 255) << shift;
    }
}
