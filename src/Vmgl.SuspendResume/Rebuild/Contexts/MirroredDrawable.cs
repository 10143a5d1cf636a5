using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>A drawable that the host knows.</summary>
/// <param name="Number">Its number on the host.</param>
/// <param name="Made">The opcode of the command that made it.</param>
/// <param name="Command">The command that made it.</param>
public sealed record MirroredDrawable(uint Number, Opcode Made, byte[] Command)
{
    /// <summary>A surface's size in pixels.</summary>
    public (uint Width, uint Height) Size { get; set; }

    /// <summary>The last SwapInterval, if any.</summary>
    public byte[]? SwapInterval { get; set; }
}
