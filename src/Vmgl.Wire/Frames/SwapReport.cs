using System.Buffers.Binary;

namespace Vmgl.Wire.Frames;

/// <summary>The host's report of a swap that it has carried out: the payload of <see cref="HostFrameKind.Swapped"/>.</summary>
/// <remarks><code> 0 pending error, unless both are 0   4 picture, unless it is 0 </code></remarks>
/// <param name="PendingError">The GL error that the stream's context will report when asked; 0 for none.</param>
/// <param name="Picture">The number of the first picture that shows what was swapped (docs/PROTOCOL.md, Pictures); 0 for drawables without
/// pictures.</param>
public readonly record struct SwapReport(uint PendingError, uint Picture)
{
    /// <summary>The most bytes that it takes.</summary>
    public const int MaxBytes = 8;

    /// <summary>Writes it; how many bytes it took.</summary>
    public int Write(Span<byte> to)
    {
        if (this == default)
        {
            return 0;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to, PendingError);
        if (Picture == 0)
        {
            return sizeof(uint);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to[sizeof(uint)..], Picture);
        return MaxBytes;
    }

    /// <summary>Reads it. What a later version appends is left alone.</summary>
    public static SwapReport Read(ReadOnlySpan<byte> from) => new(
        from.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(from),
        from.Length < MaxBytes ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(from[sizeof(uint)..]));
}
