using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Buffer objects (GL 1.5 section 2.9). They live on the host; the guest keeps a copy to map, read and index.</summary>
internal static unsafe partial class Buffers
{
    private static partial void FollowBinding(GuestStream stream, GuestContext context, uint target, uint buffer)
    {
        switch (target)
        {
            case GL_ARRAY_BUFFER: context.Arrays.ArrayBuffer = buffer; break;
            case GL_ELEMENT_ARRAY_BUFFER: context.Arrays.ElementBuffer = buffer; break;
            case GL_PIXEL_UNPACK_BUFFER: context.UnpackBuffer = buffer; break;
            case GL_PIXEL_PACK_BUFFER: context.PackBuffer = buffer; break;
            case GL_COPY_READ_BUFFER: context.CopyReadBuffer = buffer; break;
            case GL_COPY_WRITE_BUFFER: context.CopyWriteBuffer = buffer; break;
            default: break; // the host's GL knows the error
        }

        context.Group.NamesOf(ObjectKind.Buffer).MarkUsed(buffer);
        BufferUploads.BindPixelTarget(stream, target, 0); // the name is an object now, and images go on travelling by themselves
    }

    private static partial void ForgetBuffers(GuestStream stream, GuestContext context, int n, uint* buffers)
    {
        for (int i = 0; i < n; i++)
        {
            if (buffers[i] is var name and not 0)
            {
                context.Arrays.RemoveBuffer(name);
                context.UnpackBuffer = context.UnpackBuffer == name ? 0 : context.UnpackBuffer;
                context.PackBuffer = context.PackBuffer == name ? 0 : context.PackBuffer;
                context.CopyReadBuffer = context.CopyReadBuffer == name ? 0 : context.CopyReadBuffer;
                context.CopyWriteBuffer = context.CopyWriteBuffer == name ? 0 : context.CopyWriteBuffer;
                context.Group.Buffers.DeleteShadow(name);
            }
        }
    }

    public static partial void BufferData(GuestStream stream, GuestContext context, uint target, long size, void* data, uint usage)
    {
        if (size > Limits.LargestPayload)
        {
            stream.RecordError(GL_OUT_OF_MEMORY);
            return;
        }

        BufferUploads.BindPixelTarget(stream, target, BufferTargets.FindName(context, target) ?? 0);
        Wire.Commands.BufferData.Write(stream.Reserve(Wire.Commands.BufferData.Bytes), target, size, usage, PixelSource.IsGiven(data));
        if (data is not null && size > 0)
        {
            stream.SendBulk((byte*)data, size);
        }

        BufferUploads.BindPixelTarget(stream, target, 0);

        if (BufferTargets.FindName(context, target) is uint name and not 0 && size >= 0)
        {
            context.Group.Buffers.FindOrAdd(name).ResetContents(size, data);
        }
    }

    public static partial void BufferSubData(GuestStream stream, GuestContext context, uint target, long offset, long size, void* data)
    {
        BufferShadow? buffer = BufferTargets.FindBuffer(context, target);
        if (size > 0 && (buffer is null || !buffer.ContainsRange(offset, size) || size > Limits.LargestPayload))
        {
            // No buffer, or beyond its end: the errors that GL has for these (section 2.9), and nothing travels.
            stream.RecordError(BufferTargets.FindName(context, target) is null ? GL_INVALID_ENUM : buffer is null ? GL_INVALID_OPERATION
                : GL_INVALID_VALUE);
            return;
        }

        buffer?.WriteRange(offset, Math.Max(size, 0), data);
        BufferUploads.SendPart(stream, target, BufferTargets.FindName(context, target) ?? 0, offset, size, data);
    }

    public static partial void GetBufferSubData(GuestStream stream, GuestContext context, uint target, long offset, long size, void* data)
    {
        if (BufferTargets.FindOrRecord(stream, context, target) is not BufferShadow buffer)
        {
            return;
        }

        if (!buffer.ContainsRange(offset, size) || buffer.IsMapped)
        {
            stream.RecordError(buffer.IsMapped ? GL_INVALID_OPERATION : GL_INVALID_VALUE);
            return;
        }

        Buffer.MemoryCopy(buffer.ReadBack(stream) + offset, data, size, size);
    }

    /// <summary>Both sides copy: the host its buffers, the guest its copies of them (ARB_copy_buffer).</summary>
    public static partial void CopyBufferSubData(GuestStream stream, GuestContext context, uint readTarget, uint writeTarget,
        long readOffset, long writeOffset, long size)
    {
        if (BufferTargets.FindOrRecord(stream, context, readTarget) is not BufferShadow from
            || BufferTargets.FindOrRecord(stream, context, writeTarget) is not BufferShadow to)
        {
            return;
        }

        bool overlaps = from == to && readOffset < writeOffset + size && writeOffset < readOffset + size;
        if (from.IsMapped || to.IsMapped)
        {
            stream.RecordError(GL_INVALID_OPERATION);
        }
        else if (!from.ContainsRange(readOffset, size) || !to.ContainsRange(writeOffset, size) || overlaps)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else
        {
            if (from.IsStale)
            {
                to.MarkStale(writeOffset, size);
            }
            else
            {
                to.WriteRange(writeOffset, size, from.Memory + readOffset);
            }

            BufferUploads.BindPixelTarget(stream, readTarget, BufferTargets.FindName(context, readTarget) ?? 0);
            BufferUploads.BindPixelTarget(stream, writeTarget, BufferTargets.FindName(context, writeTarget) ?? 0);
            Wire.Commands.CopyBufferSubData.Write(
                stream.Reserve(Wire.Commands.CopyBufferSubData.Bytes), readTarget, writeTarget, readOffset, writeOffset, size);
            BufferUploads.BindPixelTarget(stream, readTarget, 0);
            BufferUploads.BindPixelTarget(stream, writeTarget, 0);
        }
    }

    public static partial void GetBufferParameteriv(GuestStream stream, GuestContext context, uint target, uint pname, int* @params)
    {
        if (BufferTargets.FindBuffer(context, target) is BufferShadow buffer && BufferMappings.FindParameter(buffer, pname) is int kept)
        {
            *@params = kept;
            return;
        }

        BufferUploads.BindPixelTarget(stream, target, BufferTargets.FindName(context, target) ?? 0);
        AskGetBufferParameteriv(stream, target, pname, @params);
        BufferUploads.BindPixelTarget(stream, target, 0);
    }
}
