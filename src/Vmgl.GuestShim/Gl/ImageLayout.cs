using Vmgl.GuestShim.State;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Where the rows of an image lie in the program's memory (GL 1.5 section 3.6.4), and copies between there and the form
/// without gaps that travels.</summary>
internal readonly unsafe struct ImageLayout
{
    private readonly long _first;
    private readonly long _top;
    private readonly long _rowStride;
    private readonly long _imageStride;
    private readonly long _rowBytes;
    private readonly int _height;
    private readonly int _depth;
    private readonly int _bitOffset;
    private readonly int _width;
    private readonly bool _lsbFirst;
    private readonly bool _isBits;

    /// <summary>The layout of an image of this format under these storage modes.</summary>
    private ImageLayout(in PixelStorage storage, uint format, uint type, int width, int height, int depth, bool threeDimensional)
    {
        (_width, _height, _depth) = (width, height, depth);
        _rowBytes = Images.RowBytes(format, type, width);
        _isBits = Sizes.RasterBits(type) != 0;
        _lsbFirst = storage.LsbFirst != 0;
        int length = storage.RowLength > 0 ? storage.RowLength : width;
        int pixel = Images.PixelBytes(format, type);
        int element = Sizes.PackedPixelBytes(type) is var packed and not 0 ? packed : Sizes.PixelTypeBytes(type);
        int alignment = storage.Alignment;
        long unaligned = _isBits ? (length + 7L) / 8 : (long)pixel * length;
        _rowStride = !_isBits && element >= alignment ? unaligned : (unaligned + alignment - 1) / alignment * alignment;
        int rows = threeDimensional && storage.ImageHeight > 0 ? storage.ImageHeight : height;
        _imageStride = _rowStride * rows;
        _bitOffset = _isBits ? storage.SkipPixels % 8 : 0;
        long skippedPixels = _isBits ? storage.SkipPixels / 8 : (long)storage.SkipPixels * pixel;
        if (storage.Invert != 0)
        {
            (_top, _rowStride) = (_rowStride * (rows - 1), -_rowStride);
        }

        _first = _top + (storage.SkipRows * _rowStride) + skippedPixels + (threeDimensional ? storage.SkipImages * _imageStride : 0);
    }

    /// <summary>The layout of an image that the program gives.</summary>
    public static ImageLayout ForUnpacking(GuestContext context, uint format, uint type, int width, int height = 1, int depth = 1,
        bool threeDimensional = false) =>
        new(context.PixelStore.Unpack, format, type, width, height, depth, threeDimensional);

    /// <summary>The layout of an image that the program gets.</summary>
    public static ImageLayout ForPacking(GuestContext context, uint format, uint type, int width, int height = 1, int depth = 1,
        bool threeDimensional = false) =>
        new(context.PixelStore.Pack, format, type, width, height, depth, threeDimensional);

    /// <summary>Bytes of the image as it travels.</summary>
    public long Bytes => Fields.MultiplySizes(Fields.MultiplySizes(_rowBytes, _height), _depth);

    /// <summary>Whether the program's memory already has the form that travels, from <see cref="First"/> on.</summary>
    public bool IsTight => _bitOffset == 0 && (_rowStride == _rowBytes || (_height == 1 && _depth == 1))
        && (_depth == 1 || _imageStride == _rowBytes * _height);

    /// <summary>Bytes from the program's pointer to behind the image's highest row in memory; 0 for an image without pixels.</summary>
    public long End => _rowBytes <= 0 || _height <= 0 || _depth <= 0 ? 0
        : _first + Math.Max(0, (_height - 1) * _rowStride) + ((_depth - 1) * _imageStride) + _rowBytes + (_bitOffset == 0 ? 0 : 1);

    /// <summary>Bytes from the program's pointer to the image's first row.</summary>
    public long First => _first;

    /// <summary>Copies an image from the program's memory.</summary>
    public void GatherRows(byte* memory, byte* tight)
    {
        for (int z = 0; z < _depth; z++)
        {
            for (int y = 0; y < _height; y++, tight += _rowBytes)
            {
                GatherRow(RowAt(memory, y, z), tight);
            }
        }
    }

    /// <summary>Copies an image, or as much as <paramref name="count"/> bytes are of one, to the program's memory. Nothing between the rows
    /// is touched.</summary>
    public void ScatterRows(byte* tight, long count, byte* memory)
    {
        for (int z = 0; z < _depth; z++)
        {
            for (int y = 0; y < _height && count > 0; y++, tight += _rowBytes, count -= _rowBytes)
            {
                ScatterRow(tight, Math.Min(count, _rowBytes), RowAt(memory, y, z));
            }
        }
    }

    /// <summary>Copies a part of an image of whole bytes to the program's memory and leaves what lies around it alone.</summary>
    public void ScatterPart(byte* tight, byte* memory, long x, long y, long columns, long rows)
    {
        long pixel = _rowBytes / Math.Max(_width, 1);
        for (long row = y; row < y + rows; row++)
        {
            byte* to = RowAt(memory, (int)row, 0) + (x * pixel);
            Buffer.MemoryCopy(tight + (row * _rowBytes) + (x * pixel), to, columns * pixel, columns * pixel);
        }
    }

    private byte* RowAt(byte* memory, int y, int z) => memory + _first + (y * _rowStride) + (z * _imageStride);

    private void GatherRow(byte* row, byte* tight)
    {
        if (_bitOffset == 0)
        {
            Buffer.MemoryCopy(row, tight, _rowBytes, _rowBytes);
            return;
        }

        new Span<byte>(tight, (int)_rowBytes).Clear();
        for (int x = 0; x < _width; x++)
        {
            if (IsBitSet(row, x + _bitOffset))
            {
                tight[x >> 3] |= MaskOf(x);
            }
        }
    }

    private void ScatterRow(byte* tight, long count, byte* row)
    {
        if (!_isBits)
        {
            Buffer.MemoryCopy(tight, row, count, count);
            return;
        }

        for (int x = 0; x < _width; x++)
        {
            int at = x + _bitOffset;
            row[at >> 3] = (byte)(IsBitSet(tight, x) ? row[at >> 3] | MaskOf(at) : row[at >> 3] & ~MaskOf(at));
        }
    }

    private bool IsBitSet(byte* row, int x) => (row[x >> 3] & MaskOf(x)) != 0;

    private byte MaskOf(int x) => (byte)(_lsbFirst ? 1 << (x & 7) : 0x80 >> (x & 7));
}
