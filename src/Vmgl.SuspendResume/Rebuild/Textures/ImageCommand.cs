using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>What an image command does.</summary>
internal enum ImageVerb
{
    /// <summary>Defines a level, with or without pixels.</summary>
    Define,

    /// <summary>Writes pixels into a level.</summary>
    Update,

    /// <summary>Defines a level from what is in the framebuffer.</summary>
    Copy,

    /// <summary>Writes what is in the framebuffer into a level.</summary>
    CopyPart,

    /// <summary>Defines all levels at once, for good.</summary>
    Store,

    /// <summary>Defines the only level of a texture of many samples.</summary>
    Sample,
}

/// <summary>A command to an image, whatever its dimensions.</summary>
/// <param name="Levels">For <see cref="ImageVerb.Store"/>: how many; otherwise the level's number.</param>
/// <param name="Format">The format of the pixels; of compressed ones the internal format.</param>
/// <param name="Type">The type of the pixels; 0 for compressed ones.</param>
internal readonly record struct ImageCommand(
    ImageVerb Verb, uint Target, int Levels, Box Box, int Border, uint InternalFormat, uint Format, uint Type, bool IsPacked,
    bool HasPixels)
{
    /// <summary>The level that it is for; meaningless for <see cref="ImageVerb.Store"/>.</summary>
    public int Level => Levels;

    /// <summary>The whole of a level that has a border.</summary>
    public static Box Whole(uint target, int border, int width, int height, int depth) => new(
        -border, target is TextureTargets.Texture1D or TextureTargets.Array1D ? 0 : -border, target == TextureTargets.Texture3D ? -border
        : 0,
        width, height, depth);

    public static ImageCommand Of(TexImage1D c) =>
        Define(c.Target, c.Level, (uint)c.Internalformat, new(c.Width, 1, 1), c.Border, new(c.Format, c.Type), c.PixelsGiven);

    public static ImageCommand Of(TexImage2D c) =>
        Define(c.Target, c.Level, (uint)c.Internalformat, new(c.Width, c.Height, 1), c.Border, new(c.Format, c.Type), c.PixelsGiven);

    public static ImageCommand Of(TexImage3D c) =>
        Define(c.Target, c.Level, (uint)c.Internalformat, new(c.Width, c.Height, c.Depth), c.Border, new(c.Format, c.Type), c.PixelsGiven);

    public static ImageCommand Of(TexSubImage1D c) =>
        Update(c.Target, c.Level, new Box(c.Xoffset, 0, 0, c.Width, 1, 1), new(c.Format, c.Type), c.PixelsGiven);

    public static ImageCommand Of(TexSubImage2D c) =>
        Update(c.Target, c.Level, new Box(c.Xoffset, c.Yoffset, 0, c.Width, c.Height, 1), new(c.Format, c.Type), c.PixelsGiven);

    public static ImageCommand Of(TexSubImage3D c) =>
        Update(c.Target, c.Level, new Box(c.Xoffset, c.Yoffset, c.Zoffset, c.Width, c.Height, c.Depth), new(c.Format, c.Type),
            c.PixelsGiven);

    public static ImageCommand Of(CompressedTexImage1D c) =>
        Pack(c.Target, c.Level, c.Internalformat, c.Border, new(c.Width, 1, 1), c.DataGiven);

    public static ImageCommand Of(CompressedTexImage2D c) =>
        Pack(c.Target, c.Level, c.Internalformat, c.Border, new(c.Width, c.Height, 1), c.DataGiven);

    public static ImageCommand Of(CompressedTexImage3D c) =>
        Pack(c.Target, c.Level, c.Internalformat, c.Border, new(c.Width, c.Height, c.Depth), c.DataGiven);

    public static ImageCommand Of(CompressedTexSubImage1D c) =>
        PackPart(c.Target, c.Level, new Box(c.Xoffset, 0, 0, c.Width, 1, 1), c.Format);

    public static ImageCommand Of(CompressedTexSubImage2D c) =>
        PackPart(c.Target, c.Level, new Box(c.Xoffset, c.Yoffset, 0, c.Width, c.Height, 1), c.Format);

    public static ImageCommand Of(CompressedTexSubImage3D c) =>
        PackPart(c.Target, c.Level, new Box(c.Xoffset, c.Yoffset, c.Zoffset, c.Width, c.Height, c.Depth), c.Format);

    public static ImageCommand Of(CopyTexImage1D c) => Copy(c.Target, c.Level, c.Internalformat, c.Width, 1, c.Border);

    public static ImageCommand Of(CopyTexImage2D c) => Copy(c.Target, c.Level, c.Internalformat, c.Width, c.Height, c.Border);

    public static ImageCommand Of(CopyTexSubImage1D c) => CopyPart(c.Target, c.Level, new Box(c.Xoffset, 0, 0, c.Width, 1, 1));

    public static ImageCommand Of(CopyTexSubImage2D c) =>
        CopyPart(c.Target, c.Level, new Box(c.Xoffset, c.Yoffset, 0, c.Width, c.Height, 1));

    public static ImageCommand Of(CopyTexSubImage3D c) =>
        CopyPart(c.Target, c.Level, new Box(c.Xoffset, c.Yoffset, c.Zoffset, c.Width, c.Height, 1));

    public static ImageCommand Of(TexStorage1D c) => Store(c.Target, c.Levels, c.Internalformat, new(c.Width, 1, 1));

    public static ImageCommand Of(TexStorage2D c) => Store(c.Target, c.Levels, c.Internalformat, new(c.Width, c.Height, 1));

    public static ImageCommand Of(TexStorage3D c) => Store(c.Target, c.Levels, c.Internalformat, new(c.Width, c.Height, c.Depth));

    public static ImageCommand Of(TexImage2DMultisample c) => Sample(c.Target, c.Internalformat, new(c.Width, c.Height, 1));

    public static ImageCommand Of(TexImage3DMultisample c) => Sample(c.Target, c.Internalformat, new(c.Width, c.Height, c.Depth));

    private static ImageCommand Define(uint target, int level, uint internalFormat, Extent size, int border, PixelForm form, uint given) =>
        new(
        ImageVerb.Define, target, level, Whole(target, border, size.Width, size.Height, size.Depth), border, internalFormat, form.Format,
            form.Type, false,
        given != 0);

    private static ImageCommand Update(uint target, int level, Box box, PixelForm form, uint given) =>
        new(ImageVerb.Update, target, level, box, 0, 0, form.Format, form.Type, false, given != 0);

    private static ImageCommand Pack(uint target, int level, uint format, int border, Extent size, uint given) => new(
        ImageVerb.Define, target, level, Whole(target, border, size.Width, size.Height, size.Depth), border, format, format, 0, true,
        given != 0);

    private static ImageCommand PackPart(uint target, int level, Box box, uint format) =>
        new(ImageVerb.Update, target, level, box, 0, 0, format, 0, true, true);

    private static ImageCommand Copy(uint target, int level, uint internalFormat, int width, int height, int border)
    {
        (uint format, uint type) = InternalFormats.Neutral(internalFormat);
        return new(ImageVerb.Copy, target, level, Whole(target, border, width, height, 1), border, internalFormat, format, type, false,
            false);
    }

    private static ImageCommand CopyPart(uint target, int level, Box box) =>
        new(ImageVerb.CopyPart, target, level, box, 0, 0, 0, 0, false, false);

    private static ImageCommand Store(uint target, int levels, uint internalFormat, Extent size)
    {
        (uint format, uint type) = InternalFormats.Neutral(internalFormat);
        return new(
            ImageVerb.Store, target, levels, new Box(0, 0, 0, size.Width, size.Height, size.Depth), 0, internalFormat, format, type, false,
            false);
    }

    private static ImageCommand Sample(uint target, uint internalFormat, Extent size) => new(
        ImageVerb.Sample, target, 0, new Box(0, 0, 0, size.Width, size.Height, size.Depth), 0, internalFormat, 0, 0, false, false);

    private readonly record struct Extent(int Width, int Height, int Depth);
}
