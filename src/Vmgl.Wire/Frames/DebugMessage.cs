using System.Buffers.Binary;

namespace Vmgl.Wire.Frames;

/// <summary>A message of the host's GL for the program (KHR_debug).</summary>
/// <remarks><code> 0 context   4 source   8 type   12 id   16 severity   20 bytes of text   24 text, padded to four </code></remarks>
/// <param name="Context">The context that it is about, by the guest's number.</param>
/// <param name="Text">As the driver wrote it, without a final zero.</param>
public readonly record struct DebugMessage(uint Context, uint Source, uint Type, uint Id, uint Severity, byte[] Text)
{
    /// <summary>Bytes before the text.</summary>
    public const int HeadBytes = 24;

    /// <summary>Bytes that it takes on the wire.</summary>
    public int Bytes => HeadBytes + Align.To4(Text.Length);

    /// <summary>Writes it; <paramref name="to"/> has room for <see cref="Bytes"/>.</summary>
    public void Write(Span<byte> to)
    {
        ReadOnlySpan<uint> head = [Context, Source, Type, Id, Severity, (uint)Text.Length];
        for (int i = 0; i < head.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(to[(4 * i)..], head[i]);
        }

        to[HeadBytes..Bytes].Clear();
        Text.CopyTo(to[HeadBytes..]);
    }

    /// <summary>Writes several, one behind the other.</summary>
    public static byte[] Encode(IReadOnlyCollection<DebugMessage> messages)
    {
        byte[] all = new byte[messages.Sum(m => m.Bytes)];
        int at = 0;
        foreach (DebugMessage message in messages)
        {
            message.Write(all.AsSpan(at));
            at += message.Bytes;
        }

        return all;
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="ProtocolException">A message leaves the bytes that came.</exception>
    public static List<DebugMessage> Decode(ReadOnlySpan<byte> from)
    {
        List<DebugMessage> messages = [];
        while (!from.IsEmpty)
        {
            uint length = from.Length < HeadBytes ? uint.MaxValue : WordAt(from, 5);
            if (length > from.Length - HeadBytes || Align.To4((int)length) > from.Length - HeadBytes)
            {
                throw new ProtocolException($"a debug message of {length} bytes in {from.Length}");
            }

            byte[] text = from.Slice(HeadBytes, (int)length).ToArray();
            var message = new DebugMessage(WordAt(from, 0), WordAt(from, 1), WordAt(from, 2), WordAt(from, 3), WordAt(from, 4), text);
            messages.Add(message);
            from = from[message.Bytes..];
        }

        return messages;
    }

    private static uint WordAt(ReadOnlySpan<byte> from, int index) => BinaryPrimitives.ReadUInt32LittleEndian(from[(4 * index)..]);
}
