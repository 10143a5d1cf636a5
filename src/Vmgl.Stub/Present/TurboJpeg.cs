using System.Runtime.InteropServices;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>libjpeg-turbo's TurboJPEG functions (turbojpeg.h), for packing with loss.</summary>
internal sealed unsafe class TurboJpeg
{
    private const string Library = "libturbojpeg.so.0";
    private const int Bgrx = 3; // TJPF_BGRX
    private const int FullColour = 0; // TJSAMP_444: text stays readable
    private const int NoRealloc = 1024; // TJFLAG_NOREALLOC

    private readonly nint _handle;
    private readonly delegate* unmanaged<nint, byte*, int, int, int, int, byte**, ulong*, int, int, int, int> _compress;

    /// <summary>Loads the library.</summary>
    /// <exception cref="DllNotFoundException">It is not installed, or cannot be used.</exception>
    public TurboJpeg()
    {
        nint library = NativeLibrary.Load(Library);
        _compress = (delegate* unmanaged<nint, byte*, int, int, int, int, byte**, ulong*, int, int, int,
            int>)NativeLibrary.GetExport(library, "tjCompress2");
        _handle = ((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "tjInitCompress"))();
        if (_handle == 0)
        {
            throw new DllNotFoundException($"{Library} cannot be initialised");
        }
    }

    /// <summary>The most bytes that an area's image can have (tjBufSize for 4:4:4: whole blocks of 8 by 8, six bytes a pixel at
    /// worst).</summary>
    public static int BoundSize(PictureArea area) => ((area.Width + 15) & ~15) * ((area.Height + 15) & ~15) * 6 + 2048;

    /// <summary>Packs; the number of bytes, 0 when it failed.</summary>
    /// <param name="quality">1 to 100.</param>
    public int CompressImage(ReadOnlySpan<byte> pixels, int width, int height, int quality, Span<byte> to)
    {
        fixed (byte* source = pixels, target = to)
        {
            byte* image = target;
            ulong bytes = (ulong)to.Length;
            int failed = _compress(_handle, source, width, 0, height, Bgrx, &image, &bytes, FullColour, quality, NoRealloc);
            return failed == 0 ? (int)bytes : 0;
        }
    }
}
