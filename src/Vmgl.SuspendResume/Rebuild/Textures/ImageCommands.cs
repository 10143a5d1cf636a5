using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>Makes image commands of as many dimensions as a target has.</summary>
internal static class ImageCommands
{
    /// <summary>The definition of a level; its pixels, if it has any, travel behind.</summary>
    public static byte[] Define(uint target, int level, uint internalFormat, Box box, int border, uint format, uint type, uint given)
    {
        byte[] command;
        switch (TextureTargets.Dimensions(TextureTargets.Bound(target)))
        {
            case 1:
                TexImage1D.Write(command = new byte[TexImage1D.Bytes], target, level, (int)internalFormat, box.Width, border, format, type,
                    given);
                return command;
            case 2:
                command = new byte[TexImage2D.Bytes];
                TexImage2D.Write(command, target, level, (int)internalFormat, box.Width, box.Height, border, format, type, given);
                return command;
            default:
                command = new byte[TexImage3D.Bytes];
                TexImage3D.Write(command, target, level, (int)internalFormat, box.Width, box.Height, box.Depth, border, format, type,
                    given);
                return command;
        }
    }

    /// <summary>Pixels for a part of a level.</summary>
    public static byte[] Update(uint target, int level, Box box, uint format, uint type)
    {
        byte[] command;
        switch (TextureTargets.Dimensions(TextureTargets.Bound(target)))
        {
            case 1:
                TexSubImage1D.Write(command = new byte[TexSubImage1D.Bytes], target, level, box.X, box.Width, format, type, 1);
                return command;
            case 2:
                TexSubImage2D.Write(command = new byte[TexSubImage2D.Bytes], target, level, box.X, box.Y, box.Width, box.Height, format,
                    type, 1);
                return command;
            default:
                command = new byte[TexSubImage3D.Bytes];
                TexSubImage3D.Write(command, target, level, box.X, box.Y, box.Z, box.Width, box.Height, box.Depth, format, type, 1);
                return command;
        }
    }

    /// <summary>The definition of a level by an image that is compressed already.</summary>
    public static byte[] DefinePacked(uint target, int level, uint format, Box box, int border, int bytes)
    {
        byte[] command;
        switch (TextureTargets.Dimensions(TextureTargets.Bound(target)))
        {
            case 1:
                command = new byte[CompressedTexImage1D.Bytes];
                CompressedTexImage1D.Write(command, target, level, format, box.Width, border, bytes, 1);
                return command;
            case 2:
                command = new byte[CompressedTexImage2D.Bytes];
                CompressedTexImage2D.Write(command, target, level, format, box.Width, box.Height, border, bytes, 1);
                return command;
            default:
                command = new byte[CompressedTexImage3D.Bytes];
                CompressedTexImage3D.Write(command, target, level, format, box.Width, box.Height, box.Depth, border, bytes, 1);
                return command;
        }
    }

    /// <summary>A compressed image for a part of a level.</summary>
    public static byte[] UpdatePacked(uint target, int level, Box box, uint format, int bytes)
    {
        byte[] command;
        switch (TextureTargets.Dimensions(TextureTargets.Bound(target)))
        {
            case 1:
                command = new byte[CompressedTexSubImage1D.Bytes];
                CompressedTexSubImage1D.Write(command, target, level, box.X, box.Width, format, bytes);
                return command;
            case 2:
                command = new byte[CompressedTexSubImage2D.Bytes];
                CompressedTexSubImage2D.Write(command, target, level, box.X, box.Y, box.Width, box.Height, format, bytes);
                return command;
            default:
                command = new byte[CompressedTexSubImage3D.Bytes];
                CompressedTexSubImage3D.Write(command, target, level, box.X, box.Y, box.Z, box.Width, box.Height, box.Depth, format, bytes);
                return command;
        }
    }
}
