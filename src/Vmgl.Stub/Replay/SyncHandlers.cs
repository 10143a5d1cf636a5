using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Sync objects (GL 3.2 section 5.2) by the guest's numbers. No handler waits: a stream that waits would stop all of
/// them.</summary>
internal static unsafe class SyncHandlers
{
    internal static void MakeSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new MakeSync(command);
        if (r.Syncs.Count >= Limits.MaxSyncs)
        {
            throw new ProtocolException($"{Limits.MaxSyncs} sync objects are there already");
        }

        r.Syncs[c.Sync] = r.Gl.FenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    }

    internal static void TestSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new TestSync(command);
        Replies.SendValue(r, c.Token, r.Syncs.TryGetValue(c.Sync, out nint sync) ? r.Gl.ClientWaitSync(sync, c.Flags, 0) : GL_WAIT_FAILED);
    }

    internal static void AwaitSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        if (r.Syncs.TryGetValue(new AwaitSync(command).Sync, out nint sync))
        {
            r.Gl.WaitSync(sync, 0, ulong.MaxValue);
        }
    }

    internal static void ForgetSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        if (r.Syncs.Remove(new ForgetSync(command).Sync, out nint sync))
        {
            r.Gl.DeleteSync(sync);
        }
    }
}
