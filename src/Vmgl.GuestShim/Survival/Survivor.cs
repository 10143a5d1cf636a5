using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Survival;

/// <summary>Remembers what a session needs to live on another worker, and brings it there.</summary>
/// <remarks>Frames are kept until the host has done them, then folded into the mirror by a thread of our own. The lock for the mirror is the last
/// of the connection's locks.</remarks>
internal sealed partial class Survivor
{
    /// <summary>Folding wakes a thread: not for less than this.</summary>
    private const long WakeBytes = 256 << 10;

    /// <summary>A worker that ends so often without having done anything ends because of what it is sent.</summary>
    private const int MostLosses = 12;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    private readonly HostConnection _connection;
    private readonly Lock _folding = new();
    private readonly int _wake = Libc.MakeEvent();
    private int _losses;
    private string? _hopeless;
    private bool _lacksSwap;
    private DrawableContents[] _contents = [];

    public Survivor(HostConnection connection)
    {
        (_connection, _target) = (connection, connection.Address);
        Log = new FrameLog((drawable, picture) => Session?.Pictures.IsShown(drawable, picture) ?? true);
        Libc.WithoutSignals(() => new Thread(Serve) { IsBackground = true, Name = "vmgl mirror" }.Start());
    }

    /// <summary>What was sent since the state that the mirror has.</summary>
    public FrameLog Log { get; }

    /// <summary>What the session has on its host.</summary>
    public SessionMirror Mirror { get; } = new(PagePool.Here);

    /// <summary>The session, once it is there.</summary>
    public GlxSession? Session { get; set; }

    /// <summary>How often a worker was lost and another took its place.</summary>
    public int Survived { get; private set; }

    /// <summary>How long the last loss held the program up.</summary>
    public TimeSpan LastInterruption { get; private set; }

    /// <summary>What would be old if the host vanished now.</summary>
    private IEnumerable<StaleContent> Stale
    {
        get
        {
            lock (_folding)
            {
                bool lacksAccumulation = _contents.Length == 0 && Mirror.Contexts.Any(context => context.State.HasAccumulated);
                return
                [
                    .. Mirror.Stale, .. _contents.Where(c => c.Lacking is not null).Select(c => new StaleContent($"{c.Lacking} of window 0x{c.Drawable:x}", 0)),
                    .. lacksAccumulation ? [new StaleContent("the accumulation buffer", 0)] : Array.Empty<StaleContent>(),
                ];
            }
        }
    }

    private long ContentBytes => _contents.Sum(contents => contents.Bytes);

    /// <summary>Keeps a frame that is about to be sent. The caller holds the lock for sending.</summary>
    public void Keep(KeptFrame frame)
    {
        Log.Add(frame);
        if (Log.Bytes > SurvivalOptions.Here.KeepBytes)
        {
            Fold(force: false);
            if (Log.Bytes > SurvivalOptions.Here.KeepBytes)
            {
                Fold(force: true);
            }
        }
    }

    /// <summary>The host has carried out a swap.</summary>
    public void Swapped(uint stream, bool hasErred, SwapReport report)
    {
        Log.Done(stream, hasErred, report);
        MadeProgress();
        if (Log.DoneBytes > WakeBytes)
        {
            Libc.Signal(_wake);
        }
    }

    /// <summary>The worker does what it is sent.</summary>
    public void MadeProgress() => _losses = 0;

    /// <summary>The host has answered a question.</summary>
    /// <param name="answer">The reply's payload.</param>
    public void Answered(uint stream, uint token, Opcode opcode, ReadOnlySpan<byte> answer)
    {
        Note(stream, token, opcode, answer);
        Log.Answered(stream);
    }

    private void Note(uint stream, uint token, Opcode opcode, ReadOnlySpan<byte> answer)
    {
        bool makes = SessionMirror.IsCreation(opcode);
        if ((!makes && !SessionMirror.NeedsReply(opcode)) || Log.LastOf(stream) is not KeptFrame frame)
        {
            return;
        }

        if (!makes)
        {
            (frame.Answers ??= [])[token] = answer.ToArray();
            return;
        }

        var reader = new BatchReader(frame.Commands, frame.Bulk);
        while (reader.TryNext(out Opcode found, out ReadOnlySpan<byte> command))
        {
            if (found == opcode && CommandTable.TokenOf(found, command) == token && OwnContext.IsGranted(opcode, answer))
            {
                lock (_folding)
                {
                    Mirror.NoteCreation(opcode, command);
                }
            }
        }
    }

    /// <summary>The host will never take this session again; why.</summary>
    public void GiveUp(string why) => _hopeless ??= why;

