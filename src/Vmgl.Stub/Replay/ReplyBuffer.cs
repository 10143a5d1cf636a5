using System.Runtime.InteropServices;
using Vmgl.Wire;

namespace Vmgl.Stub.Replay;

/// <summary>A reply in the making: the returned value, then each array with the number of bytes that GL wrote into it.</summary>
/// <remarks>Arrays are filled with a pattern first. What still shows it after the call was not written: GL leaves memory alone on
/// errors, and answers some questions with fewer values than the guest has room for.</remarks>
internal sealed unsafe class ReplyBuffer : IDisposable
{
    /// <summary>The pattern of memory that GL has not written.</summary>
    public const uint Unwritten = 0xA5C3_96F1;
    private const int Slack = 4096;
    private const int ValueRoom = 16;

    private byte* _memory;
    private long _room;
    private long _end;
    private long _first;
    private long _second;
    private int _firstElement;
    private int _secondElement;
    private int _values;

    /// <summary>The token that the reply answers.</summary>
    public uint Token { get; private set; }

    /// <summary>The finished payload.</summary>
    public ReadOnlySpan<byte> Payload => new(_memory, (int)_end);

    /// <summary>Begins a reply with room for up to two arrays of the given bytes.</summary>
    /// <exception cref="ProtocolException">It would be larger than <see cref="Limits.MaxReplyBytes"/>.</exception>
    public void BeginReply(uint token, long firstBytes = -1, long secondBytes = -1)
    {
        (Token, _first, _second, _values) = (token, firstBytes, secondBytes, 0);
        (_firstElement, _secondElement) = (sizeof(uint), sizeof(uint));
        long arrays = RoomOf(firstBytes) + RoomOf(secondBytes);
        if (arrays > Limits.MaxReplyBytes)
        {
            throw new ProtocolException($"a reply of {arrays} bytes; at most {Limits.MaxReplyBytes}");
        }

        // A driver that knows a larger answer than the spec does writes into the slack, not beyond.
        GrowBuffer(ValueRoom + arrays + Slack);
        new Span<uint>(_memory, (int)((ValueRoom + arrays + Slack) / 4)).Fill(Unwritten);
        _end = 0;
    }

    /// <summary>The memory where GL writes an array of <typeparamref name="T"/>. What it has written is counted in words at least: a byte
    /// or two of an image may look like the pattern.</summary>
    public T* ReserveOutput<T>(int index)
        where T : unmanaged
    {
        (index == 0 ? ref _firstElement : ref _secondElement) = Math.Max(sizeof(uint), sizeof(T));
        return (T*)ArrayAt(index);
    }

    /// <summary>The memory where GL writes an array of GLboolean. None of them looks like a byte of the pattern, so each is
    /// counted.</summary>
    public byte* OutBooleans(int index)
    {
        (index == 0 ? ref _firstElement : ref _secondElement) = 1;
        return ArrayAt(index);
    }

    /// <summary>The memory where GL writes an array that travels whole, whatever it contains: the values before it tell which part is
    /// valid.</summary>
    public byte* OutWhole(int index)
    {
        (index == 0 ? ref _firstElement : ref _secondElement) = 0;
        return ArrayAt(index);
    }

    /// <summary>The next value: what GL returned, or what else comes before the arrays; four at most.</summary>
    public void AddValue(uint value)
    {
        ((uint*)_memory)[_values++] = value;
    }

    /// <summary>A string that GL returned; null becomes an empty reply.</summary>
    public void AddString(byte* text)
    {
        int length = 0;
        while (text is not null && text[length] != 0)
        {
            length++;
        }

        AddBytes(new ReadOnlySpan<byte>(text, length));
    }

    /// <summary>The whole payload.</summary>
    public void AddBytes(ReadOnlySpan<byte> payload)
    {
        GrowBuffer(payload.Length + Slack);
        payload.CopyTo(new Span<byte>(_memory, payload.Length));
        (_end, _first, _second) = (payload.Length, -1, -1);
        _values = 0;
    }

    /// <summary>Moves the parts together: nothing may be written after it.</summary>
    public void FinishReply()
    {
        long to = _values > 0 ? _values * 4 : _end;
        if (_first >= 0)
        {
            to = CompactArray(ArrayAt(0), _first, _firstElement, to);
        }

        if (_second >= 0)
        {
            to = CompactArray(ArrayAt(1), _second, _secondElement, to);
        }

        _end = to;
    }

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
        _room = 0;
    }

    /// <summary>Bytes that an array takes in the buffer: its count, itself, padding.</summary>
    private static long RoomOf(long bytes) => bytes < 0 ? 0 : 4 + Align.To4(bytes);

    /// <summary>An array's place: past its count.</summary>
    private byte* ArrayAt(int index) => _memory + ValueRoom + 4 + (index == 0 ? 0 : RoomOf(_first));

    private long CompactArray(byte* array, long bytes, int element, long to)
    {
        long written = element == 0 ? bytes : CountWritten(array, bytes, element);
        *(uint*)(_memory + to) = (uint)written;
        Buffer.MemoryCopy(array, _memory + to + 4, _room - to - 4, Align.To4(written));
        return to + 4 + Align.To4(written);
    }

    /// <summary>Bytes up to the last element, of a power of two bytes, that no longer shows the pattern whole.</summary>
    private static long CountWritten(byte* array, long bytes, int element)
    {
        uint pattern = Unwritten;
        var expected = (byte*)&pattern;
        long last = bytes;
        while (last > 0 && array[last - 1] == expected[(last - 1) & 3])
        {
            last--;
        }

        // A value may end in a byte that looks like the pattern; values are not split.
        return Math.Min(bytes, (last + element - 1) & -element);
    }

    private void GrowBuffer(long bytes)
    {
        if (bytes > _room)
        {
            _memory = (byte*)NativeMemory.Realloc(_memory, (nuint)bytes);
            _room = bytes;
        }
    }
}
