using System.Diagnostics;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Sync objects (GL 3.2 section 5.2, ARB_sync). The guest numbers them; the guest waits by asking again and again, so that on the
/// host, where one thread plays all streams, no stream is held up.</summary>
internal static unsafe partial class SyncObjects
{
    private const int LongestPauseMilliseconds = 4;

    public static partial nint FenceSync(GuestStream stream, GuestContext context, uint condition, uint flags)
    {
        if (condition != GL_SYNC_GPU_COMMANDS_COMPLETE || flags != 0)
        {
            stream.RecordError(condition != GL_SYNC_GPU_COMMANDS_COMPLETE ? GL_INVALID_ENUM : GL_INVALID_VALUE);
            return 0;
        }

        uint sync = context.Group.Syncs.MakeName();
        MakeSync.Write(stream.Reserve(MakeSync.Bytes), sync);
        return (nint)sync;
    }

    public static partial byte IsSync(GuestStream stream, GuestContext context, nint sync) =>
        context.Group.Syncs.IsName(sync) ? (byte)1 : (byte)0;

    public static partial void DeleteSync(GuestStream stream, GuestContext context, nint sync)
    {
        if (sync == 0)
        {
            return;
        }

        if (!context.Group.Syncs.DeleteName(sync))
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        ForgetSync.Write(stream.Reserve(ForgetSync.Bytes), (uint)sync);
    }

    /// <summary>Waits up to <paramref name="timeout"/> nanoseconds.</summary>
    public static partial uint ClientWaitSync(GuestStream stream, GuestContext context, nint sync, uint flags, ulong timeout)
    {
        if (!context.Group.Syncs.IsName(sync) || (flags & ~GL_SYNC_FLUSH_COMMANDS_BIT) != 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return GL_WAIT_FAILED;
        }

        uint first = TestSync(stream, context.Group.Syncs, sync, flags);
        if (first != GL_TIMEOUT_EXPIRED || timeout == 0)
        {
            return first;
        }

        long began = Stopwatch.GetTimestamp();
        for (int pause = 0; Stopwatch.GetElapsedTime(began).TotalNanoseconds < timeout; pause = Math.Min(pause + 1,
            LongestPauseMilliseconds))
        {
            Thread.Sleep(pause);
            if (TestSync(stream, context.Group.Syncs, sync, flags) is var now && now != GL_TIMEOUT_EXPIRED)
            {
                return now == GL_ALREADY_SIGNALED ? GL_CONDITION_SATISFIED : now;
            }
        }

        return GL_TIMEOUT_EXPIRED;
    }

    public static partial void WaitSync(GuestStream stream, GuestContext context, nint sync, uint flags, ulong timeout)
    {
        if (!context.Group.Syncs.IsName(sync) || flags != 0 || timeout != ulong.MaxValue)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        AwaitSync.Write(stream.Reserve(AwaitSync.Bytes), (uint)sync);
    }

    public static partial void GetSynciv(GuestStream stream, GuestContext context, nint sync, uint pname, int count, int* length,
        int* values)
    {
        bool isSync = context.Group.Syncs.IsName(sync);
        uint? value = pname switch
        {
            _ when !isSync || count < 0 => null,
            GL_OBJECT_TYPE => GL_SYNC_FENCE,
            GL_SYNC_CONDITION => GL_SYNC_GPU_COMMANDS_COMPLETE,
            GL_SYNC_STATUS => TestSync(stream, context.Group.Syncs, sync, 0) == GL_ALREADY_SIGNALED ? GL_SIGNALED : GL_UNSIGNALED,
            GL_SYNC_FLAGS => 0u,
            _ => null,
        };
        if (value is null)
        {
            stream.RecordError(!isSync || count < 0 ? GL_INVALID_VALUE : GL_INVALID_ENUM);
            return;
        }

        if (count > 0)
        {
            *values = (int)value;
        }

        Texts.StoreNumber(length, Math.Min(count, 1));
    }

    /// <summary>The result of glClientWaitSync on the host without waiting. A signaled sync object stays signaled: another host, which
    /// makes it anew, is not asked.</summary>
    private static uint TestSync(GuestStream stream, SyncNames syncs, nint sync, uint flags)
    {
        if (syncs.IsSignaled(sync))
        {
            return GL_ALREADY_SIGNALED;
        }

        uint token = stream.NextToken();
        Wire.Commands.TestSync.Write(stream.Reserve(Wire.Commands.TestSync.Bytes), token, (uint)sync, flags);
        using Reply reply = stream.AskHost(token, Opcode.TestSync);
        uint answer = reply.Rest.IsEmpty ? GL_WAIT_FAILED : reply.NextValue();
        if (answer is GL_ALREADY_SIGNALED or GL_CONDITION_SATISFIED)
        {
            syncs.MarkSignaled(sync);
        }

        return answer;
    }
}
