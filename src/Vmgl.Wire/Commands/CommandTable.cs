namespace Vmgl.Wire.Commands;

/// <summary>Look-ups into the generated tables that are safe for any opcode.</summary>
public static partial class CommandTable
{
    /// <summary>Bytes of a command of fixed length; -1 when it says its own length; 0 when nothing may travel under this opcode.</summary>
    public static int BytesOf(ushort opcode) => opcode < Count ? FixedBytes[opcode] : 0;

    /// <summary>Bytes up to the first array of a command that says its own length.</summary>
    internal static int LeastBytesOf(ushort opcode) => LeastBytes[opcode];
}
