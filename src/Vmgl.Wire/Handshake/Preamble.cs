using System.Buffers.Binary;

namespace Vmgl.Wire.Handshake;

/// <summary>The twelve bytes that greeting and answer begin with, in every version there will ever be.</summary>
internal static class Preamble
{
    private const int Bytes = 12;

    private static ReadOnlySpan<byte> Magic => "VMGL"u8;

    public static void Write(Span<byte> to, ProtocolVersion version, int length)
    {
        Magic.CopyTo(to);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], version.Major);
        BinaryPrimitives.WriteUInt16LittleEndian(to[6..], version.Minor);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], length);
    }

    public static ProtocolVersion ReadVersion(ReadOnlySpan<byte> from) =>
        new(BinaryPrimitives.ReadUInt16LittleEndian(from[4..]), BinaryPrimitives.ReadUInt16LittleEndian(from[6..]));

    /// <summary>The length said in the preamble. Bytes that cannot become a VMGL message are refused as soon as the first
    /// wrong one is there, so that a stranger who speaks another protocol is not waited for.</summary>
    public static bool TryReadLength(ReadOnlySpan<byte> from, int least, int most, string what, out int length)
    {
        length = 0;
        int known = Math.Min(from.Length, Magic.Length);
        if (!from[..known].SequenceEqual(Magic[..known]))
        {
            throw new ProtocolException($"{what}: does not begin with \"VMGL\"");
        }

        if (from.Length < Bytes)
        {
            return false;
        }

        uint said = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        if (said < (uint)least || said > (uint)most || said % 4 != 0)
        {
            throw new ProtocolException($"{what}: a length of {said} bytes is not a multiple of 4 between {least} and {most}");
        }

        length = (int)said;
        return true;
    }
}
