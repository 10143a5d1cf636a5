namespace Vmgl.Wire.Commands;

/// <summary>Sizes of images as they travel: rows without gaps, in the order of GL 1.5 section 3.6.4. Pixel storage modes are
/// the guest's affair.</summary>
public static class Images
{
    /// <summary>Bytes of an image; 0 for a format or type that is not known, and for extents that are not positive.</summary>
    public static long MeasureImage(uint format, uint type, int width, int height = 1, int depth = 1) =>
        Fields.MultiplySizes(Fields.MultiplySizes(RowBytes(format, type, width), height), depth);

    /// <summary>Bytes of a bitmap.</summary>
    public static long BitmapBytes(int width, int height) => Fields.MultiplySizes(BitRowBytes(width), height);

    /// <summary>Bytes of one row.</summary>
    public static long RowBytes(uint format, uint type, int width) =>
        Sizes.RasterBits(type) != 0 ? (Sizes.PixelComponents(format) == 1 ? BitRowBytes(width) : 0)
            : Fields.MultiplySizes(PixelBytes(format, type), width);

    /// <summary>Bytes of one pixel; 0 for bitmaps and for what is not known.</summary>
    public static int PixelBytes(uint format, uint type)
    {
        int components = Sizes.PixelComponents(format);
        int packed = Sizes.PackedPixelBytes(type);
        return components == 0 ? 0 : packed != 0 ? packed : components * Sizes.PixelTypeBytes(type);
    }

    /// <summary>The format itself if an image of it has a known size, else 0, which is none: GL then finds the error before it
    /// looks at the image.</summary>
    public static uint CheckFormat(uint format, uint type) =>
        PixelBytes(format, type) != 0 || (Sizes.RasterBits(type) != 0 && Sizes.PixelComponents(format) == 1) ? format : 0;

    private static long BitRowBytes(int width) => width <= 0 ? 0 : (width + 7L) / 8;
}
