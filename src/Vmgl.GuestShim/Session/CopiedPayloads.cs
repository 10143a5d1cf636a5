using System.Runtime.InteropServices;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Session;

/// <summary>Small payloads of a batch's commands, copied so that they can wait with the batch: a system call costs what copying some ten
/// thousand bytes does.</summary>
internal sealed unsafe class CopiedPayloads
{
    /// <summary>Bytes of the largest payload that is copied.</summary>
    private const int LargestBytes = 16 << 10;

    /// <summary>Bytes of all payloads that wait.</summary>
    private const int MostBytes = 256 << 10;

    private byte* _memory;
    private int _bytes;

    /// <summary>The payloads in order, each padded to 4 bytes.</summary>
    public ReadOnlySpan<byte> Bytes => new(_memory, _bytes);

    /// <summary>Copies a payload; false when it is large or too many wait already.</summary>
    public bool TryAdd(byte* payload, long count)
    {
        if (count > LargestBytes || _bytes + Align.To4((int)count) > MostBytes)
        {
            return false;
        }

        _memory = _memory is null ? (byte*)NativeMemory.Alloc(MostBytes) : _memory;
        int padded = Align.To4((int)count);
        var room = new Span<byte>(_memory + _bytes, padded);
        room[(padded - (padded == 0 ? 0 : 4))..].Clear();
        new ReadOnlySpan<byte>(payload, (int)count).CopyTo(room);
        _bytes += padded;
        return true;
    }

    /// <summary>Drops the payloads, which were sent.</summary>
    public void DropPayloads() => _bytes = 0;

    /// <summary>Frees the memory.</summary>
    public void FreeMemory() => NativeMemory.Free(_memory);
}
