using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Present;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Puts together what keeps a session, brings it to other workers, and carries out what its user asks.</summary>
internal static class SessionRecovery
{
    /// <summary>Begins to keep a session. Called once, before anything is sent.</summary>
    public static void BeginKeeping(GuestSession session, Pictures pictures)
    {
        HostConnection connection = session.Connection;
        var kept = new KeptSession(pictures.IsShown);
        var state = new RecoveryState(connection.Address);
        var recovery = new WorkerRecovery(session, pictures, kept, state);
        var reader = new ContentReader(kept, pictures);
        connection.AttachKeeper(kept, recovery);
        var control = new ProgramControl(
            session, kept, state, recovery, reader, new MoveRequest(session, pictures, kept, state, recovery, reader),
            new SnapshotRequest(session, kept, state, reader));
        new MirrorThread(kept, new Checkpoints(connection, kept, state, reader), new CopyComparison(session, kept), control).StartThread();
    }
}
