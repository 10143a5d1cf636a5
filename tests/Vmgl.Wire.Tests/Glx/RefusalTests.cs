using Vmgl.Wire.Glx;

namespace Vmgl.Wire.Tests.Glx;

/// <summary>Why a host refused, as a reply's value.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(8, false, 26)]
    [InlineData(0, true, 0)]
    [InlineData(13, true, 34)]
    [InlineData(255, true, 0x7FFF)]
    public void Decode_OfEncode_IsTheSame(byte code, bool isGlx, ushort minor)
    {
        var refusal = new Refusal(code, isGlx, minor);
        Assert.Equal(refusal, Refusal.Decode(refusal.Encode()));
        Assert.NotEqual(Refusal.Granted, refusal.Encode());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(Refusal.Granted)]
    public void Decode_WithoutAnError_IsNull(uint value) => Assert.Null(Refusal.Decode(value));

    [Fact]
    public void Encode_OfAMinorTooLarge_KeepsTheRest() =>
        Assert.Equal(new Refusal(2, true, 0x7FFF), Refusal.Decode(new Refusal(2, true, 0xFFFF).Encode()));
}
