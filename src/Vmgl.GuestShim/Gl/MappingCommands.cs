using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Mapping buffer objects (GL 1.5 section 2.9, ARB_map_buffer_range). The program writes into the guest's copy; what it may have
/// written travels when it flushes or unmaps. All that was sent before is played before, so nothing has to wait for anything, and
/// GL_MAP_UNSYNCHRONIZED_BIT and the invalidating bits change nothing but the errors.</summary>
internal static unsafe partial class GlCommands
{
    private const uint ReadOnlyAccess = 0x88B8;
    private const uint WriteOnlyAccess = 0x88B9;
    private const uint ReadWriteAccess = 0x88BA;
    private const uint BufferMapPointer = 0x88BD;

    private const uint MapRead = 0x1;
    private const uint MapWrite = 0x2;
    private const uint MapInvalidateRange = 0x4;
    private const uint MapInvalidateBuffer = 0x8;
    private const uint MapFlushExplicit = 0x10;
    private const uint MapUnsynchronized = 0x20;
    private const uint MapBits = MapRead | MapWrite | MapInvalidateRange | MapInvalidateBuffer | MapFlushExplicit | MapUnsynchronized;

    public static partial void* MapBuffer(uint target, uint access)
    {
        if (access is < ReadOnlyAccess or > ReadWriteAccess)
        {
            GuestThread.Stream?.Record(GL_INVALID_ENUM);
            return null;
        }

        if (Checked(target) is not BufferShadow buffer)
        {
            return null;
        }

        uint bits = access switch { ReadOnlyAccess => MapRead, WriteOnlyAccess => MapWrite, _ => MapRead | MapWrite };
        return Map(buffer, 0, buffer.Size, bits);
    }

    public static partial void* MapBufferRange(uint target, long offset, long length, uint access)
    {
        if (Checked(target) is not BufferShadow buffer)
        {
            return null;
        }

        uint error = WhyNoRange(offset, length, access);
        error = error == 0 && !buffer.Contains(offset, length) ? GL_INVALID_VALUE : error;
        if (error != 0)
        {
            GuestThread.Stream!.Record(error);
            return null;
        }

        return Map(buffer, offset, length, access);
    }

    public static partial void FlushMappedBufferRange(uint target, long offset, long length)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (offset < 0 || length < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else if (Checked(target) is not BufferShadow buffer)
        {
            return; // the error is recorded
        }
        else if (buffer.Mapping is not { } mapping || (mapping.Access & MapFlushExplicit) == 0)
        {
            stream.Record(GL_INVALID_OPERATION);
        }
        else if (offset > mapping.Length - length)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else
        {
            SendWritten(target, buffer, mapping.Offset + offset, length);
        }
    }

    public static partial byte UnmapBuffer(uint target)
    {
        if (Checked(target) is not BufferShadow buffer)
        {
            return 0;
        }

        if (buffer.Mapping is not { } mapping)
        {
            GuestThread.Stream!.Record(GL_INVALID_OPERATION);
            return 0;
        }

        buffer.Unmap();
        if ((mapping.Access & (MapWrite | MapFlushExplicit)) == MapWrite)
        {
            SendWritten(target, buffer, mapping.Offset, mapping.Length);
        }

        return 1;
    }

    public static partial void GetBufferPointerv(uint target, uint pname, void** @params)
    {
        if (pname != BufferMapPointer)
        {
            GuestThread.Stream?.Record(GL_INVALID_ENUM);
        }
        else if (Checked(target) is BufferShadow buffer)
        {
            *@params = buffer.Mapping is { } mapping ? buffer.Memory + mapping.Offset : null;
        }
    }

    /// <summary>What a buffer answers of its mapping (GL 3.0 table 6.8); null for everything else.</summary>
    private static int? KeptOfMapping(BufferShadow buffer, uint name) => name switch
    {
        0x88BB => (int)(((buffer.Mapping?.Access ?? 0) & (MapRead | MapWrite)) switch
        {
            MapRead => ReadOnlyAccess,
            MapWrite => WriteOnlyAccess,
            _ => ReadWriteAccess, // also of what is not mapped
        }),
        0x88BC => buffer.IsMapped ? 1 : 0,
        0x911F => (int)(buffer.Mapping?.Access ?? 0),
        0x9120 => (int)(buffer.Mapping?.Length ?? 0),
        0x9121 => (int)(buffer.Mapping?.Offset ?? 0),
        _ => null,
    };

    private static void* Map(BufferShadow buffer, long offset, long length, uint access)
    {
        if (buffer.IsMapped)
        {
            GuestThread.Stream!.Record(GL_INVALID_OPERATION);
            return null;
        }

        if ((access & MapInvalidateBuffer) != 0)
        {
            buffer.Abandon();
        }

        buffer.Fresh(GuestThread.Stream!);
        buffer.Map(new BufferMapping(offset, length, access));
        return buffer.Memory + offset;
    }

    /// <summary>The GL error of a range that no buffer could have; 0 when one could.</summary>
    private static uint WhyNoRange(long offset, long length, uint access)
    {
        const uint WithoutReading = MapInvalidateRange | MapInvalidateBuffer | MapUnsynchronized;
        if (offset < 0 || length < 0 || (access & ~MapBits) != 0)
        {
            return GL_INVALID_VALUE;
        }

        bool contradicts = (access & (MapRead | MapWrite)) == 0
            || ((access & MapRead) != 0 && (access & WithoutReading) != 0)
            || ((access & MapFlushExplicit) != 0 && (access & MapWrite) == 0);
        return length == 0 || contradicts ? GL_INVALID_OPERATION : 0;
    }

    private static void SendWritten(uint target, BufferShadow buffer, long offset, long length) =>
        SendPart(GuestThread.Stream!, target, Bound(target) ?? 0, offset, length, buffer.Memory + offset);
}
