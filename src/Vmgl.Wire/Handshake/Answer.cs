using System.Buffers.Binary;
using System.Text;

namespace Vmgl.Wire.Handshake;

/// <summary>The host's verdict on a greeting.</summary>
public enum AnswerStatus : uint
{
    /// <summary>A worker is there; frames may follow.</summary>
    Welcome = 0,

    /// <summary>The major versions differ.</summary>
    WrongVersion = 1,

    /// <summary>The proof was missing or wrong.</summary>
    NotAuthenticated = 2,

    /// <summary>The host serves as many guests as it may.</summary>
    Busy = 3,

    /// <summary>No worker could be started or its renderer failed.</summary>
    NoRenderer = 4,
}

/// <summary>The host's answer to a <see cref="Hello"/>.</summary>
/// <remarks><code>
///  0 "VMGL"       4 major:16     6 minor:16    8 length of all
/// 12 status      16 capabilities 20 largest commands of a frame
/// 24 largest bulk of a frame     28 frames in flight
/// 32 text bytes  36 text (UTF-8), padded to 4
/// </code></remarks>
public sealed record Answer(
    ProtocolVersion Version,
    AnswerStatus Status,
    uint Capabilities,
    uint MaxCommandBytes,
    uint MaxBulkBytes,
    uint FramesInFlight,
    string Text)
{
    /// <summary>Bytes before the text.</summary>
    public const int HeadBytes = 36;

    /// <summary>The welcome of this build; <paramref name="renderer"/> names what will draw.</summary>
    public static Answer CreateWelcome(string renderer) => Of(AnswerStatus.Welcome, renderer);

    /// <summary>A refusal; <paramref name="reason"/> is shown to the guest's user and says what to do.</summary>
    public static Answer CreateRefusal(AnswerStatus status, string reason) => Of(status, reason);

    /// <summary>The bytes of this answer.</summary>
    public byte[] Encode()
    {
        byte[] text = Hello.CutToBytes(Text, Limits.MaxAnswerBytes - HeadBytes);
        byte[] bytes = new byte[HeadBytes + Align.To4(text.Length)];
        Preamble.Write(bytes, Version, bytes.Length);
        Span<byte> head = bytes;
        BinaryPrimitives.WriteUInt32LittleEndian(head[12..], (uint)Status);
        BinaryPrimitives.WriteUInt32LittleEndian(head[16..], Capabilities);
        BinaryPrimitives.WriteUInt32LittleEndian(head[20..], MaxCommandBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(head[24..], MaxBulkBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(head[28..], FramesInFlight);
        BinaryPrimitives.WriteInt32LittleEndian(head[32..], text.Length);
        text.CopyTo(head[HeadBytes..]);
        return bytes;
    }

    /// <summary>Length of the whole answer that starts with <paramref name="head"/>; false when more bytes are needed.</summary>
    /// <exception cref="ProtocolException">These are not the first bytes of an answer.</exception>
    public static bool TryReadLength(ReadOnlySpan<byte> head, out int length) =>
        Preamble.TryReadLength(head, HeadBytes, Limits.MaxAnswerBytes, "answer", out length);

    /// <summary>Reads a whole answer.</summary>
    /// <exception cref="ProtocolException">The text's length does not fit.</exception>
    public static Answer Decode(ReadOnlySpan<byte> bytes)
    {
        uint textBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]);
        if (textBytes > (uint)(bytes.Length - HeadBytes))
        {
            throw new ProtocolException($"answer: a text of {textBytes} bytes does not fit");
        }

        return new Answer(
            Preamble.ReadVersion(bytes),
            (AnswerStatus)BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]),
            Encoding.UTF8.GetString(bytes.Slice(HeadBytes, (int)textBytes)));
    }

    private static Answer Of(AnswerStatus status, string text) =>
        new(ProtocolVersion.Current, status, 0, Limits.MaxCommandBytes, Limits.MaxBulkBytes, Limits.FramesInFlight, text);
}
