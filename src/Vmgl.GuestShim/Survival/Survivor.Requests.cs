using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;

namespace Vmgl.GuestShim.Survival;

/// <summary>What the user's tools ask of the program, on the mirror's thread.</summary>
internal sealed partial class Survivor : ISurvivor
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>An X server that takes no picture for so long takes none.</summary>
    private static readonly TimeSpan s_picturePatience = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private ProgramState _state = ProgramState.Drawing;
    private bool _isHeld;
    private bool _hasAskedEarly;
    private StubAddress _target;
    private long _checkpoints;
    private long _lastCheckpoint = Stopwatch.GetTimestamp();

    public ProgramStatus Status()
    {
        lock (_gate)
        {
            return new ProgramStatus(
                Environment.ProcessId, File.ReadAllText("/proc/self/comm").Trim(), _target.Text, _state, Mirror.Contexts.Count,
                Mirror.Bytes + Log.Bytes + ContentBytes, Log.Swaps, Survived, LastInterruption.TotalMilliseconds, [.. Stale], _checkpoints);
        }
    }

    public SuspendResult Suspend()
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _isHeld |= _state == ProgramState.Reconnecting;
            if (_state != ProgramState.Drawing)
            {
                return Suspended(start);
            }
        }

        try
        {
            _connection.Halt(host => Quiesce(host));
        }
        catch (HostLostException e)
        {
            // It is gone already: the next who needs it looks for another, and is told to wait.
            lock (_gate)
            {
                _isHeld = true;
            }

            _connection.Break();
            _connection.GoOn(null);
            throw new ControlException($"the host was lost while contents were read back ({e.Message}); the program waits with what it had");
        }

        _connection.Leave();
        Session?.Pictures.Close();
        lock (_gate)
        {
            _state = ProgramState.Suspended;
        }

        return Suspended(start);
    }

    public ResumeResult ResumeIfLost(string address)
    {
        long start = Stopwatch.GetTimestamp();
        StubAddress target = Parse(address);
        int before = Survived;
        bool isDrawing;
        lock (_gate)
        {
            isDrawing = _state == ProgramState.Drawing;
        }

        if (!isDrawing || !_connection.Liveness.Answers(HostLiveness.Silence))
        {
            return Resume(address);
        }

        if (_connection.Address.Text == target.Text)
        {
            bool hasStayed = Survived == before; // a thread of the program may have found out first
            return new ResumeResult(target.Text, Since(start), hasStayed ? 0 : Mirror.Bytes + ContentBytes, hasStayed ? [] : [.. Stale], hasStayed);
        }

        MoveResult moved = Move(address, checkOnly: false); // reads back what only the host has
        return new ResumeResult(moved.Host, Since(start), moved.Bytes, moved.Stale);
    }

    public ResumeResult Resume(string? address)
    {
        long start = Stopwatch.GetTimestamp();
        ProgramState state;
        lock (_gate)
        {
            _target = address is null ? _target : Parse(address);
            state = _state;
        }

        switch (state)
        {
            case ProgramState.Suspended:
                GoOnAt(start);
                break;
            case ProgramState.Reconnecting:
                AwaitRecovery();
                break;
            default:
                _connection.Reconnect("was left for the user told so");
                break;
        }

        return new ResumeResult(_target.Text, Since(start), Mirror.Bytes + ContentBytes, [.. Stale]);
    }

    /// <summary>How long until contents are to be read back; zero when they are not.</summary>
    private TimeSpan UntilCheckpoint()
    {
        TimeSpan every = SurvivalOptions.Here.Checkpoint;
        return every == TimeSpan.Zero ? every : TimeSpan.FromMilliseconds(Math.Max(1, (every - Stopwatch.GetElapsedTime(_lastCheckpoint)).TotalMilliseconds));
    }

    private bool IsCheckpointDue =>
        SurvivalOptions.Here.Checkpoint > TimeSpan.Zero && Stopwatch.GetElapsedTime(_lastCheckpoint) >= SurvivalOptions.Here.Checkpoint;

    /// <summary>Reads back what only the host has (VMGL_CHECKPOINT).</summary>
    private void Checkpoint()
    {
        _lastCheckpoint = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            if (_state != ProgramState.Drawing || Session is null)
            {
                return;
            }
        }

        Ask(Quiesce);
    }

    /// <summary>Learns once what decides which commands can have been refused, before anything is folded that may have been.</summary>
    private void LearnEarly()
    {
        bool isDrawing;
        lock (_gate)
        {
            isDrawing = _state == ProgramState.Drawing;
        }

        if (isDrawing && !_hasAskedEarly && Session is not null && Mirror.Facts == HostFacts.Least)
        {
            _hasAskedEarly = true; // a host that does not tell would stop the program each time
            Ask(LearnFacts);
        }
    }

    /// <summary>Asks the host something while everything is stopped. One that is lost meanwhile is found out by who needs it next.</summary>
    private void Ask(Action<LinkQuestions> ask)
    {
        try
        {
            _connection.Halt(ask);
        }
        catch (HostLostException)
        {
        }

        _connection.GoOn(null);
    }

    /// <summary>Brings the mirror to this very moment: folds all that can be folded, and reads what only the host has.</summary>
    private void Quiesce(LinkQuestions host)
    {
        AwaitPictures(host);
        LearnFacts(host);
        FoldAll(host);
        lock (_folding)
        {
            foreach (MirroredContext context in Mirror.Contexts.Where(context => context.LastDrawable != 0))
            {
                ReadOwn(host, context);
            }

            foreach (GroupMirror group in Mirror.Groups)
            {
                ReadBack(host, group);
            }

            _contents = [.. ReadDrawables(host)];
            _checkpoints++;
            _lacksSwap = false;
        }
    }

    /// <summary>Lets the pictures of what was swapped reach the program's windows: with the host they would be gone.</summary>
    private void AwaitPictures(LinkQuestions host)
    {
        if (Session?.Pictures is { HasWindows: true } pictures)
        {
            long start = Stopwatch.GetTimestamp();
            byte[] last = host.Ask(Wire.Commands.WaitForDisplay.Bytes, static (to, token) => Wire.Commands.WaitForDisplay.Write(to, token, 0));
            _ = pictures.Await(last, isOver: () => Stopwatch.GetElapsedTime(start) > s_picturePatience);
        }
    }

    /// <summary>Asks once for what decides which commands can have been refused. Before, what every GL has is taken.</summary>
    private void LearnFacts(LinkQuestions host)
    {
        if (Mirror.Facts != HostFacts.Least)
        {
            return;
        }

        Dictionary<uint, uint> bound = Log.BoundDrawables();
        foreach (MirroredContext like in Mirror.Contexts)
        {
            uint drawable = bound.GetValueOrDefault(like.State.Context, like.LastDrawable);
            if (drawable != 0 && HostLimits.FactsOf(host, like, drawable) is HostFacts facts)
            {
                lock (_folding)
                {
                    Mirror.Facts = facts;
                }

                return;
            }
        }
    }

    /// <summary>Folds all that can be folded, and has the host say of it whether errors were found.</summary>
    private void FoldAll(LinkQuestions host)
    {
        Fold(force: false);
        Dictionary<MirroredContext, uint> pending = [];
        if (!Log.IsInPrimitive)
        {
            Log.Judge(HasErred(host, pending));
        }

        Fold(force: true);
        foreach ((MirroredContext context, uint error) in pending)
        {
            context.PendingError = error; // swaps that were folded tell older ones
        }
    }

    /// <summary>Whether errors were found since this was asked last.</summary>
    /// <param name="pending">Gets the errors that the program may still ask for.</param>
    private bool HasErred(LinkQuestions host, Dictionary<MirroredContext, uint> pending)
    {
        bool hasErred = false;
        Dictionary<uint, uint> bound = Log.BoundDrawables();
        foreach (MirroredContext context in Mirror.Contexts)
        {
            uint drawable = bound.GetValueOrDefault(context.State.Context, context.LastDrawable);
            if (drawable == 0)
            {
                continue;
            }

            using Borrowed? borrowed = Borrowed.Enter(host, context, drawable);
            byte[] answer = host.Ask(Wire.Commands.HasErred.Bytes, Wire.Commands.HasErred.Write);
            bool isKnown = borrowed is not null && answer.Length >= 2 * sizeof(uint);
            hasErred |= !isKnown || BitConverter.ToUInt32(answer) != 0;
            if (isKnown)
            {
                pending[context] = BitConverter.ToUInt32(answer, sizeof(uint));
            }
        }

        return hasErred;
    }

    private static void ReadOwn(LinkQuestions host, MirroredContext context)
    {
        using Borrowed? borrowed = Borrowed.Enter(host, context, context.LastDrawable);
        if (borrowed is not null)
        {
            context.State.Group.ReadBackOwn(host, context.State.Context);
        }
    }

    /// <summary>Reads back what GL wrote into a group's objects, by a context of our own that shares them.</summary>
    private void ReadBack(LinkQuestions host, GroupMirror group)
    {
        MirroredContext? member = Mirror.Contexts.FirstOrDefault(context => context.State.Group == group && context.LastDrawable != 0);
        if (member is not null && group.Stale.Any())
        {
            using var own = OwnContext.Enter(host, member, share: member.State.Context);
            if (own is not null)
            {
                group.ReadBack(host);
            }
        }
    }

    private IEnumerable<DrawableContents> ReadDrawables(LinkQuestions host)
    {
        bool isMidway = Log.All().Length > 0; // all that is closed is folded
        foreach (MirroredDrawable drawable in Mirror.Drawables)
        {
            MirroredContext? like = Mirror.Contexts.FirstOrDefault(context => context.LastDrawable == drawable.Number);
            MirroredContext[] accumulating = [.. Mirror.Contexts.Where(context => context.LastDrawable == drawable.Number && context.State.HasAccumulated)];
            if (like is not null && DrawableContents.Read(host, drawable, like, accumulating, isMidway) is DrawableContents contents)
            {
                contents.IsSeen = Session!.Pictures.HasShown(drawable.Number);
                yield return contents;
            }
        }
    }

    /// <summary>Resumes from a suspension: this thread stopped everything, and lets it go on only when there is a host.</summary>
    private void GoOnAt(long start)
    {
        string why = "";
        HostLink next = TryMove(_target, ref why) ?? throw new ControlException($"{why}; the program waits, try again");
        lock (_gate)
        {
            _state = ProgramState.Drawing;
        }

        LastInterruption = Stopwatch.GetElapsedTime(start);
        _connection.GoOn(next);
    }

    /// <summary>A thread of the program looks for a host: it does so at once, and here that is waited for.</summary>
    private void AwaitRecovery()
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _isHeld = false;
            Monitor.PulseAll(_gate);
            while (_state == ProgramState.Reconnecting)
            {
                if (Stopwatch.GetElapsedTime(start) > s_patience)
                {
                    throw new ControlException($"{_target.Text} could not be reached within {s_patience.TotalSeconds:0} s; the program goes on trying");
                }

                _ = Monitor.Wait(_gate, 200);
            }
        }
    }

    private SuspendResult Suspended(long start) => new(Since(start), Mirror.Bytes + Log.Bytes + ContentBytes, [.. Stale]);

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    private static StubAddress Parse(string address)
    {
        try
        {
            return StubAddress.Parse(address);
        }
        catch (AddressException)
        {
            throw new ControlException($"\"{address}\" is no address; give HOST:PORT, [V6]:PORT or unix:/PATH");
        }
    }
}
