using System.Buffers.Binary;

namespace Vmgl.Wire.Frames;

/// <summary>The kinds of frames that a host sends.</summary>
public enum HostFrameKind : uint
{
    /// <summary>The answer to the command that carried <see cref="HostFrame.Token"/>.</summary>
    Reply = 1,

    /// <summary>A swap was carried out; <see cref="HostFrame.Token"/> is the stream that asked for it. Gives one frame credit back. The
    /// payload is a <see cref="SwapReport"/>.</summary>
    Swapped = 2,

    /// <summary>The session ends; the payload is the reason as UTF-8 text for the guest's user.</summary>
    Ended = 3,

    /// <summary>Debug messages (<see cref="DebugMessage"/>) for stream <see cref="HostFrame.Token"/>; without any it answers
    /// Settle.</summary>
    Messages = 4,

    /// <summary><see cref="Swapped"/>, and an error was found since the swap before, on whichever stream: what the guest sent in between
    /// need not have had its effect.</summary>
    SwappedAfterErrors = 5,
}

/// <summary>Head of what a host sends.</summary>
/// <remarks><code> 0 kind   4 token   8 payload bytes   12 zero   16 payload… </code></remarks>
public readonly record struct HostFrame(HostFrameKind Kind, uint Token, int PayloadBytes)
{
    /// <summary>Bytes of the head.</summary>
    public const int HeadBytes = 16;

    /// <summary>Writes the head.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)Kind);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], Token);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], PayloadBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], 0);
    }

    /// <summary>Reads and checks a head of <see cref="HeadBytes"/> bytes.</summary>
    /// <exception cref="ProtocolException">Unknown kind, or a payload beyond <see cref="Limits.MaxReplyBytes"/>.</exception>
    public static HostFrame Read(ReadOnlySpan<byte> from)
    {
        uint kind = BinaryPrimitives.ReadUInt32LittleEndian(from);
        uint payload = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        if (kind is < (uint)HostFrameKind.Reply or > (uint)HostFrameKind.SwappedAfterErrors)
        {
            throw new ProtocolException($"frame from the host: unknown kind {kind}");
        }

        if (payload > Limits.MaxReplyBytes)
        {
            throw new ProtocolException($"frame from the host: {payload} bytes; at most {Limits.MaxReplyBytes}");
        }

        return new HostFrame((HostFrameKind)kind, BinaryPrimitives.ReadUInt32LittleEndian(from[4..]), (int)payload);
    }
}
