using System.Buffers.Binary;
using System.Text;

namespace Vmgl.Wire.Handshake;

/// <summary>The way in which a guest proves that it may draw on this host.</summary>
public enum AuthenticationMethod : uint
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It does not begin a session but joins one, for its pictures: the authentication is the key that the host gave to the
    /// session.</summary>
    SessionKey = 1,
}

/// <summary>The guest's greeting: the first bytes on a connection.</summary>
/// <remarks><code>
///  0 "VMGL"        4 major:16      6 minor:16     8 length of all
/// 12 capabilities 16 process id   20 method      24 name bytes
/// 28 authentication bytes         32 name, padded to 4; authentication, padded to 4
/// </code></remarks>
public sealed record Hello(
    ProtocolVersion Version,
    uint Capabilities,
    int ProcessId,
    AuthenticationMethod Method,
    string ProgramName,
    ReadOnlyMemory<byte> Authentication)
{
    /// <summary>Bytes before the name: enough to know how long the whole is.</summary>
    public const int HeadBytes = 32;

    /// <summary>Longest program name that travels; a longer one is cut.</summary>
    public const int MaxNameBytes = 255;

    /// <summary>The greeting of this build for a program called <paramref name="programName"/>.</summary>
    public static Hello CreateOpening(string programName, int processId) =>
        new(ProtocolVersion.Current, 0, processId, AuthenticationMethod.None, programName, default);

    /// <summary>The greeting of a connection for the pictures of a session.</summary>
    public static Hello CreateJoining(string programName, int processId, ReadOnlyMemory<byte> sessionKey) =>
        new(ProtocolVersion.Current, 0, processId, AuthenticationMethod.SessionKey, programName, sessionKey);

    /// <summary>The bytes of this greeting.</summary>
    public byte[] Encode()
    {
        byte[] name = CutToBytes(ProgramName, MaxNameBytes);
        int nameRoom = Align.To4(name.Length);
        byte[] bytes = new byte[HeadBytes + nameRoom + Align.To4(Authentication.Length)];
        Preamble.Write(bytes, Version, bytes.Length);
        Span<byte> head = bytes;
        BinaryPrimitives.WriteUInt32LittleEndian(head[12..], Capabilities);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], ProcessId);
        BinaryPrimitives.WriteUInt32LittleEndian(head[20..], (uint)Method);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], Authentication.Length);
        name.CopyTo(head[HeadBytes..]);
        Authentication.Span.CopyTo(head[(HeadBytes + nameRoom)..]);
        return bytes;
    }

    /// <summary>Length of the whole greeting that starts with <paramref name="head"/>; false when more bytes are needed.</summary>
    /// <exception cref="ProtocolException">These are not the first bytes of a greeting.</exception>
    public static bool TryReadLength(ReadOnlySpan<byte> head, out int length) =>
        Preamble.TryReadLength(head, HeadBytes, Limits.MaxHelloBytes, "greeting", out length);

    /// <summary>The version of a whole greeting. It is where it is in every version; the rest need not be.</summary>
    public static ProtocolVersion ReadVersion(ReadOnlySpan<byte> bytes) => Preamble.ReadVersion(bytes);

    /// <summary>Reads a whole greeting, whatever its version's fields mean; callers look at <see cref="Version"/> first.</summary>
    /// <exception cref="ProtocolException">A length inside it does not fit.</exception>
    public static Hello Decode(ReadOnlySpan<byte> bytes)
    {
        ProtocolVersion version = Preamble.ReadVersion(bytes);
        uint nameBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        uint authBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]);
        int left = bytes.Length - HeadBytes;
        if (nameBytes > MaxNameBytes || Align.To4((int)nameBytes) > left)
        {
            throw new ProtocolException($"greeting: a name of {nameBytes} bytes does not fit");
        }

        left -= Align.To4((int)nameBytes);
        if (authBytes > Limits.MaxHelloBytes || Align.To4((int)authBytes) > left)
        {
            throw new ProtocolException($"greeting: authentication of {authBytes} bytes does not fit");
        }

        int authAt = HeadBytes + Align.To4((int)nameBytes);
        return new Hello(
            version,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            (AuthenticationMethod)BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            Encoding.UTF8.GetString(bytes.Slice(HeadBytes, (int)nameBytes)),
            bytes.Slice(authAt, (int)authBytes).ToArray());
    }

    /// <summary>The UTF-8 bytes of <paramref name="text"/>, cut between characters to at most <paramref name="limit"/> bytes.</summary>
    internal static byte[] CutToBytes(string text, int limit)
    {
        byte[] all = Encoding.UTF8.GetBytes(text);
        int length = Math.Min(all.Length, limit);
        while (length > 0 && length < all.Length && (all[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return all[..length];
    }
}
