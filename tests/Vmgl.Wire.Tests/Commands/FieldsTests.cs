using Vmgl.Wire.Commands;

namespace Vmgl.Wire.Tests.Commands;

public class FieldsTests
{
    private const long Saturated = 1L << 40;

    [Theory]
    [InlineData(4, 3, 12)]
    [InlineData(1, 0, 0)]
    [InlineData(4, -3, 0)]
    [InlineData(-4, -3, 0)]
    [InlineData(4, int.MaxValue, 4L * int.MaxValue)]
    [InlineData(Saturated, 1, Saturated)]
    [InlineData(Saturated, 2, Saturated)]
    [InlineData(1L << 20, 1L << 20, Saturated)]
    [InlineData((1L << 20) + 1, 1L << 20, Saturated)]
    [InlineData(int.MaxValue, int.MaxValue, Saturated)]
    [InlineData(long.MaxValue, long.MaxValue, Saturated)]
    [InlineData(long.MinValue, long.MaxValue, 0)]
    public void Times_OfAnyTwo_NeverOverflows(long a, long b, long product)
    {
        Assert.Equal(product, Fields.MultiplySizes(a, b));
        Assert.Equal(product, Fields.MultiplySizes(b, a));
    }

    [Fact]
    public void Times_OfManySaturated_StaysFarFromOverflow() =>
        Assert.Equal(Saturated, Fields.MultiplySizes(Fields.MultiplySizes(16, int.MaxValue),
            Fields.MultiplySizes(int.MaxValue, int.MaxValue)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 4)]
    [InlineData(4, 4)]
    [InlineData(int.MaxValue, 0x8000_0000L)]
    [InlineData(Saturated, Saturated)]
    public void Pad_RoundsUpToWords(long bytes, long padded) => Assert.Equal(padded, Fields.PadToWord(bytes));

    [Fact]
    public void PutArray_OverOldBytes_ZeroesThePaddingAndNothingElse()
    {
        byte[] to = [.. Enumerable.Repeat((byte)0xEE, 16)];

        Fields.PutArray(to, 4, [1, 2, 3, 4, 5]);

        Assert.Equal([0xEE, 0xEE, 0xEE, 0xEE, 1, 2, 3, 4, 5, 0, 0, 0, 0xEE, 0xEE, 0xEE, 0xEE], to);
    }
}