    /// <summary>Looks for a worker until there is one, and brings the session there. Nobody else sends or receives meanwhile.</summary>
    /// <returns>The worker; null, and said why, when the session is lost for good.</returns>
    public HostLink? Recover(string why)
    {
        long start = Stopwatch.GetTimestamp();
        SetState(ProgramState.Reconnecting);
        string? trouble = _hopeless ?? (++_losses > MostLosses ? $"{why} each of {MostLosses} times, as soon as it got what this program draws" : null);
        string last = why;
        HostLink? link = trouble is null ? FindAnother(start, ref last) : null;
        SetState(ProgramState.Drawing);
        if (link is not null)
        {
            LastInterruption = Stopwatch.GetElapsedTime(start);
            Survived++;
            Say(why, link);
            return link;
        }

        string tried = SurvivalOptions.Here.ReconnectLimit > TimeSpan.Zero && trouble is null && _hopeless is null
            ? $" and could not be replaced within {SurvivalOptions.Here.ReconnectLimit.TotalSeconds:0} s ({last})" : "";
        Failure.Say($"{StubAddress.Variable}={_target.Text} {trouble ?? _hopeless ?? why}{tried}; this program draws nothing from here on, start it again");
        return null;
    }

    /// <summary>Tries again and again, with growing pauses. What the user's tools say ends a pause, and lets it wait without end.</summary>
    private HostLink? FindAnother(long start, ref string why)
    {
        TimeSpan pause = s_firstPause;
        TimeSpan held = TimeSpan.Zero;
        TimeSpan limit = SurvivalOptions.Here.ReconnectLimit;
        while (_hopeless is null && limit > TimeSpan.Zero && Stopwatch.GetElapsedTime(start) - held <= limit)
        {
            long before = Stopwatch.GetTimestamp();
            if (ResumeService.Ask(out StubAddress? told))
            {
                _target = told ?? _target;
                held += Stopwatch.GetElapsedTime(before);
            }

            if (TryMove(_target, ref why) is HostLink link)
            {
                return link;
            }

            lock (_gate)
            {
                before = Stopwatch.GetTimestamp();
                pause = Monitor.Wait(_gate, pause) ? s_firstPause : pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
                while (_isHeld)
                {
                    _ = Monitor.Wait(_gate);
                    held = Stopwatch.GetElapsedTime(before);
                }
            }
        }

        return null;
    }

