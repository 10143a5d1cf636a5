using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Apps;

/// <summary>Frames per second, as reported by the programs themselves.</summary>
internal static partial class FrameRate
{
    /// <summary>Returns the last rate in a program's output, or null.</summary>
    public static double? FindLast(string output)
    {
        MatchCollection rates = RatePattern().Matches(output);
        return rates.Count == 0 ? null : double.Parse(rates[^1].Groups["fps"].Value, CultureInfo.InvariantCulture);
    }

    public static double? MedianOf(IEnumerable<double?> rates)
    {
        double[] sorted = [.. rates.OfType<double>().Order()];
        return sorted.Length switch
        {
            0 => null,
            int n when n % 2 == 1 => sorted[n / 2],
            int n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
        };
    }

    /// <summary>The reports of glxgears and its variants, of ioquake3's timedemo, and of glretrace.</summary>
    [GeneratedRegex(@"frames in [\d.]+ seconds = (?<fps>[\d.]+) FPS|frames [\d.]+ seconds (?<fps>[\d.]+) fps|average of (?<fps>[\d.]+) fps")]
    private static partial Regex RatePattern();
}
