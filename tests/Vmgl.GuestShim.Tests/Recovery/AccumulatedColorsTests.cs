using Vmgl.GuestShim.Recovery;

namespace Vmgl.GuestShim.Tests.Recovery;

/// <summary>Every value that an accumulation buffer can have, on its way through colours of 0 and 1, in a driver that rounds and in one
/// that cuts off.</summary>
public class AccumulatedColorsTests
{
    private static readonly short[] s_all = [.. Enumerable.Range(-AccumulatedColors.One, (2 * AccumulatedColors.One) + 1)
        .Select(value => (short)value)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryValue_ReadBitByBit_IsItself(bool rounds)
    {
        short[] buffer = [.. s_all];
        var read = new AccumulatedColors(s_all.Length);
        TakeOff(-AccumulatedColors.ReturnsSign, -AccumulatedColors.One, 0);
        foreach (int bit in AccumulatedColors.Bits)
        {
            TakeOff(AccumulatedColors.ReturnsSign, bit, bit - 1);
        }

        Assert.Equal(s_all, read.Values);

        void TakeOff(float returned, int units, int lowered)
        {
            Accumulate(buffer, null, -AccumulatedColors.FactorOf(lowered), rounds);
            byte[] image = Return(buffer, returned);
            read.AddImage(image, units);
            Accumulate(buffer, null, AccumulatedColors.FactorOf(lowered), rounds);
            Accumulate(buffer, image, -AccumulatedColors.FactorOf(units), rounds);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryValue_WrittenBitByBit_IsItself(bool rounds)
    {
        var colors = new AccumulatedColors(s_all);
        short[] buffer = new short[s_all.Length];
        foreach (int bit in AccumulatedColors.Bits)
        {
            Accumulate(buffer, colors.PlaneOf(bit), AccumulatedColors.FactorOf(bit), rounds);
        }

        Accumulate(buffer, colors.NegativePlane(), -AccumulatedColors.FactorOf(AccumulatedColors.One), rounds);
        Assert.Equal(s_all, buffer);
    }

    /// <summary>GL_RETURN.</summary>
    private static byte[] Return(short[] buffer, float scale) =>
        Array.ConvertAll(buffer, value => (byte)MathF.Round(Math.Clamp(value * (scale / AccumulatedColors.One), 0, 1) * 255));

    /// <summary>GL_ACCUM, or GL_ADD, in the precision of drivers. A buffer that overflows is an error.</summary>
    private static void Accumulate(short[] buffer, byte[]? colors, float scale, bool rounds)
    {
        float factor = scale * AccumulatedColors.One;
        for (int i = 0; i < buffer.Length; i++)
        {
            float product = (colors is null ? 1 : colors[i] / 255f) * factor;
            buffer[i] = checked((short)(buffer[i] + (rounds ? MathF.Round(product) : MathF.Truncate(product))));
        }
    }
}
