using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Apps;

/// <summary>A guest program's session in the host's log.</summary>
/// <param name="End">The end of the session: "left", or the reason why it was cut off; null while it is open.</param>
/// <param name="Waits">The most frequent waits, as in the log.</param>
internal sealed record Session(string Program, int ProcessId, string? End, long Frames, long RoundTrips, string Waits, double Megabytes)
{
    /// <summary>Whether the guest left by itself or was terminated, without an error.</summary>
    public bool HasEndedNormally => End == "left";
}

/// <summary>Reads sessions from a stub-daemon's log.</summary>
internal static partial class SessionLog
{
    /// <summary>The least difference in frames between two sessions that yields the cost of a steady frame.</summary>
    private const int LeastFramesApart = 20;

    public static IReadOnlyList<Session> Parse(string log)
    {
        Dictionary<int, Match> ends = [];
        foreach (Match end in EndPattern().Matches(log))
        {
            ends[ParseNumber(end, "pid")] = end;
        }

        return [.. BeginPattern().Matches(log).Select(begin => CreateSession(begin, ends.GetValueOrDefault(ParseNumber(begin, "pid"))))];
    }

    /// <summary>Measures the cost of each frame after start-up: the slope between the shortest and the longest session. Null if their
    /// lengths are too similar.</summary>
    public static (double RoundTrips, double Megabytes)? MeasureSteadyFrame(IEnumerable<Session> sessions)
    {
        Session[] sorted = [.. sessions.Where(session => session.End is not null).OrderBy(session => session.Frames)];
        if (sorted.Length < 2 || sorted[^1].Frames - sorted[0].Frames < LeastFramesApart)
        {
            return null;
        }

        // The shorter session may have waited more often than the longer one, for pictures that were read back.
        double frames = sorted[^1].Frames - sorted[0].Frames;
        return (Math.Max(0, sorted[^1].RoundTrips - sorted[0].RoundTrips) / frames,
            Math.Max(0, sorted[^1].Megabytes - sorted[0].Megabytes) / frames);
    }

    private static Session CreateSession(Match begin, Match? end)
    {
        string program = begin.Groups["name"].Value;
        int processId = ParseNumber(begin, "pid");
        return end is null
            ? new Session(program, processId, null, 0, 0, "", 0)
            : new Session(program, processId, end.Groups["end"].Value, ParseNumber(end, "frames"), ParseNumber(end, "trips"),
                end.Groups["waits"].Value, double.Parse(end.Groups["mb"].Value, CultureInfo.InvariantCulture));
    }

    private static int ParseNumber(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"daemon: worker \d+ draws for (?<name>.*) \(process (?<pid>\d+) at ")]
    private static partial Regex BeginPattern();

    [GeneratedRegex(@"guest .*\[(?<pid>\d+)\] (?<end>left|was cut off: .*?);? after [\d.]+ s: (?<frames>\d+) frames, (?<trips>\d+) round trips(?: in \d+ frames, last in frame \d+)?(?: \((?<waits>.*)\))?, \d+ batches, (?<mb>[\d.]+) MB")]
    private static partial Regex EndPattern();
}
