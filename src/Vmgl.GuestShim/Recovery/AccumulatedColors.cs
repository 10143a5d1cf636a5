namespace Vmgl.GuestShim.Recovery;

/// <summary>The values of an accumulation buffer, of 16 bits with sign (1 is 32767), in images whose colours are 0 or 1.</summary>
/// <remarks>GL reads and writes an accumulation buffer by way of the colour buffer only (GL 2.1 section 4.2.4), and what a colour in
/// between stands for is the driver's affair: Mesa takes those of an sRGB window for sRGB. One image has the signs; these get
/// <see cref="One"/> added, and an image for each bit follows. Drivers round products, or cut them off: factors are a trifle too large, so
/// that both give whole numbers.</remarks>
internal sealed class AccumulatedColors(int count)
{
    /// <summary>The value of 1 in the buffer.</summary>
    public const int One = short.MaxValue;

    /// <summary>glAccum's value with which everything above zero comes back as 1.</summary>
    public const float ReturnsSign = One;

    private const double Trifle = 1e-6;

    private readonly short[] _values = new short[count];

    /// <summary>Those of a buffer.</summary>
    public AccumulatedColors(ReadOnlySpan<short> values)
        : this(values.Length) => values.CopyTo(_values);

    /// <summary>The bits of a value, the highest first.</summary>
    public static IEnumerable<int> Bits => Enumerable.Range(0, 15).Select(i => 1 << (14 - i));

    /// <summary>A value for each component of each pixel.</summary>
    public ReadOnlySpan<short> Values => _values;

    /// <summary>Bytes that are kept.</summary>
    public long Bytes => (long)_values.Length * sizeof(short);

    /// <summary>glAccum's value with which 1 adds so many units of the buffer.</summary>
    public static float FactorOf(int units) => (float)(units / (double)One * (1 + Trifle));

    /// <summary>Adds units to the values where an image has 1.</summary>
    public void AddImage(ReadOnlySpan<byte> image, int units)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] += (short)(image[i] > byte.MaxValue / 2 ? units : 0);
        }
    }

    /// <summary>1 where values are below zero.</summary>
    public byte[] NegativePlane() => Array.ConvertAll(_values, value => value < 0 ? byte.MaxValue : (byte)0);

    /// <summary>1 where values, with <see cref="One"/> added to those below zero, have a bit.</summary>
    public byte[] PlaneOf(int bit) => Array.ConvertAll(_values, value =>
        ((value < 0 ? value + One : value) & bit) != 0 ? byte.MaxValue : (byte)0);
}
