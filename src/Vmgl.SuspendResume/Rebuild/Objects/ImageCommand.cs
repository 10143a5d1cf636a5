using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

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
    ImageVerb Verb, uint Target, int Levels, Box Box, int Border, uint InternalFormat, uint Format, uint Type, bool IsPacked, bool HasPixels)
{
    /// <summary>The level that it is for.</summary>
    public int Level => Levels;

    /// <summary>Reads one; false for commands that are none.</summary>
    public static bool TryRead(Opcode opcode, ReadOnlySpan<byte> command, out ImageCommand found)
    {
        found = opcode switch
        {
            Opcode.TexImage1D or Opcode.TexImage2D or Opcode.TexImage3D => Image(opcode, command),
            Opcode.TexSubImage1D or Opcode.TexSubImage2D or Opcode.TexSubImage3D => SubImage(opcode, command),
            Opcode.CompressedTexImage1D or Opcode.CompressedTexImage2D or Opcode.CompressedTexImage3D => Packed(opcode, command),
            Opcode.CompressedTexSubImage1D or Opcode.CompressedTexSubImage2D or Opcode.CompressedTexSubImage3D => PackedPart(opcode, command),
            Opcode.CopyTexImage1D or Opcode.CopyTexImage2D or Opcode.CopyTexSubImage1D or Opcode.CopyTexSubImage2D or Opcode.CopyTexSubImage3D =>
                Copied(opcode, command),
            Opcode.TexStorage1D or Opcode.TexStorage2D or Opcode.TexStorage3D => Stored(opcode, command),
            Opcode.TexImage2DMultisample or Opcode.TexImage3DMultisample => Sampled(opcode, command),
            _ => default,
        };
        return found.Target != 0;
    }

    /// <summary>The whole of a level that has a border.</summary>
    public static Box Whole(uint target, int border, int width, int height, int depth) => new(
        -border, target is TextureTargets.Texture1D or TextureTargets.Array1D ? 0 : -border, target == TextureTargets.Texture3D ? -border : 0,
        width, height, depth);

    private static ImageCommand Image(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.TexImage1D:
                var one = new TexImage1D(command);
                return Define(one.Target, one.Level, (uint)one.Internalformat, one.Width, 1, 1, one.Border, one.Format, one.Type, one.PixelsGiven);
            case Opcode.TexImage2D:
                var two = new TexImage2D(command);
                return Define(two.Target, two.Level, (uint)two.Internalformat, two.Width, two.Height, 1, two.Border, two.Format, two.Type, two.PixelsGiven);
            default:
                var three = new TexImage3D(command);
                return Define(
                    three.Target, three.Level, (uint)three.Internalformat, three.Width, three.Height, three.Depth, three.Border, three.Format, three.Type,
                    three.PixelsGiven);
        }
    }

    private static ImageCommand SubImage(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.TexSubImage1D:
                var one = new TexSubImage1D(command);
                return Update(one.Target, one.Level, new Box(one.Xoffset, 0, 0, one.Width, 1, 1), one.Format, one.Type, one.PixelsGiven);
            case Opcode.TexSubImage2D:
                var two = new TexSubImage2D(command);
                return Update(two.Target, two.Level, new Box(two.Xoffset, two.Yoffset, 0, two.Width, two.Height, 1), two.Format, two.Type, two.PixelsGiven);
            default:
                var three = new TexSubImage3D(command);
                var box = new Box(three.Xoffset, three.Yoffset, three.Zoffset, three.Width, three.Height, three.Depth);
                return Update(three.Target, three.Level, box, three.Format, three.Type, three.PixelsGiven);
        }
    }

    private static ImageCommand Packed(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.CompressedTexImage1D:
                var one = new CompressedTexImage1D(command);
                return Pack(one.Target, one.Level, one.Internalformat, one.Border, one.Width, 1, 1, one.DataGiven);
            case Opcode.CompressedTexImage2D:
                var two = new CompressedTexImage2D(command);
                return Pack(two.Target, two.Level, two.Internalformat, two.Border, two.Width, two.Height, 1, two.DataGiven);
            default:
                var three = new CompressedTexImage3D(command);
                return Pack(three.Target, three.Level, three.Internalformat, three.Border, three.Width, three.Height, three.Depth, three.DataGiven);
        }

        static ImageCommand Pack(uint target, int level, uint format, int border, int width, int height, int depth, uint given) => new(
            ImageVerb.Define, target, level, Whole(target, border, width, height, depth), border, format, format, 0, true, given != 0);
    }

    private static ImageCommand PackedPart(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.CompressedTexSubImage1D:
                var one = new CompressedTexSubImage1D(command);
                return Part(one.Target, one.Level, new Box(one.Xoffset, 0, 0, one.Width, 1, 1), one.Format);
            case Opcode.CompressedTexSubImage2D:
                var two = new CompressedTexSubImage2D(command);
                return Part(two.Target, two.Level, new Box(two.Xoffset, two.Yoffset, 0, two.Width, two.Height, 1), two.Format);
            default:
                var three = new CompressedTexSubImage3D(command);
                var box = new Box(three.Xoffset, three.Yoffset, three.Zoffset, three.Width, three.Height, three.Depth);
                return Part(three.Target, three.Level, box, three.Format);
        }

        static ImageCommand Part(uint target, int level, Box box, uint format) =>
            new(ImageVerb.Update, target, level, box, 0, 0, format, 0, true, true);
    }

    private static ImageCommand Copied(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.CopyTexImage1D:
                var image1 = new CopyTexImage1D(command);
                return Copy(image1.Target, image1.Level, image1.Internalformat, image1.Width, 1, image1.Border);
            case Opcode.CopyTexImage2D:
                var image2 = new CopyTexImage2D(command);
                return Copy(image2.Target, image2.Level, image2.Internalformat, image2.Width, image2.Height, image2.Border);
            case Opcode.CopyTexSubImage1D:
                var part1 = new CopyTexSubImage1D(command);
                return Part(part1.Target, part1.Level, new Box(part1.Xoffset, 0, 0, part1.Width, 1, 1));
            case Opcode.CopyTexSubImage2D:
                var part2 = new CopyTexSubImage2D(command);
                return Part(part2.Target, part2.Level, new Box(part2.Xoffset, part2.Yoffset, 0, part2.Width, part2.Height, 1));
            default:
                var part3 = new CopyTexSubImage3D(command);
                return Part(part3.Target, part3.Level, new Box(part3.Xoffset, part3.Yoffset, part3.Zoffset, part3.Width, part3.Height, 1));
        }

        static ImageCommand Copy(uint target, int level, uint internalFormat, int width, int height, int border)
        {
            (uint format, uint type) = InternalFormats.Neutral(internalFormat);
            return new(ImageVerb.Copy, target, level, Whole(target, border, width, height, 1), border, internalFormat, format, type, false, false);
        }

        static ImageCommand Part(uint target, int level, Box box) => new(ImageVerb.CopyPart, target, level, box, 0, 0, 0, 0, false, false);
    }

    private static ImageCommand Stored(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.TexStorage1D:
                var one = new TexStorage1D(command);
                return Store(one.Target, one.Levels, one.Internalformat, one.Width, 1, 1);
            case Opcode.TexStorage2D:
                var two = new TexStorage2D(command);
                return Store(two.Target, two.Levels, two.Internalformat, two.Width, two.Height, 1);
            default:
                var three = new TexStorage3D(command);
                return Store(three.Target, three.Levels, three.Internalformat, three.Width, three.Height, three.Depth);
        }

        static ImageCommand Store(uint target, int levels, uint internalFormat, int width, int height, int depth)
        {
            (uint format, uint type) = InternalFormats.Neutral(internalFormat);
            return new(ImageVerb.Store, target, levels, new Box(0, 0, 0, width, height, depth), 0, internalFormat, format, type, false, false);
        }
    }

    private static ImageCommand Sampled(Opcode opcode, ReadOnlySpan<byte> command)
    {
        if (opcode == Opcode.TexImage2DMultisample)
        {
            var two = new TexImage2DMultisample(command);
            return new(ImageVerb.Sample, two.Target, 0, new Box(0, 0, 0, two.Width, two.Height, 1), 0, two.Internalformat, 0, 0, false, false);
        }

        var three = new TexImage3DMultisample(command);
        return new(ImageVerb.Sample, three.Target, 0, new Box(0, 0, 0, three.Width, three.Height, three.Depth), 0, three.Internalformat, 0, 0, false, false);
    }

    private static ImageCommand Define(
        uint target, int level, uint internalFormat, int width, int height, int depth, int border, uint format, uint type, uint given) =>
        new(ImageVerb.Define, target, level, Whole(target, border, width, height, depth), border, internalFormat, format, type, false, given != 0);

    private static ImageCommand Update(uint target, int level, Box box, uint format, uint type, uint given) =>
        new(ImageVerb.Update, target, level, box, 0, 0, format, type, false, given != 0);
}
