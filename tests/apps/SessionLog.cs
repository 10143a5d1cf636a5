using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Apps;

/// <summary>What the host's log says of one guest program.</summary>
/// <param name="End">How it ended: "left", or why it was cut off; null while it runs.</param>
/// <param name="Waits">What was waited for most often, in the log's words.</param>
internal sealed record Session(string Program, int ProcessId, string? End, long Frames, long RoundTrips, string Waits, double Megabytes)
{
    /// <summary>The guest left by itself, or was ended: nothing went wrong.</summary>
    public bool IsInOrder => End == "left";
}

/// <summary>Reads sessions out of a stub-daemon's log.</summary>
internal static partial class SessionLog
{
    /// <summary>Frames that two sessions must be apart before their round trips say what a steady frame costs.</summary>
    private const int FramesApart = 20;

    public static IReadOnlyList<Session> Parse(string log)
    {
        Dictionary<int, Match> ends = [];
        foreach (Match end in Ended().Matches(log))
        {
            ends[Number(end, "pid")] = end;
        }

        return [.. Begun().Matches(log).Select(begin => Join(begin, ends.GetValueOrDefault(Number(begin, "pid"))))];
    }

    /// <summary>What each frame beyond the start costs: the slope between the shortest and the longest session. Null where they are
    /// too much alike to tell.</summary>
    public static (double RoundTrips, double Megabytes)? Steady(IEnumerable<Session> sessions)
    {
        Session[] sorted = [.. sessions.Where(session => session.End is not null).OrderBy(session => session.Frames)];
        if (sorted.Length < 2 || sorted[^1].Frames - sorted[0].Frames < FramesApart)
        {
            return null;
        }

        // The shorter session may have waited for what the longer one did not: pictures that were read back.
        double frames = sorted[^1].Frames - sorted[0].Frames;
        return (Math.Max(0, sorted[^1].RoundTrips - sorted[0].RoundTrips) / frames, Math.Max(0, sorted[^1].Megabytes - sorted[0].Megabytes) / frames);
    }

    private static Session Join(Match begin, Match? end)
    {
        string program = begin.Groups["name"].Value;
        int processId = Number(begin, "pid");
        return end is null
            ? new Session(program, processId, null, 0, 0, "", 0)
            : new Session(program, processId, end.Groups["end"].Value, Number(end, "frames"), Number(end, "trips"),
                end.Groups["waits"].Value, double.Parse(end.Groups["mb"].Value, CultureInfo.InvariantCulture));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"daemon: worker \d+ draws for (?<name>.*) \(process (?<pid>\d+) at ")]
    private static partial Regex Begun();

    [GeneratedRegex(@"guest .*\[(?<pid>\d+)\] (?<end>left|was cut off: .*?);? after [\d.]+ s: (?<frames>\d+) frames, (?<trips>\d+) round trips(?: in \d+ frames, last in frame \d+)?(?: \((?<waits>.*)\))?, \d+ batches, (?<mb>[\d.]+) MB")]
    private static partial Regex Ended();
}
