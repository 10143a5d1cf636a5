namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Commands that set a piece of state and may be needed to set it again: their bytes and their payloads. Never changed once
/// made.</summary>
/// <param name="commands">One or more whole commands.</param>
/// <param name="bulk">Their payloads, each padded to 4.</param>
public sealed class Kept(ReadOnlyMemory<byte> commands, ReadOnlyMemory<byte> bulk = default)
{
    /// <summary>The commands as they travelled.</summary>
    public ReadOnlyMemory<byte> Commands { get; } = commands;

    /// <summary>Their payloads.</summary>
    public ReadOnlyMemory<byte> Bulk { get; } = bulk;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => Commands.Length + Bulk.Length;
}
