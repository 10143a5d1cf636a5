using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;

namespace Vmgl.GuestShim.Survival;

/// <summary>Going to another host while the program draws. It is stopped twice: for what its host is asked, and for the way itself. The other host starts
/// its worker, and is asked, in between.</summary>
internal sealed partial class Survivor
{
    public MoveResult Move(string address, bool checkOnly)
    {
        long start = Stopwatch.GetTimestamp();
        StubAddress target = Parse(address);
        lock (_gate)
        {
            if (_state != ProgramState.Drawing)
            {
                throw new ControlException($"the program is {(_state == ProgramState.Suspended ? "suspended; resume it there" : "looking for its host; resume it there")}");
            }
        }

        try
        {
            (MirroredContext? like, HostLimits? here) = LookHere();
            using var there = FreshWorker.Dial(target, Session!);
            IReadOnlyList<ShrinkingLimit> shrinks = like is null || here is null ? [] : here.Less(there.LimitsFor(like, Mirror));
            if (checkOnly)
            {
                return new MoveResult(target.Text, false, Since(start), 0, shrinks, []);
            }

            MoveTo(there, target);
            return new MoveResult(target.Text, true, LastInterruption.TotalMilliseconds, Mirror.Bytes + ContentBytes, shrinks, [.. Stale]);
        }
        catch (Exception e) when (e is HostLostException or AddressException or RebuildException)
        {
            throw new ControlException($"{e.Message}; the program goes on where it was");
        }
    }

    /// <summary>What the present host offers, and the context that tells it by.</summary>
    private (MirroredContext? Like, HostLimits? Limits) LookHere()
    {
        MirroredContext? like = null;
        HostLimits? limits = null;
        try
        {
            _connection.Halt(host =>
            {
                LearnFacts(host);
                FoldAll(host); // the mirror says what kind of context is to be asked
                like = Mirror.Contexts.FirstOrDefault(context => context.LastDrawable != 0);
                limits = like is null ? null : HostLimits.Of(host, like, like.LastDrawable);
            });
        }
        finally
        {
            _connection.GoOn(null);
        }

        return (like, limits);
    }

    private void MoveTo(FreshWorker there, StubAddress target)
    {
        long start = Stopwatch.GetTimestamp();
        HostLink? next = null;
        try
        {
            _connection.Halt(host =>
            {
                start = Stopwatch.GetTimestamp();
                Quiesce(host);
                try
                {
                    next = Bring(there);
                }
                catch (Exception e) when (e is HostLostException or RebuildException)
                {
                    throw new ControlException($"{target.Text} cannot take the program: {e.Message}; it goes on where it was");
                }
            });
        }
        finally
        {
            _connection.GoOn(next);
        }

        LastInterruption = Stopwatch.GetElapsedTime(start);
        lock (_gate)
        {
            _target = target;
        }
    }
}
