using Vmgl.Wire;

namespace Vmgl.GuestShim.Session;

/// <summary>A reply's payload: the returned value, then each array with the bytes that the host's GL wrote into it.</summary>
/// <remarks>Empty when the connection was lost: values read as zero and arrays stay as they are. The host is not trusted:
/// no more is copied than the caller has room for.</remarks>
internal unsafe ref struct Reply(PendingReply pending, byte* payload, int bytes)
{
    private byte* _at = payload;
    private int _left = bytes;

    /// <summary>Everything that is left, for replies whose length the host decides.</summary>
    public readonly ReadOnlySpan<byte> Rest => new(_at, _left);

    /// <summary>The next 32-bit value; 0 when there is none.</summary>
    public uint NextValue()
    {
        if (_left < 4)
        {
            return 0;
        }

        uint value = *(uint*)_at;
        SkipBytes(4);
        return value;
    }

    /// <summary>Copies the next array: as much as the host's GL wrote, at most <paramref name="room"/> bytes.</summary>
    public void CopyTo(void* to, long room)
    {
        int written = (int)Math.Min(NextValue(), (uint)_left);
        long copied = Math.Min(written, room);
        Buffer.MemoryCopy(_at, to, copied, copied);
        SkipBytes(Math.Min(Align.To4(written), _left));
    }

    /// <summary>The next array: as much as the host's GL wrote.</summary>
    public ReadOnlySpan<byte> NextArray()
    {
        int written = (int)Math.Min(NextValue(), (uint)_left);
        var array = new ReadOnlySpan<byte>(_at, written);
        SkipBytes(Math.Min(Align.To4(written), _left));
        return array;
    }

    /// <summary>The reply was read.</summary>
    public readonly void Dispose() => pending.TrimMemory();

    private void SkipBytes(int count)
    {
        _at += count;
        _left -= count;
    }
}
