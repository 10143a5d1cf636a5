using System.Runtime.InteropServices;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Present;

/// <summary>Unpacks areas of pictures: LZ4 (lz4.h) and JPEG (turbojpeg.h), each library loaded when the first such area comes.</summary>
internal sealed unsafe class Unpacker
{
    public const string Lz4Library = "liblz4.so.1";
    public const string JpegLibrary = "libturbojpeg.so.0";
    private const int Bgrx = 3; // TJPF_BGRX

    private delegate* unmanaged<byte*, byte*, int, int, int> _lz4;
    private delegate* unmanaged<nint, byte*, ulong, byte*, int, int, int, int, int, int> _jpeg;
    private nint _jpegHandle;

    /// <summary>Unpacks an LZ4 block that must give exactly so many bytes.</summary>
    /// <exception cref="ProtocolException">It does not.</exception>
    public void UnpackLz4(ReadOnlySpan<byte> packed, Span<byte> pixels)
    {
        if (_lz4 is null)
        {
            _lz4 = (delegate* unmanaged<byte*, byte*, int, int, int>)NativeLibrary.GetExport(NativeLibrary.Load(Lz4Library),
                "LZ4_decompress_safe");
        }

        fixed (byte* from = packed, to = pixels)
        {
            int got = _lz4(from, to, packed.Length, pixels.Length);
            if (got != pixels.Length)
            {
                throw new ProtocolException($"picture: an LZ4 block of {packed.Length} bytes is damaged");
            }
        }
    }

    /// <summary>Unpacks a JPEG image into memory for so many pixels.</summary>
    /// <exception cref="ProtocolException">It is damaged.</exception>
    public void UnpackJpeg(ReadOnlySpan<byte> packed, Span<byte> pixels, int width, int height)
    {
        if (_jpeg is null)
        {
            nint library = NativeLibrary.Load(JpegLibrary);
            _jpegHandle = ((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "tjInitDecompress"))();
            _jpeg = (delegate* unmanaged<nint, byte*, ulong, byte*, int, int, int, int, int, int>)NativeLibrary.GetExport(library,
                "tjDecompress2");
        }

        fixed (byte* from = packed, to = pixels)
        {
            if (pixels.Length < 4L * width * height
                || _jpeg(_jpegHandle, from, (ulong)packed.Length, to, width, width * 4, height, Bgrx, 0) != 0)
            {
                throw new ProtocolException($"picture: a JPEG image of {packed.Length} bytes is damaged");
            }
        }
    }
}
