using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Carries out what the user's tools ask of the program, on the mirror's thread.</summary>
internal sealed class ProgramControl(GuestSession session, KeptSession kept, RecoveryState state, WorkerRecovery recovery,
    ContentReader reader, MoveRequest mover, SnapshotRequest snapshot)
    : IProgramControl
{
    /// <summary>How long a program that looks for its host may take until it has one.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private long KeptBytes => kept.Mirror.Bytes + kept.ContentBytes;

    /// <inheritdoc/>
    public ProgramStatus ReadStatus() => new(
        Environment.ProcessId, File.ReadAllText("/proc/self/comm").Trim(), state.Target.Text, state.Current, kept.Mirror.Contexts.Count,
        KeptBytes + kept.Log.Bytes, kept.Log.AcknowledgedSwaps, recovery.Recoveries, recovery.LastInterruption.TotalMilliseconds,
            [.. kept.Stale], reader.Checkpoints);

    /// <inheritdoc/>
    public SuspendResult Suspend()
    {
        long start = Stopwatch.GetTimestamp();
        if (!state.IsDrawingOrHold())
        {
            return DescribeSuspension(start);
        }

        HostConnection connection = session.Connection;
        try
        {
            connection.StopEverything(reader.ReadEverything);
        }
        catch (HostLostException e)
        {
            state.HoldProgram(); // it is gone already: the next thread that needs it looks for another, and waits
            connection.ShutDownLink();
            connection.Continue(null);
            throw new ControlException($"the host was lost while contents were read back ({e.Message}); the program waits with what it had");
        }

        connection.CloseLink();
        session.Presentation.ClosePictures();
        state.EnterState(ProgramState.Suspended);
        return DescribeSuspension(start);
    }

    /// <inheritdoc/>
    public ResumeResult ResumeIfLost(string address)
    {
        long start = Stopwatch.GetTimestamp();
        StubAddress target = ControlAddress.Parse(address);
        int before = recovery.Recoveries;
        if (state.Current != ProgramState.Drawing || !session.Connection.Liveness.IsAnswering(HostLiveness.Silence))
        {
            return Resume(address);
        }

        if (session.Connection.Address.Text == target.Text)
        {
            bool hasStayed = recovery.Recoveries == before; // a thread of the program may have found out first
            return new ResumeResult(target.Text, Elapsed.MillisecondsSince(start), hasStayed ? 0 : KeptBytes,
                hasStayed ? [] : [.. kept.Stale], hasStayed);
        }

        MoveResult moved = MoveTo(address, checkOnly: false); // reads back what only the host has
        return new ResumeResult(moved.Host, Elapsed.MillisecondsSince(start), moved.Bytes, moved.Stale);
    }

    /// <inheritdoc/>
    public ResumeResult Resume(string? address)
    {
        long start = Stopwatch.GetTimestamp();
        state.Target = address is null ? state.Target : ControlAddress.Parse(address);
        switch (state.Current)
        {
            case ProgramState.Suspended:
                ResumeSuspended(start);
                break;
            case ProgramState.Reconnecting:
                if (!state.AwaitRecovery(s_patience))
                {
                    throw new ControlException($"{state.Target.Text} could not be reached within {s_patience.TotalSeconds:0} s; the program goes on trying");
                }

                break;
            default:
                session.Connection.ReplaceWorker("was left at the user's request");
                break;
        }

        return new ResumeResult(state.Target.Text, Elapsed.MillisecondsSince(start), KeptBytes, [.. kept.Stale]);
    }

    /// <inheritdoc/>
    public MoveResult MoveTo(string address, bool checkOnly) => mover.CarryOut(ControlAddress.Parse(address), checkOnly);

    /// <inheritdoc/>
    public SnapshotResult WriteSnapshot(Stream to) => snapshot.CarryOut(to);

    /// <summary>Resumes from a suspension: this thread stopped everything, and lets it go on only when there is a host.</summary>
    private void ResumeSuspended(long start)
    {
        string why = "";
        HostLink next = recovery.TryBringSession(state.Target, ref why)
            ?? throw new ControlException($"{why}; the program waits, try again");
        state.EnterState(ProgramState.Drawing);
        recovery.LastInterruption = Stopwatch.GetElapsedTime(start);
        session.Connection.Continue(next);
    }

    private SuspendResult DescribeSuspension(long start) =>
        new(Elapsed.MillisecondsSince(start), KeptBytes + kept.Log.Bytes, [.. kept.Stale]);
}

/// <summary>Times for the user.</summary>
internal static class Elapsed
{
    /// <summary>Milliseconds since a timestamp of <see cref="Stopwatch"/>.</summary>
    public static double MillisecondsSince(long start) => Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

/// <summary>Addresses in requests.</summary>
internal static class ControlAddress
{
    /// <summary>Reads an address.</summary>
    /// <exception cref="ControlException">It is not one.</exception>
    public static StubAddress Parse(string address)
    {
        try
        {
            return StubAddress.Parse(address);
        }
        catch (AddressException)
        {
            throw new ControlException($"\"{address}\" is not an address; give HOST:PORT, [V6]:PORT or unix:/PATH");
        }
    }
}
