namespace Vmgl.Apps;

/// <summary>How far two pictures are apart.</summary>
/// <param name="Pixels">Pixels that differ in any channel.</param>
/// <param name="Total">Pixels of the picture.</param>
/// <param name="Largest">The largest difference of a channel, 0 to 255.</param>
/// <param name="Mean">The mean difference of all channels, 0 to 255.</param>
internal readonly record struct Difference(int Pixels, int Total, int Largest, double Mean)
{
    /// <summary>What may come on top of the range that native runs show.</summary>
    private const double PixelSlack = 0.005;
    private const double MeanSlack = 0.25;
    private const double Factor = 1.25;

    public bool IsNone => Pixels == 0;

    /// <summary>Compares red, green, blue of two pictures of one size.</summary>
    public static Difference Of(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(one.Length, other.Length);
        int pixels = 0, largest = 0;
        long sum = 0;
        for (int at = 0; at < one.Length; at += 3)
        {
            int red = Math.Abs(one[at] - other[at]);
            int green = Math.Abs(one[at + 1] - other[at + 1]);
            int blue = Math.Abs(one[at + 2] - other[at + 2]);
            sum += red + green + blue;
            pixels += red + green + blue == 0 ? 0 : 1;
            largest = Math.Max(largest, Math.Max(red, Math.Max(green, blue)));
        }

        return new Difference(pixels, one.Length / 3, largest, one.IsEmpty ? 0 : (double)sum / one.Length);
    }

    /// <summary>The differences themselves, so much brighter that an eye sees them.</summary>
    public static byte[] Amplify(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int by)
    {
        byte[] amplified = new byte[one.Length];
        for (int at = 0; at < amplified.Length; at++)
        {
            amplified[at] = (byte)Math.Min(255, Math.Abs(one[at] - other[at]) * by);
        }

        return amplified;
    }

    /// <summary>Whether this is no more than <paramref name="range"/>, the difference of native runs among themselves.</summary>
    public bool IsWithin(Difference range) =>
        Pixels <= (range.Pixels * Factor) + (Total * PixelSlack) && Mean <= (range.Mean * Factor) + MeanSlack;

    public override string ToString() =>
        IsNone ? "none" : $"{Pixels:n0} of {Total:n0} pixels ({100.0 * Pixels / Total:0.0} %), largest {Largest}, mean {Mean:0.00}";
}
