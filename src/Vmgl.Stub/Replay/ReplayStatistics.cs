using Vmgl.Wire;

namespace Vmgl.Stub.Replay;

/// <summary>Counts of what was played, for the log line that closes a session.</summary>
internal sealed class ReplayStatistics
{
    private readonly Dictionary<Opcode, long> _roundTrips = [];
    private long _waitedFrames;
    private long _lastWaited = -1;

    /// <summary>Batches played.</summary>
    public long Batches { get; set; }

    /// <summary>Swaps carried out.</summary>
    public long Frames { get; set; }

    /// <summary>Replies sent: how often the guest waited.</summary>
    public long RoundTrips => _roundTrips.Values.Sum();

    /// <summary>Counts a reply.</summary>
    public void CountRoundTrip(Opcode opcode)
    {
        _roundTrips[opcode] = _roundTrips.GetValueOrDefault(opcode) + 1;
        _waitedFrames += _lastWaited == Frames ? 0 : 1;
        _lastWaited = Frames;
    }

    /// <summary>Frames and round trips in words: in how many frames the guest waited, in which it did so last (0 is the first), and
    /// what it waited for most often.</summary>
    public override string ToString()
    {
        string[] most = [.. _roundTrips.OrderByDescending(r => r.Value).Take(6).Select(r => $"{r.Key} {r.Value}")];
        string why = most.Length == 0 ? "" : $" in {_waitedFrames} frames, last in frame {_lastWaited}"
            + $" ({string.Join(", ", most)}{(_roundTrips.Count > most.Length ? ", …" : "")})";
        return $"{Frames} frames, {RoundTrips} round trips{why}, {Batches} batches";
    }
}
