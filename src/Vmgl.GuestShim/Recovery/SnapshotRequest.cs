using System.Diagnostics;
using Vmgl.GuestShim.Control;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Writes the session to a file (docs/SNAPSHOT.md).</summary>
internal sealed class SnapshotRequest(GuestSession session, KeptSession kept, RecoveryState state, ContentReader reader)
{
    /// <summary>Writes a snapshot of a program that draws, or is suspended.</summary>
    /// <exception cref="ControlException">There is none; the program goes on.</exception>
    public SnapshotResult CarryOut(Stream to)
    {
        long start = Stopwatch.GetTimestamp();
        switch (state.Current)
        {
            case ProgramState.Drawing:
                WriteWhileStopped(to);
                break;
            case ProgramState.Suspended:
                WriteSnapshot(to); // nobody draws, and everything was read back
                break;
            default:
                throw new ControlException("the program is looking for its host, and some of what it drew may be lost with the old one; resume it first");
        }

        return new SnapshotResult(to.Length, Elapsed.MillisecondsSince(start), [.. kept.Stale]);
    }

    private void WriteWhileStopped(Stream to)
    {
        try
        {
            session.Connection.StopEverything(host =>
            {
                reader.ReadEverything(host);
                WriteSnapshot(to);
            });
        }
        catch (Exception e) when (e is HostLostException or RebuildException or IOException)
        {
            throw new ControlException($"{e.Message}; the program goes on");
        }
        finally
        {
            session.Connection.Continue(null);
        }
    }

    /// <summary>Writes all of it, while everything is stopped.</summary>
    /// <exception cref="RebuildException">The host has no pbuffers that could stand for the program's drawables.</exception>
    /// <exception cref="IOException">Of the stream.</exception>
    private void WriteSnapshot(Stream to)
    {
        lock (kept.Folding)
        {
            SessionMirror mirror = kept.Mirror;
            string name = File.ReadAllText("/proc/self/comm").Trim();
            var file = new SnapshotWriter(to, new SnapshotProgram(name, Environment.ProcessId, session.Connection.Address.Text,
                mirror.Facts));
            var host = new SnapshotHost(file);
            var drawables = new SnapshotDrawables(host, mirror, session.Configs, kept.Contents);
            file.WriteDrawables(drawables.Entries);
            file.WriteContexts([.. mirror.Contexts.Select(EntryOf)]);
            new Rebuilder(host, drawables, mirror, session.Configs).RebuildSession(kept.Contents);
            WriteUnfolded(host);
            file.WriteEnd();
        }
    }

    private SnapshotContext EntryOf(MirroredContext context)
    {
        uint number = context.State.Context;
        uint first = kept.Mirror.Contexts.First(other => other.State.Group == context.State.Group).State.Context;
        return new SnapshotContext(number, new CreateContext(context.Command).Config, first == number ? 0 : first);
    }

    /// <summary>Writes what the mirror could not fold: frames of streams whose primitive or list is open.</summary>
    private void WriteUnfolded(SnapshotHost host)
    {
        var replay = new FrameReplay(host);
        foreach (KeptFrame frame in kept.Log.CopyAll())
        {
            replay.SendAgain(frame, awaited: 0);
        }
    }
}
