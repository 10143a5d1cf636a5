using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>A command of a stream, and its payload without padding.</summary>
internal sealed record LawCommand(Opcode Opcode, byte[] Bytes, byte[] Bulk)
{
    public IEnumerable<byte> PaddedBulk => Bulk.Concat(new byte[Align.To4(Bulk.Length) - Bulk.Length]);

    /// <summary>A command without payload.</summary>
    public static LawCommand Of(Opcode opcode, long bytes, CommandFiller write) => new(opcode, LawHost.CreateCommand(bytes, write), []);

    /// <summary>A call whose arguments chance decides, and its payload.</summary>
    public static LawCommand By(Chance chance, Opcode opcode)
    {
        byte[] bytes = ChanceCalls.All[opcode].Make(chance);
        return new LawCommand(opcode, bytes, chance.Bytes(CommandTable.MeasureBulk((ushort)opcode, bytes)));
    }

    public override string ToString() => $"{Opcode} {Convert.ToHexStringLower(Bytes)}";
}
