using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.State;

/// <summary>The names of one kind of object in one share group: which are in use, which come next.</summary>
/// <remarks>A bit a name, where C can test it; names beyond <see cref="BitLimit"/>, which only a program's own choice reaches, are in a
/// set.</remarks>
internal sealed unsafe class ObjectNames
{
    /// <summary>Names below it get a bit: 512 KiB a kind at most.</summary>
    private const uint BitLimit = 1 << 22;

    private readonly Lock _lock = new();
    private readonly HashSet<uint> _far = [];
    private readonly List<nint> _outgrown = [];
    private readonly NativeNames* _native;
    private uint _lowestFree = 1;

    /// <summary>Names whose bits are at <paramref name="native"/>. Name 0 counts as used, so that C passes it.</summary>
    public ObjectNames(NativeNames* native)
    {
        _native = native;
        SetBit(0);
    }

    /// <summary>Hands out <paramref name="count"/> names, the lowest that are free.</summary>
    public void GenerateNames(int count, uint* to)
    {
        lock (_lock)
        {
            for (int i = 0; i < count; i++)
            {
                to[i] = NextFree(_lowestFree);
                _lowestFree = to[i] + 1;
                SetBit(to[i]);
            }
        }
    }

    /// <summary>Hands out <paramref name="count"/> names in a row; 0 when there is no such row.</summary>
    public uint GenerateRow(uint count)
    {
        lock (_lock)
        {
            for (uint first = NextFree(_lowestFree); first + (ulong)count <= uint.MaxValue; first = NextFree(first + 1))
            {
                uint length = 1;
                while (length < count && !IsUsed(first + length))
                {
                    length++;
                }

                if (length == count)
                {
                    for (uint i = 0; i < count; i++)
                    {
                        SetBit(first + i);
                    }

                    return first;
                }

                first += length;
            }

            return 0;
        }
    }

    /// <summary>The program uses a name that it chose itself; it is not handed out any more.</summary>
    public void MarkUsed(uint name)
    {
        lock (_lock)
        {
            if (name != 0)
            {
                SetBit(name);
            }
        }
    }

    /// <summary>Releases names.</summary>
    public void ReleaseNames(ReadOnlySpan<uint> names)
    {
        lock (_lock)
        {
            foreach (uint name in names)
            {
                ClearBit(name);
            }
        }
    }

    /// <summary>Releases names in a row, used or not.</summary>
    public void ReleaseRow(uint first, uint count)
    {
        lock (_lock)
        {
            ulong end = Math.Min(first + (ulong)count, _native->Limit);
            for (ulong name = first; name < end; name++)
            {
                ClearBit((uint)name);
            }

            _far.RemoveWhere(name => name >= first && name - first < count);
        }
    }

    /// <summary>Frees the memory; no thread may have a context of the group current.</summary>
    public void FreeMemory()
    {
        NativeMemory.Free(_native->Used);
        _outgrown.ForEach(bits => NativeMemory.Free((void*)bits));
        *_native = default;
    }

    private uint NextFree(uint from)
    {
        while (IsUsed(from))
        {
            from++;
        }

        return from;
    }

    private bool IsUsed(uint name) =>
        name < _native->Limit ? ((_native->Used[name >> 5] >> (int)(name & 31)) & 1) != 0 : _far.Contains(name);

    private void SetBit(uint name)
    {
        if (name >= BitLimit)
        {
            _far.Add(name);
            return;
        }

        if (name >= _native->Limit)
        {
            GrowBits(name);
        }

        _native->Used[name >> 5] |= 1u << (int)(name & 31);
    }

    private void ClearBit(uint name)
    {
        if (name == 0)
        {
            return;
        }

        if (name < _native->Limit)
        {
            _native->Used[name >> 5] &= ~(1u << (int)(name & 31));
        }

        _far.Remove(name);
        _lowestFree = Math.Min(_lowestFree, name);
    }

    /// <summary>Makes room for <paramref name="name"/>. Another thread's C may be reading the old bits, so they stay until the group
    /// ends.</summary>
    private void GrowBits(uint name)
    {
        uint limit = Math.Max(1024, _native->Limit);
        while (limit <= name)
        {
            limit *= 2;
        }

        uint* bits = (uint*)NativeMemory.AllocZeroed(limit / 8);
        Buffer.MemoryCopy(_native->Used, bits, limit / 8, _native->Limit / 8);
        _outgrown.Add((nint)_native->Used);
        _native->Used = bits;
        Volatile.Write(ref _native->Limit, limit);
    }
}
