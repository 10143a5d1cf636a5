using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Lists;

/// <summary>A command that a display list took up. The payload is without padding.</summary>
internal readonly record struct ListedCommand(Opcode Opcode, int At, int Bytes, int BulkAt, int BulkBytes);

/// <summary>A display list, whole.</summary>
/// <param name="Commands">Every command that it took up.</param>
/// <param name="Effects">Those of them that do more than draw.</param>
/// <param name="Draws">Whether any draws.</param>
internal sealed record DisplayList(byte[] Data, byte[] Bulk, ListedCommand[] Commands, ListedCommand[] Effects, bool Draws)
{
    /// <summary>A list as glGenLists makes it.</summary>
    public static DisplayList Empty { get; } = new([], [], [], [], false);

    public ReadOnlySpan<byte> CommandOf(ListedCommand command) => Data.AsSpan(command.At, command.Bytes);

    public ReadOnlySpan<byte> BulkOf(ListedCommand command) => Bulk.AsSpan(command.BulkAt, command.BulkBytes);
}
