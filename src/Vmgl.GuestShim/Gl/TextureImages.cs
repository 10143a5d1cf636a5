using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Texture images: those that come back (GL 1.5 section 6.1.4). The bodies that upload one are generated, by the recipe
/// <c>upload</c>.</summary>
internal static unsafe partial class TextureImages
{
    /// <summary>The host sends the size of the level; the image goes to the program's memory by the pack modes.</summary>
    public static partial void GetTexImage(GuestStream stream, GuestContext context, uint target, int level, uint format, uint type,
        void* pixels)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetTexImage.Write(stream.Reserve(Wire.Commands.GetTexImage.Bytes), token, target, level, format, type);
        using Reply reply = stream.AskHost(token, Opcode.GetTexImage);
        (int width, int height, int depth) = ((int)reply.NextValue(), (int)reply.NextValue(), (int)reply.NextValue());
        ImageLayout layout = ImageLayout.ForPacking(context, format, type, width, height, depth, threeDimensional: HasImages(target));
        PixelDestination.StoreImage(stream, context, reply.NextArray(), layout, pixels);
    }

    public static partial void GetCompressedTexImage(GuestStream stream, GuestContext context, uint target, int level, void* img)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetCompressedTexImage.Write(stream.Reserve(Wire.Commands.GetCompressedTexImage.Bytes), token, target, level);
        using Reply reply = stream.AskHost(token, Opcode.GetCompressedTexImage);
        ReadOnlySpan<byte> image = reply.NextArray();
        if (!image.IsEmpty && PixelDestination.TryFind(stream, context, ref img, image.Length, out PackedPart part))
        {
            image.CopyTo(new Span<byte>(img, image.Length));
            PixelDestination.SendPart(stream, part);
        }
    }

    /// <summary>Whether a target's images have depth: 3D textures, arrays of 2D textures and of cube maps.</summary>
    private static bool HasImages(uint target) => target is GL_TEXTURE_3D or GL_TEXTURE_2D_ARRAY or GL_TEXTURE_CUBE_MAP_ARRAY;
}
