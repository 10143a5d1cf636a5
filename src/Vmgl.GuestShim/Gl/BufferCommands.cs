using System.Runtime.InteropServices;
using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Buffer objects (GL 1.5 section 2.9). They live on the host; the guest keeps a copy to map, read and index.</summary>
internal static unsafe partial class GlCommands
{
    private const uint ArrayBufferTarget = 0x8892;
    private const uint ElementArrayBufferTarget = 0x8893;
    private const uint CopyReadTarget = 0x8F36;
    private const uint CopyWriteTarget = 0x8F37;

    public static partial void GenBuffers(int n, uint* buffers) => Generate(ObjectKind.Buffer, n, buffers);

    public static partial void BindBuffer(uint target, uint buffer)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        GuestContext context = GuestThread.Context!;
        switch (target)
        {
            case ArrayBufferTarget: context.Arrays.ArrayBuffer = buffer; break;
            case ElementArrayBufferTarget: context.Arrays.ElementBuffer = buffer; break;
            case PixelUnpackTarget: context.UnpackBuffer = buffer; break;
            case PixelPackTarget: context.PackBuffer = buffer; break;
            case CopyReadTarget: context.CopyReadBuffer = buffer; break;
            case CopyWriteTarget: context.CopyWriteBuffer = buffer; break;
            default: break; // the host's GL knows the error
        }

