using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Gl.Arrays;

/// <summary>The guest's copy of a buffer object's contents: what the program maps, reads back, and takes indices from. What
/// GL itself writes into buffers (pixels that are read, copies of other buffers) is written to both, so the copy is always right.</summary>
internal sealed unsafe class BufferShadow
{
    /// <summary>Bytes of the buffer.</summary>
    public long Size { get; private set; }

    /// <summary>The contents.</summary>
    public byte* Memory { get; private set; }

    /// <summary>What the program has mapped; null when it has not.</summary>
    public BufferMapping? Mapping { get; set; }

    /// <summary>Whether the program has it mapped.</summary>
    public bool IsMapped => Mapping is not null;

    /// <summary>glBufferData: new size, and contents unless <paramref name="data"/> is null.</summary>
    public void Reset(long size, void* data)
    {
        NativeMemory.Free(Memory);
        Memory = (byte*)NativeMemory.AllocZeroed((nuint)Math.Max(size, 1));
        (Size, Mapping) = (size, null);
        Write(0, size, data);
    }

    /// <summary>Whether a range lies in the buffer.</summary>
    public bool Contains(long offset, long size) => offset >= 0 && size >= 0 && size <= Size && offset <= Size - size;

    /// <summary>glBufferSubData; the range lies in the buffer.</summary>
    public void Write(long offset, long size, void* data)
    {
        if (data is not null)
        {
            Buffer.MemoryCopy(data, Memory + offset, Size - offset, size);
        }
    }

    public void Free()
    {
        NativeMemory.Free(Memory);
        Memory = null;
        Size = 0;
    }
}

/// <summary>The part of a buffer that is mapped, in bytes, and how: GL_MAP_..._BIT.</summary>
internal readonly record struct BufferMapping(long Offset, long Length, uint Access);
