using System.Buffers;
using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.State;

/// <summary>The guest's copy of a buffer object's contents, which the program maps and reads and which indices are read from. Ranges
/// that GL itself writes (pixels that are read into the buffer) are stale until they are read back.</summary>
/// <remarks>The copy is lent to the mirror, which uses it on its own thread for as long as its contents equal those that the mirror would
/// keep. Every change is made within the gate, after the loan has ended; writing without the gate (the program's, through a pointer) is
/// announced first.</remarks>
internal sealed unsafe class BufferShadow(uint name) : IBufferLender
{
    private const uint MapWrite = GL_MAP_WRITE_BIT;

    private readonly Lock _gate = new();
    private BufferLoan? _loan;
    private int _writers;
    private long _staleStart;
    private long _staleEnd;

    /// <summary>The buffer object's name.</summary>
    public uint Name => name;

    /// <summary>Bytes of the buffer.</summary>
    public long Size { get; private set; }

    /// <summary>The contents, but for what only the host has: <see cref="IsStale"/>.</summary>
    public byte* Memory { get; private set; }

    /// <summary>Whether the host wrote into the buffer and this copy does not have it yet.</summary>
    public bool IsStale => _staleEnd > _staleStart;

    /// <summary>The range that the program has mapped; null when it has none.</summary>
    public BufferMapping? Mapping { get; private set; }

    /// <summary>Whether the program has it mapped.</summary>
    public bool IsMapped => Mapping is not null;

    /// <summary>glBufferData: new size, and contents unless <paramref name="data"/> is null.</summary>
    public void ResetContents(long size, void* data)
    {
        lock (_gate)
        {
            EndLoan();
            NativeMemory.Free(Memory);
            Memory = (byte*)NativeMemory.AllocZeroed((nuint)Math.Max(size, 1));
            (Size, Mapping) = (size, null);
            (_staleStart, _staleEnd) = (0, 0);
            WriteRange(0, size, data);
        }
    }

    /// <summary>Notes that the program maps a range.</summary>
    public void BeginMapping(BufferMapping mapping)
    {
        lock (_gate)
        {
            Mapping = mapping;
            if (IsMappedForWriting)
            {
                EndLoan();
            }
        }
    }

    /// <summary>Notes that the program has unmapped it.</summary>
    public void EndMapping()
    {
        lock (_gate)
        {
            Mapping = null;
        }
    }

    /// <summary>Ends the loan and prevents new ones: the caller is about to write through the pointer.</summary>
    public void BeginWriting()
    {
        lock (_gate)
        {
            EndLoan();
            _writers++;
        }
    }

    /// <summary>Allows loans again: the caller has written.</summary>
    public void EndWriting()
    {
        lock (_gate)
        {
            _writers--;
        }
    }

    /// <summary>Whether a range lies in the buffer.</summary>
    public bool ContainsRange(long offset, long size) => offset >= 0 && size >= 0 && size <= Size && offset <= Size - size;

    /// <summary>glBufferSubData; the range lies in the buffer.</summary>
    public void WriteRange(long offset, long size, void* data)
    {
        if (data is null)
        {
            return;
        }

        lock (_gate)
        {
            EndLoan();
            Buffer.MemoryCopy(data, Memory + offset, Size - offset, size);
        }
    }

    /// <summary>Marks a range, which lies in the buffer, as stale: the host writes into it.</summary>
    public void MarkStale(long offset, long bytes)
    {
        (_staleStart, _staleEnd) = IsStale
            ? (Math.Min(_staleStart, offset), Math.Max(_staleEnd, offset + bytes))
            : (offset, offset + bytes);
    }

    /// <summary>Forgets which ranges are stale: the contents are about to be discarded.</summary>
    public void ForgetStale() => (_staleStart, _staleEnd) = (0, 0);

    /// <summary>The next stale range, of at most <paramref name="most"/> bytes, which the caller reads back and so counts as fresh from now
    /// on.</summary>
    public (long Offset, int Bytes) TakeStale(int most)
    {
        long offset = _staleStart;
        int bytes = (int)Math.Min(most, _staleEnd - offset);
        _staleStart += bytes;
        return (offset, bytes);
    }

    /// <summary>Stores what was read back of a stale range.</summary>
    public void StoreStale(long offset, int bytes, ReadOnlySpan<byte> read)
    {
        lock (_gate)
        {
            EndLoan();
            read[..Math.Min(read.Length, bytes)].CopyTo(new Span<byte>(Memory + offset, bytes));
        }
    }

    public void FreeMemory()
    {
        lock (_gate)
        {
            EndLoan();
            NativeMemory.Free(Memory);
            Memory = null;
            Size = 0;
        }
    }

    /// <inheritdoc/>
    public IBufferLoan? TryLend(ReadOnlySpan<byte> contents)
    {
        lock (_gate)
        {
            bool lends = _loan is null && _writers == 0 && !IsMappedForWriting && Size == contents.Length
                && contents.SequenceEqual(new(Memory, (int)Size));
            return lends ? _loan = new BufferLoan(this) : null;
        }
    }

    /// <summary>Ends a loan and returns its bytes.</summary>
    public IMemoryOwner<byte> EndLoan(BufferLoan loan)
    {
        lock (_gate)
        {
            if (_loan == loan)
            {
                EndLoan();
            }

            return loan.Returned!;
        }
    }

    /// <summary>Ends a loan whose bytes are not needed.</summary>
    public void CancelLoan(BufferLoan loan)
    {
        lock (_gate)
        {
            _loan = _loan == loan ? null : _loan;
            loan.Returned?.Dispose();
        }
    }

    private bool IsMappedForWriting => Mapping is { } mapping && (mapping.Access & MapWrite) != 0;

    /// <summary>Ends the loan before the bytes change or are freed: the mirror gets a copy of its own. The caller is within the
    /// gate.</summary>
    private void EndLoan()
    {
        if (_loan is not null)
        {
            IMemoryOwner<byte> copy = PagePool.Here.Rent((int)Align.To4(Math.Max(Size, 1)));
            new ReadOnlySpan<byte>(Memory, (int)Size).CopyTo(copy.Memory.Span);
            copy.Memory.Span[(int)Size..].Clear();
            _loan.Returned = copy;
            _loan = null;
        }
    }
}

/// <summary>The contents of a buffer object's copy, lent to the mirror.</summary>
internal sealed class BufferLoan(BufferShadow lender) : IBufferLoan
{
    /// <summary>The copy of the bytes that ended the loan; for the lender, within its gate.</summary>
    public IMemoryOwner<byte>? Returned { get; set; }

    /// <inheritdoc/>
    public IMemoryOwner<byte> TakeBytes() => lender.EndLoan(this);

    /// <inheritdoc/>
    public void CancelLoan() => lender.CancelLoan(this);
}

/// <summary>The part of a buffer that is mapped, in bytes, and how: GL_MAP_..._BIT.</summary>
internal readonly record struct BufferMapping(long Offset, long Length, uint Access);
