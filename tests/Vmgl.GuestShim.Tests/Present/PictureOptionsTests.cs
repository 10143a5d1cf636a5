using Vmgl.GuestShim.Present;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Tests.Present;

/// <summary>VMGL_PRESENT, VMGL_COMPRESS and VMGL_SPOIL.</summary>
public sealed class PictureOptionsTests
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Unset_IsTheUsual(string? value)
    {
        PictureOptions options = PictureOptions.ReadVariables(_ => value, _complaints.Add);

        Assert.Equal(new PictureOptions(null, PictureCompression.Automatic, 90, 60), options);
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("direct", 0u)]
    [InlineData("return", 1u)]
    [InlineData("window", 2u)]
    public void Present_EachWay(string value, uint forced)
    {
        Assert.Equal((Presentation)forced, Read("VMGL_PRESENT", value).Forced);
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("auto", PictureCompression.Automatic, 90u)]
    [InlineData("none", PictureCompression.None, 90u)]
    [InlineData("lz4", PictureCompression.Lossless, 90u)]
    [InlineData("jpeg", PictureCompression.Lossy, 90u)]
    [InlineData("jpeg:1", PictureCompression.Lossy, 1u)]
    [InlineData("jpeg:100", PictureCompression.Lossy, 100u)]
    public void Compress_EachWay(string value, PictureCompression compression, uint quality)
    {
        PictureOptions options = Read("VMGL_COMPRESS", value);

        Assert.Equal((compression, quality), (options.Compression, options.Quality));
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("0", 0u)]
    [InlineData("1", 60u)]
    [InlineData("2", 2u)]
    [InlineData("1000", 1000u)]
    public void Spoil_EachWay(string value, uint rate)
    {
        Assert.Equal(rate, Read("VMGL_SPOIL", value).MaxRate);
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("VMGL_PRESENT", "Direct", "direct, return or window")]
    [InlineData("VMGL_PRESENT", " return", "direct, return or window")]
    [InlineData("VMGL_PRESENT", "0", "direct, return or window")]
    [InlineData("VMGL_COMPRESS", "zstd", "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)")]
    [InlineData("VMGL_COMPRESS", "jpeg:", "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)")]
    [InlineData("VMGL_COMPRESS", "jpeg:0", "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)")]
    [InlineData("VMGL_COMPRESS", "jpeg:101", "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)")]
    [InlineData("VMGL_COMPRESS", "jpeg:+5", "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)")]
    [InlineData("VMGL_COMPRESS", "jpeg:99999999999", "auto, none, lz4, jpeg or jpeg:QUALITY (1 to 100)")]
    [InlineData("VMGL_SPOIL", "-1", "0, 1 or pictures a second")]
    [InlineData("VMGL_SPOIL", "1001", "0, 1 or pictures a second")]
    [InlineData("VMGL_SPOIL", "60fps", "0, 1 or pictures a second")]
    [InlineData("VMGL_SPOIL", "4294967296", "0, 1 or pictures a second")]
    public void Nonsense_IsSaidOnceAndLeftOut(string variable, string value, string allowed)
    {
        PictureOptions options = Read(variable, value);

        Assert.Equal(new PictureOptions(null, PictureCompression.Automatic, 90, 60), options);
        Assert.Equal([$"{variable}={value} is not understood and left out; it may be {allowed}"], _complaints);
    }

    [Theory]
    [InlineData("none", 1u)]
    [InlineData("auto", 7u)]
    [InlineData("lz4", 7u)]
    [InlineData("jpeg", 7u)]
    public void Encodings_AreThoseThatCanBeUnpackedHere(string compress, uint bits) =>
        Assert.Equal(bits, Read("VMGL_COMPRESS", compress).EncodingBits());

    private PictureOptions Read(string variable, string value) =>
        PictureOptions.ReadVariables(name => name == variable ? value : null, _complaints.Add);
}
