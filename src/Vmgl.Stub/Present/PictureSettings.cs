using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>A guest's settings for pictures.</summary>
/// <param name="Quality">JPEG's quality, 1 to 100.</param>
/// <param name="MaxRate">Pictures a second of a window that are worth showing; the rest may be left out. 0: every picture is shown.</param>
/// <param name="Encodings">A bit for each <see cref="PictureEncoding"/> that the guest can unpack.</param>
internal sealed record PictureSettings(PictureCompression Compression, int Quality, int MaxRate, uint Encodings)
{
    /// <summary>Whether the guest can unpack an encoding.</summary>
    public bool AcceptsEncoding(PictureEncoding encoding) => encoding == PictureEncoding.Raw || (Encodings >> (int)encoding & 1) != 0;
}
