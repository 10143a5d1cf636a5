using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>The part of a buffer that an image was read into; nothing when it went to the program's memory.</summary>
internal readonly record struct PackedPart(uint Name, BufferShadow? Buffer, long Offset, long Bytes);

/// <summary>Where images go: the program's memory or the copy of the pack buffer (GL 2.1 section 4.3.2).</summary>
internal static unsafe class PixelDestination
{
    /// <summary>Finds where an image goes: the program's memory, or the copy of the bound buffer. False, and an error recorded, when it
    /// leaves the buffer or the buffer is mapped.</summary>
    /// <param name="end">Bytes from the pointer to behind the image.</param>
    /// <param name="part">For <see cref="SendPart"/>, when the image is there.</param>
    public static bool TryFind(GuestStream stream, GuestContext context, ref void* pixels, long end, out PackedPart part)
    {
        uint name = context.PackBuffer;
        part = default;
        if (name == 0)
        {
            return true;
        }

        long offset = (long)pixels;
        if (!PixelSource.TryFindInBuffer(stream, context, name, ref pixels, end, out BufferShadow buffer))
        {
            return false;
        }

        buffer.BeginWriting();
        part = new PackedPart(name, buffer, offset, end);
        return true;
    }

    /// <summary>Sends what was read into a buffer's copy to the host's buffer. It follows every successful <see cref="TryFind"/>.</summary>
    public static void SendPart(GuestStream stream, PackedPart part)
    {
        if (part.Buffer is not BufferShadow buffer)
        {
            return;
        }

        buffer.EndWriting();
        if (part.Bytes > 0)
        {
            BufferUploads.SendPart(stream, GL_PIXEL_PACK_BUFFER, part.Name, part.Offset, part.Bytes, buffer.Memory + part.Offset);
        }
    }

    /// <summary>Stores an image, an array of a reply, in the program's memory or the buffer object that images go to.</summary>
    public static void StoreImage(GuestStream stream, GuestContext context, ReadOnlySpan<byte> image, in ImageLayout layout, void* memory)
    {
        if (image.IsEmpty || !TryFind(stream, context, ref memory, layout.End, out PackedPart part))
        {
            return;
        }

        fixed (byte* tight = image)
        {
            layout.ScatterRows(tight, image.Length, (byte*)memory);
        }

        SendPart(stream, part);
    }
}