    private void SetState(ProgramState state)
    {
        lock (_gate)
        {
            _state = state;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>One attempt: a worker that has the session as the mirror knows it and has been sent the frames since then; null, and why, when that failed.</summary>
    private HostLink? TryMove(StubAddress address, ref string why)
    {
        try
        {
            using var worker = FreshWorker.Dial(address, Session!);
            return Bring(worker);
        }
        catch (Exception e) when (e is AddressException or HostLostException or RebuildException)
        {
            why = e.Message;
            return null;
        }
    }

    /// <summary>Brings the session to a worker: what the mirror has, and the frames since then.</summary>
    private HostLink Bring(FreshWorker worker)
    {
        lock (_folding)
        {
            if (Mirror.Facts == HostFacts.Least && Mirror.Contexts.FirstOrDefault() is MirroredContext like)
            {
                Mirror.Facts = worker.FactsFor(like, Mirror) ?? HostFacts.Least; // what is not folded yet may have been refused by the host that is gone; most are alike
            }

            FoldTaken(Log.Take(force: false, out _));
            return worker.Bring(Mirror, _contents, SendAgain);
        }
    }

    /// <summary>Sends what the mirror does not have, in its order.</summary>
    private void SendAgain(LinkQuestions host)
    {
        _connection.ClearDone();
        _connection.FinishSwaps(Log.TakeUnheard());
        byte[] commands = [];
        byte[] bulk = [];
        foreach (KeptFrame frame in Log.All())
        {
            if (frame.IsDone)
            {
                frame.Picture = null;
                _connection.NoteDone(frame.Stream);
            }

            (int commandBytes, int bulkBytes) = Strip(frame, ref commands, ref bulk, frame.IsAwaiting ? _connection.AwaitedOf(frame.Stream) : 0);
            if (commandBytes > 0)
            {
                host.Send(frame.Stream, commands.AsSpan(0, commandBytes), bulk.AsSpan(0, bulkBytes));
            }
        }
    }

    /// <summary>A frame without what makes things that are there again already, and without questions that nobody waits for. Those that must be asked again for
    /// what they do get a token that nobody has: the program may have come to the same one again.</summary>
    /// <param name="awaited">The token of the question in it that is not answered yet; 0 for none.</param>
    private static (int CommandBytes, int BulkBytes) Strip(KeptFrame frame, ref byte[] commands, ref byte[] bulk, uint awaited)
    {
        commands = commands.Length < frame.Commands.Length ? new byte[frame.Commands.Length] : commands;
        bulk = bulk.Length < frame.Bulk.Length ? new byte[frame.Bulk.Length] : bulk;
        (int commandBytes, int bulkBytes) = (0, 0);
        var reader = new BatchReader(frame.Commands, frame.Bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            // A question may have made an error that the program will ask for: it is left out where there was none, or its answer is large.
            bool isQuestion = SessionMirror.IsCreation(opcode) || opcode == Opcode.OpenPictures
                || (SessionMirror.IsPureQuestion(opcode) && (frame.IsSure || SessionMirror.RepliesWithContents(opcode)));
            bool isAwaited = CommandTable.HasToken(opcode) && CommandTable.TokenOf(opcode, command) == awaited;
            if ((isQuestion && !isAwaited) || (opcode == Opcode.Settle && !frame.IsAwaiting))
            {
                continue;
            }

            command.CopyTo(commands.AsSpan(commandBytes));
            if (!isAwaited && CommandTable.HasToken(opcode))
            {
                CommandTable.PutToken(opcode, commands.AsSpan(commandBytes), LinkQuestions.NobodysToken);
            }

            commandBytes += command.Length;
            Span<byte> room = bulk.AsSpan(bulkBytes, (int)Align.To4(reader.Bulk.Length));
            room.Clear();
            reader.Bulk.CopyTo(room);
            bulkBytes += room.Length;
        }

        return (commandBytes, bulkBytes);
    }

    /// <summary>The thread's work: to fold what is done, and to do what the user's tools ask.</summary>
    private unsafe void Serve()
    {
        ControlSocket? control = OpenControl();
        PollEntry* entries = stackalloc PollEntry[2];
        while (true)
        {
            entries[0] = PollEntry.Of(_wake);
            entries[1] = PollEntry.Of(control?.Descriptor ?? -1);
            LibcSockets.WaitForAny(entries, 2, Sooner(UntilCheckpoint(), UntilSettling()));
            if (IsCheckpointDue)
            {
                Checkpoint();
            }

            if (entries[0].IsReady)
            {
                Libc.TakeSignal(_wake);
                LearnEarly();
                Fold(force: false);
            }

            if (_isUnsettled && Stopwatch.GetElapsedTime(_lastSettling) >= s_settling)
            {
                Settle();
            }

            if (entries[1].IsReady)
            {
                control!.Serve();
            }
        }
    }

    private ControlSocket? OpenControl()
    {
        try
        {
            return ControlSocket.Open(this);
        }
        catch (ControlException e)
        {
            Failure.Say($"this program cannot be suspended or moved: {e.Message}");
            return null;
        }
    }

    private void Fold(bool force)
    {
        lock (_folding)
        {
            List<KeptFrame> taken = Log.Take(force, out bool lacksSwap);
            _lacksSwap |= lacksSwap;
            FoldTaken(taken);
        }
    }

    private void FoldTaken(List<KeptFrame> frames)
    {
        _contents = frames.Count == 0 ? _contents : []; // drawables are drawn into again
        if (frames.Count > 0 && !_isUnsettled)
        {
            _isUnsettled = true;
            Libc.Signal(_wake); // folded by a thread of the program: ours may wait without end
        }

        foreach (KeptFrame frame in frames)
        {
            try
            {
                Mirror.Fold(frame.Stream, frame.Commands, frame.Bulk, frame.IsSure, frame.Answers);
                if (frame.IsDone)
                {
                    Mirror.NoteError(frame.Stream, frame.PendingError);
                }
            }
            catch (Exception e)
            {
                GiveUp("is lost, and the session cannot be rebuilt");
                Failure.Say($"what this program draws cannot be kept any more, so it will not outlive its host ({e.GetType().Name}: {e.Message})");
            }

            frame.Release();
        }
    }

    private void Say(string why, HostLink link)
    {
        string[] stale = [.. Stale.Select(content => content.What)];
        string old = stale.Length == 0 ? "" : $"; as old as when they were last read back: {string.Join(", ", stale.Take(8))}{(stale.Length > 8 ? $" and {stale.Length - 8} more" : "")}";
        string unseen = _lacksSwap ? "; what was drawn without a swap may be missing" : "";
        Failure.Say($"{StubAddress.Variable}={link.Address.Text} {why}; drawing goes on after {LastInterruption.TotalMilliseconds:0} ms"
            + $" (loss {Survived}, {Mirror.Bytes / 1e6:0.0} MB rebuilt){old}{unseen}");
    }
}