        context.Group.Names(ObjectKind.Buffer).Use(buffer);
        Wire.Commands.BindBuffer.Write(stream.Reserve(Wire.Commands.BindBuffer.Bytes), target, buffer);
        WireBind(stream, target, 0); // the name is an object now, and images go on travelling by themselves
    }

    public static partial void DeleteBuffers(int n, uint* buffers)
    {
        if (Release(ObjectKind.Buffer, n, buffers, out ReadOnlySpan<byte> names) is not GuestStream stream)
        {
            return;
        }

        foreach (uint name in MemoryMarshal.Cast<byte, uint>(names))
        {
            if (name != 0)
            {
                GuestContext context = GuestThread.Context!;
                context.Arrays.Forget(name);
                context.UnpackBuffer = context.UnpackBuffer == name ? 0 : context.UnpackBuffer;
                context.PackBuffer = context.PackBuffer == name ? 0 : context.PackBuffer;
                context.CopyReadBuffer = context.CopyReadBuffer == name ? 0 : context.CopyReadBuffer;
                context.CopyWriteBuffer = context.CopyWriteBuffer == name ? 0 : context.CopyWriteBuffer;
                context.Group.Buffers.Delete(name);
            }
        }

        Wire.Commands.DeleteBuffers.Write(stream.Reserve(Wire.Commands.DeleteBuffers.Measure(n)), n, names);
    }

    public static partial void BufferData(uint target, long size, void* data, uint usage)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (size > Limits.LargestPayload)
        {
            stream.Record(GL_OUT_OF_MEMORY);
            return;
        }

        WireBind(stream, target, Bound(target) ?? 0);
        Wire.Commands.BufferData.Write(stream.Reserve(Wire.Commands.BufferData.Bytes), target, size, usage, Given(data));
        if (data is not null && size > 0)
        {
            stream.SendBulk((byte*)data, size);
        }

        WireBind(stream, target, 0);

        if (Bound(target) is uint name and not 0 && size >= 0)
        {
            GuestThread.Context!.Group.Buffers.Make(name).Reset(size, data);
        }
    }

    public static partial void BufferSubData(uint target, long offset, long size, void* data)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        BufferShadow? buffer = BoundBuffer(target);
        if (size > 0 && (buffer is null || !buffer.Contains(offset, size) || size > Limits.LargestPayload))
        {
            // No buffer, or beyond its end: the errors that GL has for these (section 2.9), and nothing travels.
            stream.Record(Bound(target) is null ? GL_INVALID_ENUM : buffer is null ? GL_INVALID_OPERATION : GL_INVALID_VALUE);
            return;
        }

        buffer?.Write(offset, Math.Max(size, 0), data);
        SendPart(stream, target, Bound(target) ?? 0, offset, size, data);
    }

    public static partial void GetBufferSubData(uint target, long offset, long size, void* data)
    {
        if (Checked(target) is not BufferShadow buffer)
        {
            return;
        }

        if (!buffer.Contains(offset, size) || buffer.IsMapped)
        {
            GuestThread.Stream!.Record(buffer.IsMapped ? GL_INVALID_OPERATION : GL_INVALID_VALUE);
            return;
        }

        Buffer.MemoryCopy(buffer.Fresh(GuestThread.Stream!) + offset, data, size, size);
    }

    /// <summary>Both sides copy: the host its buffers, the guest its copies of them (ARB_copy_buffer).</summary>
    public static partial void CopyBufferSubData(uint readTarget, uint writeTarget, long readOffset, long writeOffset, long size)
    {
        if (Checked(readTarget) is not BufferShadow from || Checked(writeTarget) is not BufferShadow to)
        {
            return;
        }

        GuestStream stream = GuestThread.Stream!;
        bool overlaps = from == to && readOffset < writeOffset + size && writeOffset < readOffset + size;
        if (from.IsMapped || to.IsMapped)
        {
            stream.Record(GL_INVALID_OPERATION);
        }
        else if (!from.Contains(readOffset, size) || !to.Contains(writeOffset, size) || overlaps)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else
        {
            if (from.IsStale)
            {
                to.Spoil(writeOffset, size);
            }
            else
            {
                to.Write(writeOffset, size, from.Memory + readOffset);
            }

            WireBind(stream, readTarget, Bound(readTarget) ?? 0);
            WireBind(stream, writeTarget, Bound(writeTarget) ?? 0);
            Wire.Commands.CopyBufferSubData.Write(
                stream.Reserve(Wire.Commands.CopyBufferSubData.Bytes), readTarget, writeTarget, readOffset, writeOffset, size);
            WireBind(stream, readTarget, 0);
            WireBind(stream, writeTarget, 0);
        }
    }

    public static partial void GetBufferParameteriv(uint target, uint pname, int* @params)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (BoundBuffer(target) is BufferShadow buffer && KeptOfMapping(buffer, pname) is int kept)
        {
            *@params = kept;
            return;
        }

        WireBind(stream, target, Bound(target) ?? 0);
        AskGetBufferParameteriv(stream, target, pname, @params);
        WireBind(stream, target, 0);
    }

    /// <summary>The name bound to a target; null for a target that is none.</summary>
    private static uint? Bound(uint target) => target switch
    {
        ArrayBufferTarget => GuestThread.Context!.Arrays.ArrayBuffer,
        ElementArrayBufferTarget => GuestThread.Context!.Arrays.ElementBuffer,
        PixelPackTarget => GuestThread.Context!.PackBuffer,
        PixelUnpackTarget => GuestThread.Context!.UnpackBuffer,
        CopyReadTarget => GuestThread.Context!.CopyReadBuffer,
        CopyWriteTarget => GuestThread.Context!.CopyWriteBuffer,
        _ => null,
    };

    /// <summary>The buffer bound to a target; null when there is none.</summary>
    private static BufferShadow? BoundBuffer(uint target) =>
        Bound(target) is uint name and not 0 ? GuestThread.Context!.Group.Buffers.Make(name) : null;

    /// <summary>The buffer bound to a target; null, and the error recorded, when there is none.</summary>
    private static BufferShadow? Checked(uint target)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return null;
        }

        BufferShadow? buffer = BoundBuffer(target);
        if (buffer is null)
        {
            stream.Record(Bound(target) is null ? GL_INVALID_ENUM : GL_INVALID_OPERATION);
        }

        return buffer;
    }
}
