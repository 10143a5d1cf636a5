using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Images that come from or go to buffer objects (ARB_pixel_buffer_object, GL 2.1 sections 3.6.4 and 4.3.2). The guest has a copy of
/// every buffer, so a pointer that is an offset becomes one into the copy. Pixels that are read stay on the host until somebody looks.</summary>
internal static unsafe partial class GlCommands
{
    private const uint PixelPackTarget = 0x88EB;
    private const uint PixelUnpackTarget = 0x88EC;

    /// <summary>Where an image of the program lies: its pointer, or its offset in the bound buffer. False, and an error recorded, when it
    /// leaves the buffer or the buffer is mapped.</summary>
    public static bool TrySource(GuestStream stream, ref void* pixels, long last)
    {
        uint name = GuestThread.Context!.UnpackBuffer;
        return name == 0 || InBuffer(stream, name, ref pixels, last, out _);
    }

    /// <summary>Where an image goes: the program's memory, or the copy of the bound buffer. False, and an error recorded, as above.</summary>
    private static bool Destination(GuestStream stream, ref void* pixels, long last, out PackedPart part)
    {
        uint name = GuestThread.Context!.PackBuffer;
        part = default;
        if (name == 0)
        {
            return true;
        }

        long offset = (long)pixels;
        bool inside = InBuffer(stream, name, ref pixels, last, out BufferShadow buffer);
        if (inside)
        {
            buffer.BeginWriting();
            part = new PackedPart(name, buffer, offset, last);
        }

        return inside;
    }

    /// <summary>Reads into a buffer object without waiting: the host's GL packs by the program's modes, and the copy here is fetched when
    /// somebody looks (GL 2.1 section 4.3.2).</summary>
    private static void ReadInto(
        GuestStream stream, uint name, long offset, long bytes, (int X, int Y, int Width, int Height) from, uint format, uint type)
    {
        BufferShadow buffer = GuestThread.Context!.Group.Buffers.Make(name);
        if (buffer.IsMapped || !buffer.Contains(offset, bytes))
        {
            stream.Record(GL_INVALID_OPERATION);
            return;
        }

        ref readonly PixelStorage pack = ref GuestThread.Context.PixelStore.Pack;
        ReadIntoBuffer.Write(
            stream.Reserve(ReadIntoBuffer.Bytes), from.X, from.Y, from.Width, from.Height, format, type, name, offset,
            pack.Alignment, pack.RowLength, pack.SkipRows, pack.SkipPixels, pack.Invert);
        buffer.Spoil(offset, bytes);
    }

    /// <summary>Sends what was read into a buffer's copy to the host's buffer. Whoever was given a <see cref="Destination"/> calls it.</summary>
    private static void SendPacked(GuestStream stream, PackedPart part)
    {
        if (part.Buffer is not BufferShadow buffer)
        {
            return;
        }

        buffer.EndWriting();
        if (part.Bytes > 0)
        {
            SendPart(stream, PixelPackTarget, part.Name, part.Offset, part.Bytes, buffer.Memory + part.Offset);
        }
    }

    /// <summary>Pixel targets are bound on the host only while a buffer changes: images travel by themselves.</summary>
    private static void SendPart(GuestStream stream, uint target, uint name, long offset, long bytes, void* data)
    {
        WireBind(stream, target, name);
        Wire.Commands.BufferSubData.Write(stream.Reserve(Wire.Commands.BufferSubData.Bytes), target, offset, bytes);
        if (bytes > 0)
        {
            stream.SendBulk((byte*)data, bytes);
        }

        WireBind(stream, target, 0);
    }

    private static void WireBind(GuestStream stream, uint target, uint name)
    {
        if (target is PixelPackTarget or PixelUnpackTarget)
        {
            Wire.Commands.BindBuffer.Write(stream.Reserve(Wire.Commands.BindBuffer.Bytes), target, name);
        }
    }

    private static bool InBuffer(GuestStream stream, uint name, ref void* pixels, long last, out BufferShadow buffer)
    {
        GuestContext context = GuestThread.Context!;
        buffer = context.Group.Buffers.Make(name);
        if (buffer.IsMapped || !buffer.Contains((long)pixels, last))
        {
            stream.Record(GL_INVALID_OPERATION);
            return false;
        }

        pixels = buffer.Fresh(stream) + (long)pixels;
        return true;
    }

    /// <summary>The part of a buffer that an image was read into; nothing when it went to the program's memory.</summary>
    private readonly record struct PackedPart(uint Name, BufferShadow? Buffer, long Offset, long Bytes);
}
