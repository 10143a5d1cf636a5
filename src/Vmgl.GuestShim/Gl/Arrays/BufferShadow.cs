using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl.Arrays;

/// <summary>The guest's copy of a buffer object's contents: what the program maps, reads back, and takes indices from. What
/// GL itself writes there (pixels that are read into it) is fetched when somebody looks.</summary>
internal sealed unsafe class BufferShadow(uint name)
{
    /// <summary>Bytes that are asked for at once.</summary>
    private const long PieceBytes = 64 << 20;

    private long _staleStart;
    private long _staleEnd;

    /// <summary>Bytes of the buffer.</summary>
    public long Size { get; private set; }

    /// <summary>The contents, but for what only the host has: <see cref="Fresh"/>.</summary>
    public byte* Memory { get; private set; }

    /// <summary>Whether the host wrote into the buffer and this copy does not have it yet.</summary>
    public bool IsStale => _staleEnd > _staleStart;

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
        (_staleStart, _staleEnd) = (0, 0);
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

    /// <summary>The host writes into a range, which lies in the buffer.</summary>
    public void Spoil(long offset, long bytes)
    {
        (_staleStart, _staleEnd) = IsStale
            ? (Math.Min(_staleStart, offset), Math.Max(_staleEnd, offset + bytes))
            : (offset, offset + bytes);
    }

    /// <summary>What is here is about to be given up: nobody needs what the host wrote.</summary>
    public void Abandon() => (_staleStart, _staleEnd) = (0, 0);

    /// <summary>The contents, all of them: waits for the host if it wrote any.</summary>
    public byte* Fresh(GuestStream stream)
    {
        while (IsStale)
        {
            long offset = _staleStart;
            int bytes = (int)Math.Min(PieceBytes, _staleEnd - offset);
            _staleStart += bytes;
            uint token = stream.NextToken();
            FetchBuffer.Write(stream.Reserve(FetchBuffer.Bytes), token, name, offset, bytes);
            using Reply reply = stream.Ask(token, Opcode.FetchBuffer);
            ReadOnlySpan<byte> read = reply.Rest;
            read[..Math.Min(read.Length, bytes)].CopyTo(new Span<byte>(Memory + offset, bytes));
        }

        return Memory;
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
