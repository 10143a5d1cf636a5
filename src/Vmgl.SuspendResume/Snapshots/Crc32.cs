namespace Vmgl.SuspendResume.Snapshots;

/// <summary>CRC-32 as of ISO 3309, zlib and PNG. The framework has it in a package of its own only.</summary>
public struct Crc32
{
    private const uint Polynomial = 0xEDB8_8320;
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(i => Entry((uint)i))];
    private uint _inverted;

    /// <summary>The checksum of all bytes so far; 0 of none.</summary>
    public readonly uint Value => _inverted;

    /// <summary>Takes more bytes in.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint state = ~_inverted;
        foreach (byte b in bytes)
        {
            state = s_table[(byte)(state ^ b)] ^ (state >> 8);
        }

        _inverted = ~state;
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) * Polynomial);
        }

        return value;
    }
}
