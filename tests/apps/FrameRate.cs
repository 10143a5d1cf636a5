using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Apps;

/// <summary>Frames per second, as the programs themselves tell them.</summary>
internal static partial class FrameRate
{
    /// <summary>The last rate that a program told, or null.</summary>
    public static double? In(string output)
    {
        MatchCollection rates = Rate().Matches(output);
        return rates.Count == 0 ? null : double.Parse(rates[^1].Groups["fps"].Value, CultureInfo.InvariantCulture);
    }

    public static double? Median(IEnumerable<double?> rates)
    {
        double[] sorted = [.. rates.OfType<double>().Order()];
        return sorted.Length switch
        {
            0 => null,
            int n when n % 2 == 1 => sorted[n / 2],
            int n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
        };
    }

    /// <summary>glxgears and the gears of others; ioquake3's timedemo; glretrace.</summary>
    [GeneratedRegex(@"frames in [\d.]+ seconds = (?<fps>[\d.]+) FPS|frames [\d.]+ seconds (?<fps>[\d.]+) fps|average of (?<fps>[\d.]+) fps")]
    private static partial Regex Rate();
}
