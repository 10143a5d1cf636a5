using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>The buffer objects that are bound to targets.</summary>
internal static class BufferTargets
{
    /// <summary>The name bound to a target; null for an enum that is not a target.</summary>
    public static uint? FindName(GuestContext context, uint target) => target switch
    {
        GL_ARRAY_BUFFER => context.Arrays.ArrayBuffer,
        GL_ELEMENT_ARRAY_BUFFER => context.Arrays.ElementBuffer,
        GL_PIXEL_PACK_BUFFER => context.PackBuffer,
        GL_PIXEL_UNPACK_BUFFER => context.UnpackBuffer,
        GL_COPY_READ_BUFFER => context.CopyReadBuffer,
        GL_COPY_WRITE_BUFFER => context.CopyWriteBuffer,
        _ => null,
    };

    /// <summary>The buffer bound to a target; null when there is none.</summary>
    public static BufferShadow? FindBuffer(GuestContext context, uint target) =>
        FindName(context, target) is uint name and not 0 ? context.Group.Buffers.FindOrAdd(name) : null;

    /// <summary>The buffer bound to a target; null, and the error recorded, when there is none.</summary>
    public static BufferShadow? FindOrRecord(GuestStream stream, GuestContext context, uint target)
    {
        BufferShadow? buffer = FindBuffer(context, target);
        if (buffer is null)
        {
            stream.RecordError(FindName(context, target) is null ? GL_INVALID_ENUM : GL_INVALID_OPERATION);
        }

        return buffer;
    }
}
