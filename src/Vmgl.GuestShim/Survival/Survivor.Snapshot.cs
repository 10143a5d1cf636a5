using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Survival;

/// <summary>The session as a file (docs/SNAPSHOT.md).</summary>
internal sealed partial class Survivor
{
    public SnapshotResult Snapshot(Stream to)
    {
        long start = Stopwatch.GetTimestamp();
        ProgramState state;
        lock (_gate)
        {
            state = _state;
        }

        switch (state)
        {
            case ProgramState.Drawing:
                SnapshotDrawing(to);
                break;
            case ProgramState.Suspended:
                WriteSnapshot(to); // nobody draws, and everything was read back
                break;
            default:
                throw new ControlException("the program is looking for its host, and some of what it drew may be lost with the old one; resume it first");
        }

        return new SnapshotResult(to.Length, Since(start), [.. Stale]);
    }

    private void SnapshotDrawing(Stream to)
    {
        try
        {
            _connection.Halt(host =>
            {
                Quiesce(host);
                WriteSnapshot(to);
            });
        }
        catch (Exception e) when (e is HostLostException or RebuildException or IOException)
        {
            throw new ControlException($"{e.Message}; the program goes on");
        }
        finally
        {
            _connection.GoOn(null);
        }
    }

    /// <summary>Writes all of it, while everything is stopped.</summary>
    /// <exception cref="RebuildException">The host has no pbuffers that could stand for the program's drawables.</exception>
    /// <exception cref="IOException">Of the stream.</exception>
    private void WriteSnapshot(Stream to)
    {
        lock (_folding)
        {
            string name = File.ReadAllText("/proc/self/comm").Trim();
            var file = new SnapshotWriter(to, new SnapshotProgram(name, Environment.ProcessId, _connection.Address.Text, Mirror.Facts));
            var host = new SnapshotHost(file);
            var drawables = new SnapshotDrawables(host, Mirror, Session!, _contents);
            file.Drawables(drawables.Entries);
            file.Contexts([.. Mirror.Contexts.Select(EntryOf)]);
            new Rebuilder(host, drawables, Mirror, Session!).Rebuild(_contents);
            WriteUnderWay(host);
            file.End();
        }
    }

    private SnapshotContext EntryOf(MirroredContext context)
    {
        uint number = context.State.Context;
        uint first = Mirror.Contexts.First(other => other.State.Group == context.State.Group).State.Context;
        return new SnapshotContext(number, new CreateContext(context.Command).Config, first == number ? 0 : first);
    }

    /// <summary>What the mirror could not take in: frames of streams whose primitive or list is open.</summary>
    private void WriteUnderWay(SnapshotHost host)
    {
        byte[] commands = [];
        byte[] bulk = [];
        foreach (KeptFrame frame in Log.All())
        {
            (int commandBytes, int bulkBytes) = Strip(frame, ref commands, ref bulk, awaited: 0);
            if (commandBytes > 0)
            {
                host.Send(frame.Stream, commands.AsSpan(0, commandBytes), bulk.AsSpan(0, bulkBytes));
            }
        }
    }
}
