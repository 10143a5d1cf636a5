using System.Buffers.Binary;

namespace Vmgl.Wire.Pictures;

/// <summary>The kinds of frames that a host sends on a picture connection.</summary>
public enum PictureFrameKind : uint
{
    /// <summary>A picture begins; the rectangle is the whole of it. What no area changes is as in the picture before, unless that had
    /// another size. Nothing follows the head.</summary>
    Begin = 1,

    /// <summary>Pixels of a rectangle of the picture.</summary>
    Area = 2,

    /// <summary>The picture is complete and can be shown. Nothing follows the head.</summary>
    Complete = 3,

    /// <summary>The user closed the host's window that stands for the drawable. Nothing follows the head.</summary>
    Closed = 4,
}

/// <summary>The encoding of the pixels of an area. Each pixel is four bytes: blue, green, red, and one without meaning; rows go from the
/// top.</summary>
public enum PictureEncoding : uint
{
    /// <summary>As they are.</summary>
    Raw = 0,

    /// <summary>One LZ4 block (lz4's block format); unpacked it is <see cref="Raw"/>.</summary>
    Lz4 = 1,

    /// <summary>A JPEG image; loses detail.</summary>
    Jpeg = 2,
}

/// <summary>Head of what a host sends on a picture connection.</summary>
/// <remarks><code>
///  0 kind       4 drawable   8 picture number   12 x:16 y:16
/// 16 width:16 height:16     20 encoding         24 payload bytes   28 zero   32 payload…
/// </code></remarks>
/// <param name="Drawable">The guest's drawable.</param>
/// <param name="Picture">Counts the pictures of a drawable from 1.</param>
public readonly record struct PictureFrame(
    PictureFrameKind Kind, uint Drawable, uint Picture, PictureArea Area, PictureEncoding Encoding, int PayloadBytes)
{
    /// <summary>Bytes of the head.</summary>
    public const int HeadBytes = 32;

    /// <summary>Writes the head.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)Kind);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], Drawable);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Picture);
        BinaryPrimitives.WriteUInt16LittleEndian(to[12..], (ushort)Area.X);
        BinaryPrimitives.WriteUInt16LittleEndian(to[14..], (ushort)Area.Y);
        BinaryPrimitives.WriteUInt16LittleEndian(to[16..], (ushort)Area.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(to[18..], (ushort)Area.Height);
        BinaryPrimitives.WriteUInt32LittleEndian(to[20..], (uint)Encoding);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], PayloadBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(to[28..], 0);
    }

    /// <summary>Reads and checks a head of <see cref="HeadBytes"/> bytes. Whether the area lies inside its picture, only the receiver
    /// knows.</summary>
    /// <exception cref="ProtocolException">Unknown kind or encoding, an area without pixels or beyond
    /// <see cref="Limits.MaxPictureSide"/>, or a payload that does not fit it.</exception>
    public static PictureFrame Read(ReadOnlySpan<byte> from)
    {
        var frame = new PictureFrame(
            (PictureFrameKind)BinaryPrimitives.ReadUInt32LittleEndian(from),
            BinaryPrimitives.ReadUInt32LittleEndian(from[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
            new PictureArea(
                BinaryPrimitives.ReadUInt16LittleEndian(from[12..]), BinaryPrimitives.ReadUInt16LittleEndian(from[14..]),
                BinaryPrimitives.ReadUInt16LittleEndian(from[16..]), BinaryPrimitives.ReadUInt16LittleEndian(from[18..])),
            (PictureEncoding)BinaryPrimitives.ReadUInt32LittleEndian(from[20..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[24..]));
        frame.CheckFields();
        return frame;
    }

    private void CheckFields()
    {
        if (Kind is < PictureFrameKind.Begin or > PictureFrameKind.Closed || Encoding > PictureEncoding.Jpeg)
        {
            throw new ProtocolException($"picture: unknown kind {(uint)Kind} or encoding {(uint)Encoding}");
        }

        if (Area.X + Area.Width > Limits.MaxPictureSide || Area.Y + Area.Height > Limits.MaxPictureSide)
        {
            throw new ProtocolException($"picture: an area that ends at {Area.X + Area.Width}, {Area.Y + Area.Height}; at most {Limits.MaxPictureSide}");
        }

        long raw = Area.Bytes;
        bool fits = Kind != PictureFrameKind.Area ? PayloadBytes == 0 && Encoding == PictureEncoding.Raw
            : Encoding == PictureEncoding.Raw ? raw > 0 && PayloadBytes == raw
            : raw > 0 && PayloadBytes > 0 && PayloadBytes <= raw + Limits.PictureSlackBytes;
        if (!fits)
        {
            throw new ProtocolException($"picture: {PayloadBytes} bytes in encoding {Encoding} for {Area.Width} by {Area.Height} pixels");
        }
    }
}

/// <summary>A rectangle of a picture, in pixels from its upper left corner.</summary>
public readonly record struct PictureArea(int X, int Y, int Width, int Height)
{
    /// <summary>Bytes of its pixels.</summary>
    public long Bytes => 4L * Width * Height;

    /// <summary>Whether it lies inside a picture of this size.</summary>
    public bool IsInside(int width, int height) => Width <= width - X && Height <= height - Y;
}
