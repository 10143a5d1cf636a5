using Vmgl.Wire;

namespace Vmgl.Testing;

/// <summary>One valid call of a command.</summary>
/// <param name="Bytes">The command as it travels.</param>
/// <param name="BulkBytes">Bulk payload that belongs to it, without padding.</param>
/// <param name="Transcript">What the recording GL says of it; null for commands that the host carries out by hand.</param>
/// <param name="IsWrittenByC">Whether the C library writes it itself, and so <c>tests/native</c> has the same call.</param>
/// <param name="BulkSeed">The seed of the bulk payload's pattern.</param>
public sealed record Sample(Opcode Opcode, byte[] Bytes, long BulkBytes, string? Transcript, bool IsWrittenByC, int BulkSeed)
{
    /// <summary>The bulk payload, padded, in the pattern that arrays of samples have.</summary>
    public byte[] Bulk => [.. Samples.Pattern((int)BulkBytes, BulkSeed), .. new byte[(int)(Align.To4(BulkBytes) - BulkBytes)]];

    public override string ToString() => Opcode.ToString();
}

/// <summary>Valid calls of everything that travels, generated from the spec.</summary>
public static partial class Samples
{
    /// <summary>The token of every sample that asks for a reply.</summary>
    public const uint Token = 0x0001_0203;

    /// <summary>Every sample.</summary>
    public static IReadOnlyList<Sample> All { get; } = [.. Build()];

    /// <summary>The bytes of a sample array: the generator's formula.</summary>
    public static byte[] Pattern(int bytes, int seed)
    {
        byte[] pattern = new byte[bytes];
        for (int i = 0; i < bytes; i++)
        {
            pattern[i] = (byte)((i * 13) + (seed * 31) + 7);
        }

        return pattern;
    }
}
