using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>A command about contexts or drawables, as it was sent.</summary>
/// <param name="stream">The stream's number.</param>
/// <param name="bytes">The whole command.</param>
/// <param name="reply">The host's reply; empty without one.</param>
internal readonly ref struct SessionCommand(uint stream, Opcode opcode, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> reply)
{
    public uint Stream { get; } = stream;

    public Opcode Opcode { get; } = opcode;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public ReadOnlySpan<byte> Reply { get; } = reply;
}
