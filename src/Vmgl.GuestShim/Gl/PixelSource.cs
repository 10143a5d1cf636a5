using Vmgl.GuestShim.State;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>Where images come from: the program's memory or the unpack buffer (ARB_pixel_buffer_object, GL 2.1 section 3.6.4). The guest
/// has a copy of every buffer, so a pointer that is an offset becomes one into the copy.</summary>
internal static unsafe class PixelSource
{
    /// <summary>Finds where an image of the program lies: at its pointer, or at its offset in the bound buffer. False, and an error
    /// recorded, when it leaves the buffer or the buffer is mapped.</summary>
    /// <param name="end">Bytes from the pointer to behind the image.</param>
    public static bool TryFind(GuestStream stream, GuestContext context, ref void* pixels, long end) =>
        context.UnpackBuffer == 0 || TryFindInBuffer(stream, context, context.UnpackBuffer, ref pixels, end, out _);

    /// <summary>The same for an array of <paramref name="bytes"/> bytes that is sent as it is; false, too, and GL_OUT_OF_MEMORY recorded,
    /// when no frame can hold it.</summary>
    public static bool TryFindBytes(GuestStream stream, GuestContext context, ref void* data, int bytes)
    {
        if (!TryFind(stream, context, ref data, Math.Max(bytes, 0)))
        {
            return false;
        }

        if (bytes > Limits.LargestPayload)
        {
            stream.RecordError(GL_OUT_OF_MEMORY);
            return false;
        }

        return true;
    }

    /// <summary>1 when there is an array, 0 when the program gave null.</summary>
    public static uint IsGiven(void* data) => data is null ? 0u : 1u;

    /// <summary>Sends an array behind the command that is the batch's last.</summary>
    public static void SendBytes(GuestStream stream, void* data, int bytes)
    {
        if (data is not null && bytes > 0)
        {
            stream.SendBulk((byte*)data, bytes);
        }
    }

    /// <summary>Turns an offset in a buffer into an address in its copy here. False, and an error recorded, when what lies there leaves the
    /// buffer or the buffer is mapped.</summary>
    public static bool TryFindInBuffer(GuestStream stream, GuestContext context, uint name, ref void* pixels, long end,
        out BufferShadow buffer)
    {
        buffer = context.Group.Buffers.FindOrAdd(name);
        if (buffer.IsMapped || !buffer.ContainsRange((long)pixels, end))
        {
            stream.RecordError(GL_INVALID_OPERATION);
            return false;
        }

        pixels = buffer.ReadBack(stream) + (long)pixels;
        return true;
    }
}
