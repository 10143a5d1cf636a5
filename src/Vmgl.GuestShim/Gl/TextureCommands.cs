using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Texture images (GL 1.5 sections 3.8.1 to 3.8.3 and 6.1.4).</summary>
internal static unsafe partial class GlCommands
{
    public static partial void TexImage1D(
        uint target, int level, int internalformat, int width, int border, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width));
            if (image.IsRefused)
            {
                return;
            }

            Wire.Commands.TexImage1D.Write(
                stream.Reserve(Wire.Commands.TexImage1D.Bytes), target, level, internalformat, width, border, format, type, image.Given);
            image.Send(stream);
        }
    }

    public static partial void TexImage2D(
        uint target, int level, int internalformat, int width, int height, int border, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width, height));
            if (image.IsRefused)
            {
                return;
            }

            Wire.Commands.TexImage2D.Write(
                stream.Reserve(Wire.Commands.TexImage2D.Bytes), target, level, internalformat, width, height, border, format, type, image.Given);
            image.Send(stream);
        }
    }

    public static partial void TexImage3D(
        uint target, int level, int internalformat, int width, int height, int depth, int border, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width, height, depth, threeDimensional: true));
            if (image.IsRefused)
            {
                return;
            }

            Wire.Commands.TexImage3D.Write(
                stream.Reserve(Wire.Commands.TexImage3D.Bytes),
                target, level, internalformat, width, height, depth, border, format, type, image.Given);
            image.Send(stream);
        }
    }

    public static partial void TexSubImage1D(uint target, int level, int xoffset, int width, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width));
            if (image.IsRefused)
            {
                return;
            }

            if (!image.IsTooLarge)
            {
                Wire.Commands.TexSubImage1D.Write(
                    stream.Reserve(Wire.Commands.TexSubImage1D.Bytes), target, level, xoffset, width, format, type, image.Given);
                image.Send(stream);
            }
        }
    }

    public static partial void TexSubImage2D(
        uint target, int level, int xoffset, int yoffset, int width, int height, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width, height));
            if (image.IsRefused)
            {
                return;
            }

            if (!image.IsTooLarge)
            {
                Wire.Commands.TexSubImage2D.Write(
                    stream.Reserve(Wire.Commands.TexSubImage2D.Bytes), target, level, xoffset, yoffset, width, height, format, type, image.Given);
                image.Send(stream);
            }
        }
    }

    public static partial void TexSubImage3D(
        uint target, int level, int xoffset, int yoffset, int zoffset, int width, int height, int depth, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width, height, depth, threeDimensional: true));
            if (image.IsRefused)
            {
                return;
            }

            if (!image.IsTooLarge)
            {
                Wire.Commands.TexSubImage3D.Write(
                    stream.Reserve(Wire.Commands.TexSubImage3D.Bytes),
                    target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, image.Given);
                image.Send(stream);
            }
        }
    }

    public static partial void CompressedTexImage1D(
        uint target, int level, uint internalformat, int width, int border, int imageSize, void* data)
    {
        if (CompressedStream(ref data, imageSize) is GuestStream stream)
        {
            Wire.Commands.CompressedTexImage1D.Write(
                stream.Reserve(Wire.Commands.CompressedTexImage1D.Bytes), target, level, internalformat, width, border, imageSize, Given(data));
            SendCompressed(stream, data, imageSize);
        }
    }

    public static partial void CompressedTexImage2D(
        uint target, int level, uint internalformat, int width, int height, int border, int imageSize, void* data)
    {
        if (CompressedStream(ref data, imageSize) is GuestStream stream)
        {
            Wire.Commands.CompressedTexImage2D.Write(
                stream.Reserve(Wire.Commands.CompressedTexImage2D.Bytes),
                target, level, internalformat, width, height, border, imageSize, Given(data));
            SendCompressed(stream, data, imageSize);
        }
    }

    public static partial void CompressedTexImage3D(
        uint target, int level, uint internalformat, int width, int height, int depth, int border, int imageSize, void* data)
    {
        if (CompressedStream(ref data, imageSize) is GuestStream stream)
        {
            Wire.Commands.CompressedTexImage3D.Write(
                stream.Reserve(Wire.Commands.CompressedTexImage3D.Bytes),
                target, level, internalformat, width, height, depth, border, imageSize, Given(data));
            SendCompressed(stream, data, imageSize);
        }
    }

    public static partial void CompressedTexSubImage1D(
        uint target, int level, int xoffset, int width, uint format, int imageSize, void* data)
    {
        if (CompressedStream(ref data, imageSize) is GuestStream stream)
        {
            Wire.Commands.CompressedTexSubImage1D.Write(
                stream.Reserve(Wire.Commands.CompressedTexSubImage1D.Bytes), target, level, xoffset, width, format, imageSize);
            SendCompressed(stream, data, imageSize);
        }
    }

    public static partial void CompressedTexSubImage2D(
        uint target, int level, int xoffset, int yoffset, int width, int height, uint format, int imageSize, void* data)
    {
        if (CompressedStream(ref data, imageSize) is GuestStream stream)
        {
            Wire.Commands.CompressedTexSubImage2D.Write(
                stream.Reserve(Wire.Commands.CompressedTexSubImage2D.Bytes), target, level, xoffset, yoffset, width, height, format, imageSize);
            SendCompressed(stream, data, imageSize);
        }
    }

    public static partial void CompressedTexSubImage3D(
        uint target, int level, int xoffset, int yoffset, int zoffset, int width, int height, int depth, uint format, int imageSize, void* data)
    {
        if (CompressedStream(ref data, imageSize) is GuestStream stream)
        {
            Wire.Commands.CompressedTexSubImage3D.Write(
                stream.Reserve(Wire.Commands.CompressedTexSubImage3D.Bytes),
                target, level, xoffset, yoffset, zoffset, width, height, depth, format, imageSize);
            SendCompressed(stream, data, imageSize);
        }
    }

    /// <summary>The host says how large the level is; it goes to the program's memory by the pack modes.</summary>
    public static partial void GetTexImage(uint target, int level, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetTexImage.Write(stream.Reserve(Wire.Commands.GetTexImage.Bytes), token, target, level, format, type);
        using Reply reply = stream.Ask(token, Opcode.GetTexImage);
        (int width, int height, int depth) = ((int)reply.Value(), (int)reply.Value(), (int)reply.Value());
        var layout = new ImageLayout(
            GuestThread.Context!.PixelStore.Pack, format, type, width, height, depth, threeDimensional: HasImages(target));
        ScatterArray(reply, layout, pixels, stream);
    }

    public static partial void GetCompressedTexImage(uint target, int level, void* img)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetCompressedTexImage.Write(stream.Reserve(Wire.Commands.GetCompressedTexImage.Bytes), token, target, level);
        using Reply reply = stream.Ask(token, Opcode.GetCompressedTexImage);
        ReadOnlySpan<byte> image = reply.Array();
        if (!image.IsEmpty && Destination(stream, ref img, image.Length, out PackedPart part))
        {
            image.CopyTo(new Span<byte>(img, image.Length));
            SendPacked(stream, part);
        }
    }

    /// <summary>Whether a target's images have depth: 3D textures, arrays of 2D textures and of cube maps.</summary>
    private static bool HasImages(uint target) => target is 0x806F or 0x8C1A or 0x9009;

    private static ImageLayout Unpacked(uint format, uint type, int width, int height = 1, int depth = 1, bool threeDimensional = false) =>
        new(GuestThread.Context!.PixelStore.Unpack, format, type, width, height, depth, threeDimensional);

    private static uint Given(void* data) => data is null ? 0u : 1u;

    /// <summary>The stream for a compressed image; null without a context, when it leaves the buffer object that it
    /// should come from, or when no frame can hold it.</summary>
    private static GuestStream? CompressedStream(ref void* data, int imageSize)
    {
        GuestStream? stream = GuestThread.Stream;
        if (stream is not null && GuestThread.Context!.UnpackBuffer != 0 && !TrySource(stream, ref data, Math.Max(imageSize, 0)))
        {
            return null;
        }

        if (imageSize <= Limits.LargestPayload)
        {
            return stream;
        }

        stream?.Record(GL_OUT_OF_MEMORY);
        return null;
    }

    private static void SendCompressed(GuestStream stream, void* data, int imageSize)
    {
        if (data is not null && imageSize > 0)
        {
            stream.SendBulk((byte*)data, imageSize);
        }
    }
}
