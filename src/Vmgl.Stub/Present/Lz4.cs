using System.Runtime.InteropServices;

namespace Vmgl.Stub.Present;

/// <summary>liblz4's block functions (lz4.h).</summary>
internal sealed unsafe class Lz4
{
    private const string Library = "liblz4.so.1";
    private readonly delegate* unmanaged<byte*, byte*, int, int, int> _compress;

    /// <summary>Loads the library.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public Lz4() => _compress = (delegate* unmanaged<byte*, byte*, int, int, int>)NativeLibrary.GetExport(NativeLibrary.Load(Library),
        "LZ4_compress_default");

    /// <summary>The most bytes that so many can become.</summary>
    public static int BoundSize(int bytes) => bytes + (bytes / 255) + 16;

    /// <summary>Packs; the number of bytes, 0 when there is no room.</summary>
    public int CompressBlock(ReadOnlySpan<byte> from, Span<byte> to)
    {
        fixed (byte* source = from, target = to)
        {
            return _compress(source, target, from.Length, to.Length);
        }
    }
}
