using System.Runtime.InteropServices;
using Vmgl.Stub.Present;

namespace Vmgl.Stub.Tests.Present;

/// <summary>The guest's side of packing: liblz4 and TurboJPEG themselves.</summary>
internal static unsafe partial class Libraries
{
    private const string Lz4 = "liblz4.so.1";
    private const string TurboJpeg = "libturbojpeg.so.0";
    private const int Bgrx = 3;

    public static byte[] UnpackLz4(ReadOnlySpan<byte> packed, int bytes)
    {
        byte[] to = new byte[bytes];
        fixed (byte* source = packed, target = to)
        {
            Assert.Equal(bytes, LZ4_decompress_safe(source, target, packed.Length, bytes));
        }

        return to;
    }

    public static byte[] UnpackJpeg(ReadOnlySpan<byte> packed, int width, int height)
    {
        byte[] to = new byte[4 * width * height];
        nint handle = tjInitDecompress();
        fixed (byte* source = packed, target = to)
        {
            Assert.Equal(0, tjDecompress2(handle, source, (ulong)packed.Length, target, width, 0, height, Bgrx, 0));
        }

        _ = tjDestroy(handle);
        return to;
    }

    [LibraryImport(Lz4)]
    private static partial int LZ4_decompress_safe(byte* from, byte* to, int bytes, int room);

    [LibraryImport(TurboJpeg)]
    private static partial nint tjInitDecompress();

    [LibraryImport(TurboJpeg)]
    private static partial int tjDestroy(nint handle);

    [LibraryImport(TurboJpeg)]
    private static partial int tjDecompress2(nint handle, byte* from, ulong bytes, byte* to, int width, int pitch, int height, int format,
        int flags);
}
