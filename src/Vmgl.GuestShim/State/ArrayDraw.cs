using System.Numerics;
using System.Runtime.InteropServices;
using Vmgl.Wire;

namespace Vmgl.GuestShim.State;

/// <summary>The arrays of one draw on their way to the host: a record for each, and of the program's memory just the range that the
/// indices use. Arrays that interleave are sent once, as they lie.</summary>
internal sealed unsafe class ArrayDraw
{
    private const int RecordWords = 8;
    private const int PieceAlignment = 8;

    private readonly uint[] _records = new uint[ArraySlot.Count * RecordWords];
    private readonly Piece[] _pieces = new Piece[ArraySlot.Count];
    private readonly int[] _pieceOf = new int[ArraySlot.Count];
    private int _count;
    private int _pieceCount;
    private byte* _copy;
    private long _copyRoom;

    /// <summary>The number of arrays of the draw.</summary>
    public int Count => _count;

    /// <summary>The records as they travel.</summary>
    public ReadOnlySpan<byte> Records => MemoryMarshal.AsBytes(_records.AsSpan(0, _count * RecordWords));

    /// <summary>Bytes of the payload.</summary>
    public long PayloadBytes { get; private set; }

    /// <summary>The payload: the program's own memory if one piece is all there is.</summary>
    public byte* Payload { get; private set; }

    /// <summary>Collects the enabled arrays for the elements of <paramref name="span"/>; none when there is no element. False when
    /// no frame can hold them.</summary>
    public bool CollectArrays(VertexArrayObject arrays, ElementSpan span)
    {
        (_count, _pieceCount, PayloadBytes) = (0, 0, 0);
        Payload = null;
        for (ulong left = span.IsEmpty ? 0 : arrays.Enabled; left != 0; left &= left - 1)
        {
            int slot = BitOperations.TrailingZeroCount(left);
            ref VertexArray array = ref arrays[slot];
            if (array.Buffer != 0 || array.Pointer != 0)
            {
                AddRecord(slot, array);
                _pieceOf[_count - 1] = array.Buffer == 0 ? AddPiece(array, span) : -1;
            }
        }

        return LayOutPieces() && PlaceArrays(arrays, span);
    }

    /// <summary>Whether a draw uses elements in the program's memory.</summary>
    public static bool UsesClientMemory(VertexArrayObject arrays)
    {
        for (ulong left = arrays.Enabled; left != 0; left &= left - 1)
        {
            ref VertexArray array = ref arrays[BitOperations.TrailingZeroCount(left)];
            if (array.Buffer == 0 && array.Pointer != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void AddRecord(int slot, in VertexArray array)
    {
        Span<uint> record = _records.AsSpan(_count++ * RecordWords, RecordWords);
        record[0] = (uint)slot;
        record[1] = (uint)array.Size;
        record[2] = array.Type;
        record[3] = (uint)array.Step;
        record[4] = array.IsNormalized ? 1u : 0;
        record[5] = array.Buffer;
        record[6] = (uint)array.Pointer;
        record[7] = array.Divisor;
    }

    /// <summary>The piece that an array's elements lie in: one that is there already if both interleave.</summary>
    private int AddPiece(in VertexArray array, ElementSpan span)
    {
        (long lowest, long highest) = span.ElementsOf(array.Divisor);
        byte* start = (byte*)array.Pointer + (lowest * array.Step);
        byte* end = (byte*)array.Pointer + (highest * array.Step) + array.ElementBytes;
        for (int i = 0; i < _pieceCount; i++)
        {
            ref Piece piece = ref _pieces[i];
            if (piece.Step == array.Step && Math.Abs(start - piece.Start) < array.Step)
            {
                piece.Start = start < piece.Start ? start : piece.Start;
                piece.End = end > piece.End ? end : piece.End;
                return i;
            }
        }

        _pieces[_pieceCount] = new Piece { Start = start, End = end, Step = array.Step };
        return _pieceCount++;
    }

    /// <summary>Lays the pieces out one behind the other.</summary>
    private bool LayOutPieces()
    {
        for (int i = 0; i < _pieceCount; i++)
        {
            _pieces[i].Offset = PayloadBytes;
            PayloadBytes += (_pieces[i].End - _pieces[i].Start + PieceAlignment - 1) / PieceAlignment * PieceAlignment;
        }

        if (_pieceCount == 1)
        {
            Payload = _pieces[0].Start;
            PayloadBytes = _pieces[0].End - _pieces[0].Start;
        }

        return PayloadBytes <= Limits.LargestPayload;
    }

    private bool PlaceArrays(VertexArrayObject arrays, ElementSpan span)
    {
        if (_pieceCount > 1)
        {
            CopyPieces();
        }

        for (int i = 0; i < _count; i++)
        {
            if (_pieceOf[i] >= 0)
            {
                ref VertexArray array = ref arrays[(int)_records[i * RecordWords]];
                ref Piece piece = ref _pieces[_pieceOf[i]];
                long lowest = span.ElementsOf(array.Divisor).Lowest;
                _records[(i * RecordWords) + 6] = (uint)(piece.Offset + ((byte*)array.Pointer + (lowest * array.Step) - piece.Start));
            }
        }

        return true;
    }

    private void CopyPieces()
    {
        if (PayloadBytes > _copyRoom)
        {
            _copy = (byte*)NativeMemory.Realloc(_copy, (nuint)PayloadBytes);
            _copyRoom = PayloadBytes;
        }

        for (int i = 0; i < _pieceCount; i++)
        {
            long bytes = _pieces[i].End - _pieces[i].Start;
            Buffer.MemoryCopy(_pieces[i].Start, _copy + _pieces[i].Offset, bytes, bytes);
        }

        Payload = _copy;
    }

    public void FreeMemory()
    {
        NativeMemory.Free(_copy);
        _copy = null;
        _copyRoom = 0;
    }

    private struct Piece
    {
        public byte* Start;
        public byte* End;
        public long Step;
        public long Offset;
    }
}
