namespace Vmgl.Wire.Commands;

/// <summary>Look-ups into the generated tables that are safe for any opcode.</summary>
public static partial class CommandTable
{
    /// <summary>Bytes of a command of fixed length; -1 when it says its own length; 0 when nothing may travel under this opcode.</summary>
    public static int BytesOf(ushort opcode) => opcode < Count ? FixedBytes[opcode] : 0;

    /// <summary>The token of a whole command that has one. It is the first parameter: behind the head, or behind the length of a command
    /// that says its own.</summary>
    public static uint TokenOf(Opcode opcode, ReadOnlySpan<byte> command) =>
        FixedBytes[(int)opcode] > 0 ? (command.Length >= 8 ? Fields.U32(command, 4) : 0) : Fields.U32(command, 8);

    /// <summary>Whether commands with this opcode ask something, and so carry a token.</summary>
    public static bool HasToken(Opcode opcode) => Tokens[(int)opcode] != 0;

    /// <summary>Gives a whole command that has a token another one.</summary>
    public static void PutToken(Opcode opcode, Span<byte> command, uint token) =>
        Fields.Put(command, FixedBytes[(int)opcode] > 0 ? 4 : 8, token);

    /// <summary>Bytes up to the first array of a command that says its own length.</summary>
    internal static int LeastBytesOf(ushort opcode) => LeastBytes[opcode];
}
