using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Vmgl.Cli.Restore;

/// <summary>Writes pictures as PNG (ISO 15948): eight bits of red, green and blue.</summary>
internal static class Png
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Writes one.</summary>
    /// <param name="pixels">Red, green, blue, row by row from the bottom, as GL gives them, without gaps.</param>
    public static void Write(Stream to, int width, int height, ReadOnlySpan<byte> pixels)
    {
        to.Write(Signature);
        Span<byte> head = stackalloc byte[13];
        head.Clear();
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        (head[8], head[9]) = (8, 2); // bits of a channel; red, green and blue
        WriteChunk(to, "IHDR"u8, head);
        WriteChunk(to, "IDAT"u8, PackRows(width, height, pixels));
        WriteChunk(to, "IEND"u8, default);
    }

    private static byte[] PackRows(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var memory = new MemoryStream();
        using (var packed = new ZLibStream(memory, CompressionLevel.Fastest))
        {
            int row = width * 3;
            for (int y = height - 1; y >= 0; y--)
            {
                packed.WriteByte(0); // no filter
                packed.Write(pixels.Slice(y * row, row));
            }
        }

        return memory.ToArray();
    }

    private static void WriteChunk(Stream to, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        var checksum = new Crc32();
        checksum.Append(type);
        checksum.Append(data);
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        to.Write(word);
        to.Write(type);
        to.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, checksum.GetCurrentHashAsUInt32());
        to.Write(word);
    }
}
