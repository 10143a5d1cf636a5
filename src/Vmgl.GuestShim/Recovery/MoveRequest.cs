using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.GuestShim.Present;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Moves the session to another host while the program draws. The program is stopped twice: for what its host is asked, and for
/// the move itself. The other host starts its worker, and is asked, in between.</summary>
internal sealed class MoveRequest(GuestSession session, Pictures pictures, KeptSession kept, RecoveryState state, WorkerRecovery recovery,
    ContentReader reader)
{
    /// <summary>Moves, or finds out what the other host has less of.</summary>
    /// <exception cref="ControlException">The program stays where it is.</exception>
    public MoveResult CarryOut(StubAddress target, bool checkOnly)
    {
        long start = Stopwatch.GetTimestamp();
        if (state.Current is ProgramState now and not ProgramState.Drawing)
        {
            throw new ControlException($"the program is {(now == ProgramState.Suspended ? "suspended; resume it there" : "looking for its host; resume it there")}");
        }

        try
        {
            (MirroredContext? like, HostLimits? here) = LookHere();
            using var there = FreshWorker.Dial(target, session, pictures);
            IReadOnlyList<ShrinkingLimit> shrinks = like is null || here is null ? [] : here.FindLess(there.LimitsFor(like, kept.Mirror));
            if (checkOnly)
            {
                return new MoveResult(target.Text, false, Elapsed.MillisecondsSince(start), 0, shrinks, []);
            }

            MoveTo(there, target);
            return new MoveResult(
                target.Text, true, recovery.LastInterruption.TotalMilliseconds, kept.Mirror.Bytes + kept.ContentBytes, shrinks,
                [.. kept.Stale]);
        }
        catch (Exception e) when (e is HostLostException or AddressException or RebuildException)
        {
            throw new ControlException($"{e.Message}; the program goes on where it was");
        }
    }

    /// <summary>The limits of the present host, and the context that they were asked for with.</summary>
    private (MirroredContext? Like, HostLimits? Limits) LookHere()
    {
        MirroredContext? like = null;
        HostLimits? limits = null;
        try
        {
            session.Connection.StopEverything(host =>
            {
                reader.LearnFacts(host);
                reader.FoldEverything(host); // the mirror knows which kind of context is to be asked
                like = kept.Mirror.Contexts.FirstOrDefault(context => context.LastDrawable != 0);
                limits = like is null ? null : HostLimits.AskHost(host, like, like.LastDrawable);
            });
        }
        finally
        {
            session.Connection.Continue(null);
        }

        return (like, limits);
    }

    private void MoveTo(FreshWorker there, StubAddress target)
    {
        long start = Stopwatch.GetTimestamp();
        HostLink? next = null;
        try
        {
            session.Connection.StopEverything(host =>
            {
                start = Stopwatch.GetTimestamp();
                reader.ReadEverything(host);
                try
                {
                    next = recovery.BringSession(there);
                }
                catch (Exception e) when (e is HostLostException or RebuildException)
                {
                    throw new ControlException($"{target.Text} cannot take the program: {e.Message}; it goes on where it was");
                }
            });
        }
        finally
        {
            session.Connection.Continue(next);
        }

        recovery.LastInterruption = Stopwatch.GetElapsedTime(start);
        state.Target = target;
    }
}
