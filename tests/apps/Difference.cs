namespace Vmgl.Apps;

/// <summary>The difference between two pictures.</summary>
/// <param name="Pixels">The number of pixels that differ in any channel.</param>
/// <param name="Total">The number of pixels of the picture.</param>
/// <param name="Largest">The largest difference of a channel, 0 to 255.</param>
/// <param name="Mean">The mean difference of all channels, 0 to 255.</param>
internal readonly record struct Difference(int Pixels, int Total, int Largest, double Mean)
{
    /// <summary>The allowance beyond the differences among native runs: a share of the pixels, a mean, and a factor.</summary>
    private const double PixelSlack = 0.005;
    private const double MeanSlack = 0.25;
    private const double Factor = 1.25;

    public bool IsNone => Pixels == 0;

    /// <summary>Compares two pictures of the same size, given as bytes of red, green and blue.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes differ.</exception>
    public static Difference Between(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
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

    /// <summary>Returns the differences multiplied by a factor, so that they are visible.</summary>
    public static byte[] Amplify(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int by)
    {
        byte[] amplified = new byte[one.Length];
        for (int at = 0; at < amplified.Length; at++)
        {
            amplified[at] = (byte)Math.Min(255, Math.Abs(one[at] - other[at]) * by);
        }

        return amplified;
    }

    /// <summary>Whether this difference does not exceed <paramref name="range"/>, the difference among native runs, by more than the
    /// allowance.</summary>
    public bool IsWithin(Difference range) =>
        Pixels <= (range.Pixels * Factor) + (Total * PixelSlack) && Mean <= (range.Mean * Factor) + MeanSlack;

    public override string ToString() =>
        IsNone ? "none" : $"{Pixels:n0} of {Total:n0} pixels ({100.0 * Pixels / Total:0.0} %), largest {Largest}, mean {Mean:0.00}";
}
