namespace Vmgl.GuestShim.Interop;

/// <summary>Refreshes of a screen: <paramref name="Numerator"/> in <paramref name="Denominator"/> seconds, in lowest terms, both below
/// 2³¹.</summary>
internal readonly record struct RefreshRate(int Numerator, int Denominator)
{
    private const uint Interlace = 0x10; // RR_Interlace
    private const uint DoubleScan = 0x20; // RR_DoubleScan

    /// <summary>The rate that programs expect, for screens whose rate is not known.</summary>
    public static RefreshRate Usual { get; } = new(60, 1);

    /// <summary>The rate of a video mode; null for one without timings, as virtual screens have.</summary>
    /// <param name="dotClock">Pixels a second.</param>
    /// <param name="total">Pixels of a whole refresh, those not shown included.</param>
    /// <param name="flags">RandR's.</param>
    public static RefreshRate? OfMode(ulong dotClock, ulong total, uint flags)
    {
        ulong pixels = (flags & DoubleScan) != 0 ? total * 2 : total;
        ulong clock = (flags & Interlace) != 0 ? dotClock * 2 : dotClock;
        if (clock == 0 || pixels == 0)
        {
            return null;
        }

        ulong divisor = CommonDivisor(clock, pixels);
        (clock, pixels) = (clock / divisor, pixels / divisor);
        while (Math.Max(clock, pixels) > int.MaxValue)
        {
            (clock, pixels) = (clock / 2, pixels / 2);
        }

        return pixels == 0 || clock == 0 ? null : new((int)clock, (int)pixels);
    }

    private static ulong CommonDivisor(ulong a, ulong b) => b == 0 ? a : CommonDivisor(b, a % b);
}
