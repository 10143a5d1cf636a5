using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Sync objects (GL 3.2 section 5.2) by the guest's numbers. No handler waits: a stream that waits would stop all of them.</summary>
internal static unsafe partial class Handlers
{
    private const uint WaitFailed = 0x911D;

    internal static partial void MakeSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint CommandsComplete = 0x9117;
        var c = new MakeSync(command);
        if (r.Syncs.Count >= Limits.MaxSyncs)
        {
            throw new ProtocolException($"{Limits.MaxSyncs} sync objects are there already");
        }

        r.Syncs[c.Sync] = r.Gl.FenceSync(CommandsComplete, 0);
    }

    internal static partial void TestSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new TestSync(command);
        Answer(r, c.Token, r.Syncs.TryGetValue(c.Sync, out nint sync) ? r.Gl.ClientWaitSync(sync, c.Flags, 0) : WaitFailed);
    }

    internal static partial void AwaitSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        if (r.Syncs.TryGetValue(new AwaitSync(command).Sync, out nint sync))
        {
            r.Gl.WaitSync(sync, 0, ulong.MaxValue);
        }
    }

    internal static partial void ForgetSync(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        if (r.Syncs.Remove(new ForgetSync(command).Sync, out nint sync))
        {
            r.Gl.DeleteSync(sync);
        }
    }
}
