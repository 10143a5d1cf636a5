using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Gl.Arrays;

/// <summary>The guest's copy of a buffer object's contents: what the program maps, reads back, and takes indices from. Nothing in
/// GL 1.5 lets the host write into a buffer, so the copy is always right.</summary>
internal sealed unsafe class BufferShadow
{
    private const uint WriteOnly = 0x88B9;
    private const uint ReadWrite = 0x88BA;

    /// <summary>Bytes of the buffer.</summary>
    public long Size { get; private set; }

    /// <summary>The contents.</summary>
    public byte* Memory { get; private set; }

    /// <summary>Whether the program has it mapped.</summary>
    public bool IsMapped { get; set; }

    /// <summary>How it was last mapped; GL_READ_WRITE at first.</summary>
    public uint Access { get; set; } = ReadWrite;

    /// <summary>Whether what the program wrote while it was mapped must travel.</summary>
    public bool MayHaveBeenWritten => Access is WriteOnly or ReadWrite;

    /// <summary>glBufferData: new size, and contents unless <paramref name="data"/> is null.</summary>
    public void Reset(long size, void* data)
    {
        NativeMemory.Free(Memory);
        Memory = (byte*)NativeMemory.AllocZeroed((nuint)Math.Max(size, 1));
        (Size, IsMapped) = (size, false);
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
