using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Mapping buffer objects (GL 1.5 section 2.9, ARB_map_buffer_range). The program writes into the guest's copy; what it may have
/// written travels when it flushes or unmaps. All that was sent before is played before, so nothing has to wait for anything, and
/// GL_MAP_UNSYNCHRONIZED_BIT and the invalidating bits change nothing but the errors.</summary>
internal static unsafe partial class BufferMappings
{
    private const uint MapBits = GL_MAP_READ_BIT | GL_MAP_WRITE_BIT | GL_MAP_INVALIDATE_RANGE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT
        | GL_MAP_FLUSH_EXPLICIT_BIT | GL_MAP_UNSYNCHRONIZED_BIT;

    public static partial void* MapBuffer(GuestStream stream, GuestContext context, uint target, uint access)
    {
        if (access is not (GL_READ_ONLY or GL_WRITE_ONLY or GL_READ_WRITE))
        {
            stream.RecordError(GL_INVALID_ENUM);
            return null;
        }

        if (BufferTargets.FindOrRecord(stream, context, target) is not BufferShadow buffer)
        {
            return null;
        }

        uint bits = access switch { GL_READ_ONLY => GL_MAP_READ_BIT, GL_WRITE_ONLY => GL_MAP_WRITE_BIT, _ =>
            GL_MAP_READ_BIT | GL_MAP_WRITE_BIT };
        return MapRange(stream, buffer, 0, buffer.Size, bits);
    }

    public static partial void* MapBufferRange(GuestStream stream, GuestContext context, uint target, long offset, long length, uint access)
    {
        if (BufferTargets.FindOrRecord(stream, context, target) is not BufferShadow buffer)
        {
            return null;
        }

        uint error = FindRangeError(offset, length, access);
        error = error == 0 && !buffer.ContainsRange(offset, length) ? GL_INVALID_VALUE : error;
        if (error != 0)
        {
            stream.RecordError(error);
            return null;
        }

        return MapRange(stream, buffer, offset, length, access);
    }

    public static partial void FlushMappedBufferRange(GuestStream stream, GuestContext context, uint target, long offset, long length)
    {
        if (offset < 0 || length < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else if (BufferTargets.FindOrRecord(stream, context, target) is not BufferShadow buffer)
        {
            return; // the error is recorded
        }
        else if (buffer.Mapping is not { } mapping || (mapping.Access & GL_MAP_FLUSH_EXPLICIT_BIT) == 0)
        {
            stream.RecordError(GL_INVALID_OPERATION);
        }
        else if (offset > mapping.Length - length)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else
        {
            SendWritten(stream, context, target, buffer, mapping.Offset + offset, length);
        }
    }

    public static partial byte UnmapBuffer(GuestStream stream, GuestContext context, uint target)
    {
        if (BufferTargets.FindOrRecord(stream, context, target) is not BufferShadow buffer)
        {
            return 0;
        }

        if (buffer.Mapping is not { } mapping)
        {
            stream.RecordError(GL_INVALID_OPERATION);
            return 0;
        }

        buffer.EndMapping();
        if ((mapping.Access & (GL_MAP_WRITE_BIT | GL_MAP_FLUSH_EXPLICIT_BIT)) == GL_MAP_WRITE_BIT)
        {
            SendWritten(stream, context, target, buffer, mapping.Offset, mapping.Length);
        }

        return 1;
    }

    public static partial void GetBufferPointerv(GuestStream stream, GuestContext context, uint target, uint pname, void** @params)
    {
        if (pname != GL_BUFFER_MAP_POINTER)
        {
            stream.RecordError(GL_INVALID_ENUM);
        }
        else if (BufferTargets.FindOrRecord(stream, context, target) is BufferShadow buffer)
        {
            *@params = buffer.Mapping is { } mapping ? buffer.Memory + mapping.Offset : null;
        }
    }

    /// <summary>A parameter of a buffer that its mapping decides (GL 3.0 table 6.8); null for everything else.</summary>
    public static int? FindParameter(BufferShadow buffer, uint name) => name switch
    {
        GL_BUFFER_ACCESS => (int)(((buffer.Mapping?.Access ?? 0) & (GL_MAP_READ_BIT | GL_MAP_WRITE_BIT)) switch
        {
            GL_MAP_READ_BIT => GL_READ_ONLY,
            GL_MAP_WRITE_BIT => GL_WRITE_ONLY,
            _ => GL_READ_WRITE, // also of what is not mapped
        }),
        GL_BUFFER_MAPPED => buffer.IsMapped ? 1 : 0,
        GL_BUFFER_ACCESS_FLAGS => (int)(buffer.Mapping?.Access ?? 0),
        GL_BUFFER_MAP_LENGTH => (int)(buffer.Mapping?.Length ?? 0),
        GL_BUFFER_MAP_OFFSET => (int)(buffer.Mapping?.Offset ?? 0),
        _ => null,
    };

    private static void* MapRange(GuestStream stream, BufferShadow buffer, long offset, long length, uint access)
    {
        if (buffer.IsMapped)
        {
            stream.RecordError(GL_INVALID_OPERATION);
            return null;
        }

        if ((access & GL_MAP_INVALIDATE_BUFFER_BIT) != 0)
        {
            buffer.ForgetStale();
        }

        buffer.ReadBack(stream);
        buffer.BeginMapping(new BufferMapping(offset, length, access));
        return buffer.Memory + offset;
    }

    /// <summary>The GL error of a range that no buffer could have; 0 when one could.</summary>
    private static uint FindRangeError(long offset, long length, uint access)
    {
        const uint WithoutReading = GL_MAP_INVALIDATE_RANGE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT | GL_MAP_UNSYNCHRONIZED_BIT;
        if (offset < 0 || length < 0 || (access & ~MapBits) != 0)
        {
            return GL_INVALID_VALUE;
        }

        bool contradicts = (access & (GL_MAP_READ_BIT | GL_MAP_WRITE_BIT)) == 0
            || ((access & GL_MAP_READ_BIT) != 0 && (access & WithoutReading) != 0)
            || ((access & GL_MAP_FLUSH_EXPLICIT_BIT) != 0 && (access & GL_MAP_WRITE_BIT) == 0);
        return length == 0 || contradicts ? GL_INVALID_OPERATION : 0;
    }

    private static void SendWritten(GuestStream stream, GuestContext context, uint target, BufferShadow buffer, long offset, long length) =>
        BufferUploads.SendPart(stream, target, BufferTargets.FindName(context, target) ?? 0, offset, length, buffer.Memory + offset);
}
