using System.Globalization;
using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>The user's settings for pictures: VMGL_PRESENT, VMGL_COMPRESS and VMGL_SPOIL.</summary>
/// <param name="Forced">The way that VMGL_PRESENT forces; 0 is direct, null leaves the choice to VMGL.</param>
/// <param name="Quality">The JPEG quality, 1 to 100.</param>
/// <param name="MaxRate">Pictures a second that are worth showing; 0 shows every one.</param>
internal sealed record PictureOptions(Presentation? Forced, PictureCompression Compression, uint Quality, uint MaxRate)
{
    /// <summary>Stands for direct presentation, which needs no pictures.</summary>
    public const Presentation Direct = 0;

    private const uint UsualQuality = 90;

    /// <summary>More than a user sees: what screens refresh at.</summary>
    private const uint UsualRate = 60;

    /// <summary>The settings of the environment; a value that makes no sense is reported once and ignored.</summary>
    public static PictureOptions Here { get; } = ReadVariables(Environment.GetEnvironmentVariable, Failure.ReportLine);

    /// <summary>Reads the variables.</summary>
    /// <param name="get">A variable's value; null or empty when it is not set.</param>
    public static PictureOptions ReadVariables(Func<string, string?> get, Action<string> complain)
    {
        Presentation? forced = ParseVariable("VMGL_PRESENT", get, complain, "direct, return or window", text => text switch
        {
            "direct" => Direct,
            "return" => Presentation.Return,
            "window" => Presentation.Window,
            _ => (Presentation?)null,
        });
        (PictureCompression, uint)? packing = ParseVariable("VMGL_COMPRESS", get, complain,
            "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)", ParsePacking);
        uint? rate = ParseVariable("VMGL_SPOIL", get, complain, "0, 1 or pictures a second", text =>
            uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint number) && number <= 1000 ? number : (uint?)null);
        (PictureCompression compression, uint quality) = packing ?? (PictureCompression.Automatic, UsualQuality);
        return new PictureOptions(forced, compression, quality, rate is null or 1 ? UsualRate : rate.Value);
    }

    /// <summary>A bit for each encoding that can be unpacked here.</summary>
    public uint EncodingBits()
    {
        uint raw = 1u << (int)PictureEncoding.Raw;
        return Compression == PictureCompression.None ? raw
            : raw | EncodingBit(PictureEncoding.Lz4, Unpacker.Lz4Library) | EncodingBit(PictureEncoding.Jpeg, Unpacker.JpegLibrary);
    }

    private static uint EncodingBit(PictureEncoding encoding, string library)
    {
        if (!NativeLibrary.TryLoad(library, out nint handle))
        {
            return 0;
        }

        NativeLibrary.Free(handle);
        return 1u << (int)encoding;
    }

    private static (PictureCompression, uint)? ParsePacking(string text)
    {
        if (text.StartsWith("jpeg:", StringComparison.Ordinal))
        {
            return uint.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out uint quality) && quality is >= 1 and <= 100
                ? (PictureCompression.Lossy, quality) : null;
        }

        return text switch
        {
            "auto" => (PictureCompression.Automatic, UsualQuality),
            "none" => (PictureCompression.None, UsualQuality),
            "lz4" => (PictureCompression.Lossless, UsualQuality),
            "jpeg" => (PictureCompression.Lossy, UsualQuality),
            _ => null,
        };
    }

    private static T? ParseVariable<T>(string variable, Func<string, string?> get, Action<string> complain, string allowed,
        Func<string, T?> parse)
        where T : struct
    {
        if (get(variable) is not { Length: > 0 } text)
        {
            return null;
        }

        T? value = parse(text);
        if (value is null)
        {
            complain($"{variable}={text} is not understood and left out; it may be {allowed}");
        }

        return value;
    }
}
