using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>Packs areas for their way to the guest: as they are while the link is faster than packing, by LZ4 where it is not, by JPEG
/// where the guest asked for it. The libraries are loaded when they are first used.</summary>
internal sealed unsafe class PicturePacker(PictureSettings settings, Action<string> log)
{
    /// <summary>Below this many bytes a second packing pays: LZ4 packs some hundred megabytes a second and a picture to a third.</summary>
    private const double FastLink = 200e6;

    private double _linkRate = double.MaxValue;
    private byte[] _raw = [];
    private byte[] _packed = [];
    private Lz4? _lz4;
    private TurboJpeg? _jpeg;
    private bool _isWithout;

    /// <summary>Notes how long the guest took for a picture, from the first byte sent to its being shown.</summary>
    public void NoteDuration(long bytes, TimeSpan took)
    {
        if (bytes > 256 << 10 && took > TimeSpan.Zero)
        {
            double rate = bytes / took.TotalSeconds;
            _linkRate = _linkRate == double.MaxValue ? rate : (_linkRate * 0.75) + (rate * 0.25);
        }
    }

    /// <summary>The pixels of an area of what its window was sent, packed. They stay until the next call.</summary>
    public ReadOnlyMemory<byte> PackArea(PresentedWindow window, PictureArea area, out PictureEncoding encoding)
    {
        int bytes = (int)area.Bytes;
        GrowArray(ref _raw, bytes);
        window.CopyArea(area, _raw);
        encoding = ChooseEncoding();
        int packed = encoding switch
        {
            PictureEncoding.Lz4 => _lz4!.CompressBlock(_raw.AsSpan(0, bytes), GrowArray(ref _packed, Lz4.BoundSize(bytes))),
            PictureEncoding.Jpeg => _jpeg!.CompressImage(_raw.AsSpan(0, bytes), area.Width, area.Height, settings.Quality,
                GrowArray(ref _packed, TurboJpeg.BoundSize(area))),
            _ => 0,
        };
        if (packed > 0 && packed < bytes)
        {
            return _packed.AsMemory(0, packed);
        }

        encoding = PictureEncoding.Raw;
        return _raw.AsMemory(0, bytes);
    }

    private PictureEncoding ChooseEncoding()
    {
        PictureEncoding wanted = settings.Compression switch
        {
            PictureCompression.None => PictureEncoding.Raw,
            PictureCompression.Lossy => PictureEncoding.Jpeg,
            PictureCompression.Lossless => PictureEncoding.Lz4,
            _ => _linkRate < FastLink ? PictureEncoding.Lz4 : PictureEncoding.Raw,
        };
        return _isWithout || !settings.AcceptsEncoding(wanted) || !IsLoaded(wanted) ? PictureEncoding.Raw : wanted;
    }

    private bool IsLoaded(PictureEncoding encoding)
    {
        try
        {
            _lz4 ??= encoding == PictureEncoding.Lz4 ? new Lz4() : null;
            _jpeg ??= encoding == PictureEncoding.Jpeg ? new TurboJpeg() : null;
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            _isWithout = true;
            log($"pictures travel unpacked: {e.Message}");
            return false;
        }
    }

    private static byte[] GrowArray(ref byte[] array, int bytes)
    {
        if (array.Length < bytes)
        {
            array = GC.AllocateUninitializedArray<byte>(bytes);
        }

        return array;
    }
}
