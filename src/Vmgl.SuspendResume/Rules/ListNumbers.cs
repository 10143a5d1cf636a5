using System.Buffers.Binary;

namespace Vmgl.SuspendResume.Rules;

/// <summary>The numbers of lists that glCallLists has (GL 2.1 section 5.4).</summary>
internal static class ListNumbers
{
    /// <summary>Reads one of the numbers, to which the list base is to be added.</summary>
    public static uint ReadNumber(uint type, ReadOnlySpan<byte> at) => type switch
    {
        GL_BYTE => (uint)(sbyte)at[0],
        GL_UNSIGNED_BYTE => at[0],
        GL_SHORT => (uint)BinaryPrimitives.ReadInt16LittleEndian(at),
        GL_UNSIGNED_SHORT => BinaryPrimitives.ReadUInt16LittleEndian(at),
        GL_FLOAT => (uint)(int)BinaryPrimitives.ReadSingleLittleEndian(at),
        GL_2_BYTES => (uint)((at[0] << 8) | at[1]),
        GL_3_BYTES => (uint)((at[0] << 16) | (at[1] << 8) | at[2]),
        GL_4_BYTES => BinaryPrimitives.ReadUInt32BigEndian(at),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(at),
    };
}
