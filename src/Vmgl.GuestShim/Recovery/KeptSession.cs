using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Everything that another worker needs to go on with the session: the mirror, the frames since the state that it has, the
/// contents of drawables.</summary>
/// <remarks>Frames are kept until the host has played them, then folded into the mirror by a thread of our own. The lock for the mirror is
/// the last of the connection's locks.</remarks>
/// <param name="isShown">Whether a picture of a drawable is seen, and stays so when the host is lost.</param>
internal sealed class KeptSession(Func<uint, uint, bool> isShown) : IFrameKeeper
{
    /// <summary>Folding wakes a thread: not for fewer bytes than this.</summary>
    private const long WakeBytes = 256 << 10;

    /// <summary>The mirror of what the session has on its host. Used with <see cref="Folding"/> held.</summary>
    public SessionMirror Mirror { get; } = new(PagePool.Here);

    /// <summary>The lock for the mirror and the contents of drawables.</summary>
    public Lock Folding { get; } = new();

    /// <summary>The frames that were sent since the state that the mirror has.</summary>
    public FrameLog Log { get; } = new(isShown);

    /// <summary>Whether the session can be brought to another worker.</summary>
    public RecoveryOdds Odds { get; } = new();

    /// <summary>The event that is signaled when there is something to fold.</summary>
    public int WakeDescriptor { get; } = Libc.MakeEvent();

    /// <summary>The contents of drawables as they were read back last; empty once something was drawn.</summary>
    public DrawableContents[] Contents { get; private set; } = [];

    /// <summary>Whether frames were folded that no swap has shown since contents were read back.</summary>
    public bool LacksSwap { get; private set; }

    /// <summary>Whether something was folded since contents were last compared with the guest's own copies.</summary>
    public bool HasUncompared { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); }

    /// <summary>Bytes of <see cref="Contents"/>.</summary>
    public long ContentBytes => Contents.Sum(contents => contents.Bytes);

    /// <summary>The contents that would be old if the host vanished now.</summary>
    public IReadOnlyList<StaleContent> Stale
    {
        get
        {
            lock (Folding)
            {
                bool lacksAccumulation = Contents.Length == 0 && Mirror.Contexts.Any(context => context.State.HasAccumulated);
                return
                [
                    .. Mirror.Stale, .. Contents.Where(c => c.Lacking is not null)
                    .Select(c => new StaleContent($"{c.Lacking} of window 0x{c.Drawable:x}", 0)),
                    .. lacksAccumulation ? [new StaleContent("the accumulation buffer", 0)] : Array.Empty<StaleContent>(),
                ];
            }
        }
    }

    /// <inheritdoc/>
    public void KeepFrame(in SentFrame frame)
    {
        Log.AddFrame(new KeptFrame(frame));
        if (Log.Bytes > RecoveryOptions.Here.KeepBytes)
        {
            FoldPlayedFrames(force: false);
            if (Log.Bytes > RecoveryOptions.Here.KeepBytes)
            {
                FoldPlayedFrames(force: true);
            }
        }
    }

    /// <inheritdoc/>
    public void EndStream(uint stream) => Log.EndStream(stream);

    /// <inheritdoc/>
    public void NoteSettled(uint stream) => Log.NoteAnswer(stream);

    /// <inheritdoc/>
    public void NoteRepeatedSwap(uint stream, uint picture) => Log.NoteRepeatedSwap(stream, picture);

    /// <inheritdoc/>
    public void CountMessages(uint stream, int count) => Log.CountMessages(stream, count);

    /// <inheritdoc/>
    public int MessagesOf(uint stream) => Log.MessagesOf(stream);

    /// <inheritdoc/>
    public void NoteSwap(uint stream, bool hasErred, SwapReport report)
    {
        Log.NoteSwap(stream, hasErred, report);
        Odds.NoteProgress();
        if (Log.PlayedBytes > WakeBytes)
        {
            Libc.SignalEvent(WakeDescriptor);
        }
    }

    /// <inheritdoc/>
    public void NoteReply(uint stream, uint token, Opcode opcode, ReadOnlySpan<byte> payload)
    {
        Odds.NoteProgress();
        KeepAnswer(stream, token, opcode, payload);
        Log.NoteAnswer(stream);
    }

    /// <summary>Folds the frames that the mirror may have.</summary>
    /// <param name="force">Fold all that can be folded, swapped or not.</param>
    public void FoldPlayedFrames(bool force)
    {
        lock (Folding)
        {
            List<KeptFrame> taken = Log.TakeFoldable(force, out bool lacksSwap);
            LacksSwap |= lacksSwap;
            FoldFrames(taken);
        }
    }

    /// <summary>Folds what a host that is lost has played. The caller holds <see cref="Folding"/>.</summary>
    public void FoldPlayed() => FoldFrames(Log.TakeFoldable(force: false, out _));

    /// <summary>Keeps the contents of all drawables, which were just read back. The caller holds <see cref="Folding"/>.</summary>
    public void SetContents(DrawableContents[] contents) => (Contents, LacksSwap) = (contents, false);

    /// <summary>Keeps the part of an answer that the mirror needs.</summary>
    private void KeepAnswer(uint stream, uint token, Opcode opcode, ReadOnlySpan<byte> answer)
    {
        bool makes = SessionMirror.IsCreation(opcode);
        if ((!makes && !SessionMirror.NeedsReply(opcode)) || Log.FindLast(stream) is not KeptFrame frame)
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
                lock (Folding)
                {
                    Mirror.NoteCreation(opcode, command);
                }
            }
        }
    }

    private void FoldFrames(List<KeptFrame> frames)
    {
        Contents = frames.Count == 0 ? Contents : []; // drawables are drawn into again
        if (frames.Count > 0 && !HasUncompared)
        {
            HasUncompared = true;
            Libc.SignalEvent(WakeDescriptor); // folded by a thread of the program: ours may wait without end
        }

        foreach (KeptFrame frame in frames)
        {
            FoldFrame(frame);
            frame.FreeMemory();
        }
    }

    private void FoldFrame(KeptFrame frame)
    {
        try
        {
            Mirror.FoldFrame(frame.Stream, frame.Commands, frame.Bulk, frame.IsErrorFree, frame.Answers);
            if (frame.IsAcknowledged)
            {
                Mirror.NoteError(frame.Stream, frame.PendingError);
            }
        }
        catch (Exception e)
        {
            Odds.GiveUp("is lost, and the session cannot be rebuilt");
            Failure.ReportLine($"what this program draws cannot be kept any more, so it will not outlive its host ({e.GetType().Name}: {e.Message})");
        }
    }
}
