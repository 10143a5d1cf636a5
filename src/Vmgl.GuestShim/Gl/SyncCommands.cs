using System.Diagnostics;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Sync objects (GL 3.2 section 5.2, ARB_sync). The guest numbers them; a wait is the guest asking again, so that on the host,
/// where one thread plays all streams, none of them stands still.</summary>
internal static unsafe partial class GlCommands
{
    private const uint CommandsComplete = 0x9117;
    private const uint SyncFence = 0x9116;
    private const uint Signaled = 0x9119;
    private const uint Unsignaled = 0x9118;
    private const uint AlreadySignaled = 0x911A;
    private const uint TimeoutExpired = 0x911B;
    private const uint ConditionSatisfied = 0x911C;
    private const uint WaitFailed = 0x911D;
    private const uint FlushCommandsBit = 1;
    private const int LongestPauseMilliseconds = 4;

    public static partial nint FenceSync(uint condition, uint flags)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (condition != CommandsComplete || flags != 0)
        {
            stream.Record(condition != CommandsComplete ? GL_INVALID_ENUM : GL_INVALID_VALUE);
            return 0;
        }

        uint sync = GuestThread.Context!.Group.Syncs.Make();
        MakeSync.Write(stream.Reserve(MakeSync.Bytes), sync);
        return (nint)sync;
    }

    public static partial byte IsSync(nint sync) => GuestThread.Context is { } context && context.Group.Syncs.Has(sync) ? (byte)1 : (byte)0;

    public static partial void DeleteSync(nint sync)
    {
        if (GuestThread.Stream is not GuestStream stream || sync == 0)
        {
            return;
        }

        if (!GuestThread.Context!.Group.Syncs.Delete(sync))
        {
            stream.Record(GL_INVALID_VALUE);
            return;
        }

        ForgetSync.Write(stream.Reserve(ForgetSync.Bytes), (uint)sync);
    }

    /// <summary>Waits up to <paramref name="timeout"/> nanoseconds.</summary>
    public static partial uint ClientWaitSync(nint sync, uint flags, ulong timeout)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return WaitFailed;
        }

        if (!GuestThread.Context!.Group.Syncs.Has(sync) || (flags & ~FlushCommandsBit) != 0)
        {
            stream.Record(GL_INVALID_VALUE);
            return WaitFailed;
        }

        uint first = Test(stream, sync, flags);
        if (first != TimeoutExpired || timeout == 0)
        {
            return first;
        }

        long began = Stopwatch.GetTimestamp();
        for (int pause = 0; Stopwatch.GetElapsedTime(began).TotalNanoseconds < timeout; pause = Math.Min(pause + 1, LongestPauseMilliseconds))
        {
            Thread.Sleep(pause);
            if (Test(stream, sync, flags) is var now && now != TimeoutExpired)
            {
                return now == AlreadySignaled ? ConditionSatisfied : now;
            }
        }

        return TimeoutExpired;
    }

    public static partial void WaitSync(nint sync, uint flags, ulong timeout)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (!GuestThread.Context!.Group.Syncs.Has(sync) || flags != 0 || timeout != ulong.MaxValue)
        {
            stream.Record(GL_INVALID_VALUE);
            return;
        }

        AwaitSync.Write(stream.Reserve(AwaitSync.Bytes), (uint)sync);
    }

    public static partial void GetSynciv(nint sync, uint pname, int count, int* length, int* values)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        bool isSync = GuestThread.Context!.Group.Syncs.Has(sync);
        uint? value = pname switch
        {
            _ when !isSync || count < 0 => null,
            0x9112 => SyncFence,
            0x9113 => CommandsComplete,
            0x9114 => Test(stream, sync, 0) == AlreadySignaled ? Signaled : Unsignaled,
            0x9115 => 0u,
            _ => null,
        };
        if (value is null)
        {
            stream.Record(!isSync || count < 0 ? GL_INVALID_VALUE : GL_INVALID_ENUM);
            return;
        }

        if (count > 0)
        {
            *values = (int)value;
        }

        Store(length, Math.Min(count, 1));
    }

    /// <summary>What glClientWaitSync answers on the host without waiting. What is signaled stays so: another host, which makes the sync object again, is not asked.</summary>
    private static uint Test(GuestStream stream, nint sync, uint flags)
    {
        SyncNames syncs = GuestThread.Context!.Group.Syncs;
        if (syncs.IsSignaled(sync))
        {
            return AlreadySignaled;
        }

        uint token = stream.NextToken();
        TestSync.Write(stream.Reserve(TestSync.Bytes), token, (uint)sync, flags);
        using Reply reply = stream.Ask(token, Opcode.TestSync);
        uint answer = reply.Rest.IsEmpty ? WaitFailed : reply.Value();
        if (answer is AlreadySignaled or ConditionSatisfied)
        {
            syncs.Signal(sync);
        }

        return answer;
    }
}
