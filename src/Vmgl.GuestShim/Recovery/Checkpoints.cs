using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Questions to the host without a request of the user: contents that only it has, now and then (VMGL_CHECKPOINT), and once the
/// facts that the mirror needs.</summary>
internal sealed class Checkpoints(HostConnection connection, KeptSession kept, RecoveryState state, ContentReader reader)
{
    private static readonly TimeSpan s_period = RecoveryOptions.Here.Checkpoint;

    private long _last = Stopwatch.GetTimestamp();
    private bool _hasAskedForFacts;

    /// <summary>Whether contents are to be read back now.</summary>
    public bool IsDue => s_period > TimeSpan.Zero && Stopwatch.GetElapsedTime(_last) >= s_period;

    /// <summary>How long until contents are to be read back; zero when they are not.</summary>
    public TimeSpan TimeLeft =>
        s_period == TimeSpan.Zero ? s_period : TimeSpan.FromMilliseconds(
            Math.Max(1, (s_period - Stopwatch.GetElapsedTime(_last)).TotalMilliseconds));

    /// <summary>Reads back what only the host has.</summary>
    public void ReadContents()
    {
        _last = Stopwatch.GetTimestamp();
        if (state.Current == ProgramState.Drawing)
        {
            AskHost(reader.ReadEverything);
        }
    }

    /// <summary>Learns once what decides which commands can have been refused, before anything is folded that may have been.</summary>
    public void LearnFacts()
    {
        if (state.Current == ProgramState.Drawing && !_hasAskedForFacts && kept.Mirror.Facts == HostFacts.Least)
        {
            _hasAskedForFacts = true; // a host that does not answer would stop the program each time
            AskHost(reader.LearnFacts);
        }
    }

    /// <summary>Asks the host something while everything is stopped. The loss of one that is lost meanwhile is found by the next thread
    /// that needs it.</summary>
    private void AskHost(Action<LinkQuestions> ask)
    {
        try
        {
            connection.StopEverything(ask);
        }
        catch (HostLostException)
        {
        }

        connection.Continue(null);
    }
}
