using System.Buffers.Binary;

namespace Vmgl.Wire.Frames;

/// <summary>Head of what a guest sends: one batch of commands of one stream, then the bulk payload that they refer to.</summary>
/// <remarks><code> 0 kind = 1   4 stream   8 command bytes   12 bulk bytes   16 commands…, bulk… </code></remarks>
public readonly record struct GuestFrame(uint Stream, int CommandBytes, int BulkBytes)
{
    /// <summary>Bytes of the head.</summary>
    public const int HeadBytes = 16;

    private const uint BatchKind = 1;

    /// <summary>Bytes after the head.</summary>
    public int BodyBytes => CommandBytes + BulkBytes;

    /// <summary>Writes the head.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, BatchKind);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], Stream);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], CommandBytes);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], BulkBytes);
    }

    /// <summary>Reads and checks a head of <see cref="HeadBytes"/> bytes.</summary>
    /// <exception cref="ProtocolException">Unknown kind, or a number beyond its limit.</exception>
    public static GuestFrame Read(ReadOnlySpan<byte> from)
    {
        uint kind = BinaryPrimitives.ReadUInt32LittleEndian(from);
        uint stream = BinaryPrimitives.ReadUInt32LittleEndian(from[4..]);
        uint commands = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        uint bulk = BinaryPrimitives.ReadUInt32LittleEndian(from[12..]);
        if (kind != BatchKind)
        {
            throw new ProtocolException($"frame: unknown kind {kind}");
        }

        if (stream >= Limits.MaxStreams)
        {
            throw new ProtocolException($"frame: stream {stream} is beyond the limit of {Limits.MaxStreams}");
        }

        if (commands > Limits.MaxCommandBytes || commands % 4 != 0)
        {
            throw new ProtocolException($"frame: {commands} command bytes; at most {Limits.MaxCommandBytes}, a multiple of 4");
        }

        if (bulk > Limits.MaxBulkBytes || bulk % 4 != 0)
        {
            throw new ProtocolException($"frame: {bulk} bulk bytes; at most {Limits.MaxBulkBytes}, a multiple of 4");
        }

        return new GuestFrame(stream, (int)commands, (int)bulk);
    }
}
