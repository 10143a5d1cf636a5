using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vmgl.Wire.Commands;

/// <summary>Reads and writes the fields of one command. The wire views are made of these and nothing else.</summary>
/// <remarks>Reads do not check: <see cref="BatchReader"/> has compared the command's length with what its opcode needs before
/// a view is made on it, and offsets are constants of the generator. Little-endian machines only, as the wire is.</remarks>
public static class Fields
{
    /// <summary>Sizes grow to here and no further; far above every limit, far below overflow.</summary>
    private const long Saturated = 1L << 40;

    public static uint U32(ReadOnlySpan<byte> command, int offset) => Read<uint>(command, offset);

    public static int I32(ReadOnlySpan<byte> command, int offset) => Read<int>(command, offset);

    public static long I64(ReadOnlySpan<byte> command, int offset) => Read<long>(command, offset);

    public static float F32(ReadOnlySpan<byte> command, int offset) => Read<float>(command, offset);

    public static double F64(ReadOnlySpan<byte> command, int offset) => Read<double>(command, offset);

    public static void Put(Span<byte> to, int offset, uint value) => MemoryMarshal.Write(to[offset..], value);

    public static void Put(Span<byte> to, int offset, int value) => MemoryMarshal.Write(to[offset..], value);

    public static void Put(Span<byte> to, int offset, long value) => MemoryMarshal.Write(to[offset..], value);

    public static void Put(Span<byte> to, int offset, float value) => MemoryMarshal.Write(to[offset..], value);

    public static void Put(Span<byte> to, int offset, double value) => MemoryMarshal.Write(to[offset..], value);

    /// <summary>Copies an array and zeroes its padding, so that no stale byte of the guest travels.</summary>
    public static void PutArray(Span<byte> to, int offset, ReadOnlySpan<byte> array)
    {
        array.CopyTo(to[offset..]);
        to.Slice(offset + array.Length, Align.To4(array.Length) - array.Length).Clear();
    }

    /// <summary>The head of a command of fixed length: opcode and words of the whole.</summary>
    public static void PutHead(Span<byte> to, ushort opcode, int words) => Put(to, 0, opcode | ((uint)words << 16));

    /// <summary>The head of a command that says its own length: opcode, then the words of all of <paramref name="to"/>.</summary>
    public static void SizedHead(Span<byte> to, ushort opcode)
    {
        Put(to, 0, (uint)opcode);
        Put(to, 4, (uint)to.Length / 4);
    }

    /// <summary>A product of sizes: what is negative counts as zero, what is huge saturates.</summary>
    public static long MultiplySizes(long a, long b) => a <= 0 || b <= 0 ? 0 : a > Saturated / b ? Saturated : a * b;

    /// <summary><paramref name="bytes"/> rounded up to a multiple of four.</summary>
    public static long PadToWord(long bytes) => Align.To4(bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ReadOnlySpan<byte> command, int offset)
        where T : unmanaged
    {
        Debug.Assert(offset + Unsafe.SizeOf<T>() <= command.Length, "a view on a command that the door did not check");

        // In bounds: the door saw at least FixedBytes or LeastBytes of this opcode, and the generator placed the field inside them.
        return Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(command), offset));
    }
}
