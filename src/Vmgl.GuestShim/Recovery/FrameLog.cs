using Vmgl.GuestShim.Connection;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The frames that were sent since the state that the mirror has, which have to be sent again after a loss.</summary>
/// <remarks>In the order of sending, of all streams together. Callers hold the connection's lock for sending, or the log's own is
/// enough.</remarks>
/// <param name="isShown">Whether a picture of a drawable is seen, and stays so when the host is lost.</param>
internal sealed class FrameLog(Func<uint, uint, bool> isShown)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<KeptFrame> _frames = [];
    private readonly HashSet<uint> _swapping = [];
    private readonly Dictionary<uint, int> _messages = [];
    private readonly Dictionary<uint, int> _takenEarly = [];

    /// <summary>Bytes that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes of the frames that the host has played for certain: up to its last acknowledged swap.</summary>
    public long PlayedBytes { get; private set; }

    /// <summary>Swaps that hosts have acknowledged since the session began.</summary>
    public long AcknowledgedSwaps { get; private set; }

    /// <summary>Keeps a frame that is about to be sent.</summary>
    public void AddFrame(KeptFrame frame)
    {
        lock (_lock)
        {
            _frames.AddLast(frame);
            Bytes += frame.Bytes;
            if (frame.IsSwap)
            {
                _swapping.Add(frame.Stream);
            }
        }
    }

    /// <summary>The number of debug messages that a stream's program got for frames that are kept: they come again when those are sent
    /// again.</summary>
    public int MessagesOf(uint stream)
    {
        lock (_lock)
        {
            return _messages.GetValueOrDefault(stream) + _frames.Where(frame => frame.Stream == stream).Sum(frame => frame.Messages);
        }
    }

    /// <summary>Counts debug messages that a stream's program gets.</summary>
    public void CountMessages(uint stream, int messages)
    {
        lock (_lock)
        {
            _messages[stream] = _messages.GetValueOrDefault(stream) + messages;
        }
    }

    /// <summary>The drawables that kept commands bound contexts to last, by the contexts' numbers.</summary>
    public Dictionary<uint, uint> FindBoundDrawables()
    {
        Dictionary<uint, uint> bound = [];
        foreach (KeptFrame frame in CopyAll())
        {
            var reader = new BatchReader(frame.Commands, frame.Bulk);
            while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
            {
                if (opcode == Opcode.MakeCurrent && new MakeCurrent(command) is { Context: not 0 } made)
                {
                    bound[made.Context] = made.Draw;
                }
            }
        }

        return bound;
    }

    /// <summary>The host has acknowledged a stream's oldest swap.</summary>
    /// <param name="hasErred">Whether it met with GL errors before that.</param>
    public void NoteSwap(uint stream, bool hasErred, SwapReport report)
    {
        lock (_lock)
        {
            if (_takenEarly.TryGetValue(stream, out int early) && early > 0)
            {
                _takenEarly[stream] = early - 1;
                AcknowledgedSwaps++;
                return;
            }

            LinkedListNode<KeptFrame>? swap = _frames.First;
            while (swap is not null && !(swap.Value.IsSwap && !swap.Value.IsAcknowledged && swap.Value.Stream == stream))
            {
                swap = swap.Next;
            }

            if (swap is null)
            {
                return;
            }

            (swap.Value.IsAcknowledged, swap.Value.PendingError, swap.Value.Picture) = (true, report.PendingError, report.Picture);
            _ = _messages.Remove(stream, out int messages); // messages come before the acknowledgement
            swap.Value.Messages = messages;
            AcknowledgedSwaps++;
            long bytes = 0;
            for (LinkedListNode<KeptFrame>? node = swap; node is not null && !node.Value.IsJudged; node = node.Previous)
            {
                (node.Value.IsJudged, node.Value.IsErrorFree) = (true, !hasErred);
                bytes += node.Value.Bytes;
            }

            PlayedBytes += bytes;
        }
    }

    /// <summary>The host has acknowledged a stream's swap that another host had acknowledged before.</summary>
    public void NoteRepeatedSwap(uint stream, uint picture)
    {
        lock (_lock)
        {
            if (_frames.FirstOrDefault(frame => frame.Stream == stream
                && frame is { IsAcknowledged: true, Picture: null }) is KeptFrame again)
            {
                again.Picture = picture;
            }
        }
    }

    /// <summary>The streams of swaps that were taken before they were acknowledged, one for each swap: a host that is lost acknowledges no
    /// more of them.</summary>
    public uint[] TakeUnacknowledged()
    {
        lock (_lock)
        {
            uint[] unacknowledged = [.. _takenEarly.SelectMany(taken => Enumerable.Repeat(taken.Key, taken.Value))];
            _takenEarly.Clear();
            AcknowledgedSwaps += unacknowledged.Length;
            return unacknowledged;
        }
    }

    /// <summary>The host has reported for everything that was sent whether it met with errors.</summary>
    public void JudgeAll(bool hasErred)
    {
        lock (_lock)
        {
            _messages.Clear();
            foreach (KeptFrame frame in _frames.Where(frame => !frame.IsJudged))
            {
                (frame.IsJudged, frame.IsErrorFree) = (true, !hasErred);
                PlayedBytes += frame.Bytes;
            }
        }
    }

    /// <summary>Whether a primitive is open on any stream.</summary>
    public bool IsInPrimitive
    {
        get
        {
            lock (_lock)
            {
                return _frames.GroupBy(frame => frame.Stream).Any(frames => frames.Last().End == FrameEnd.InPrimitive);
            }
        }
    }

    /// <summary>The last frame of a stream, which has its pending question; null when none is kept.</summary>
    public KeptFrame? FindLast(uint stream)
    {
        lock (_lock)
        {
            LinkedListNode<KeptFrame>? node = _frames.Last;
            while (node is not null && node.Value.Stream != stream)
            {
                node = node.Previous;
            }

            return node?.Value;
        }
    }

    /// <summary>A stream's question is answered, and the answer is kept.</summary>
    public void NoteAnswer(uint stream)
    {
        lock (_lock)
        {
            if (FindLast(stream) is KeptFrame asking)
            {
                asking.IsAwaiting = false;
            }
        }
    }

    /// <summary>A stream's thread has ended: no frame waits for its swaps.</summary>
    public void EndStream(uint stream)
    {
        lock (_lock)
        {
            _swapping.Remove(stream);
            _takenEarly.Remove(stream);
        }
    }

    /// <summary>Takes the frames that are not needed any more once the mirror has them: everything up to a point where the last swap of
    /// each stream that swaps is acknowledged.</summary>
    /// <param name="force">Take all that can be taken, swapped or not: too much is kept, or everything is to stop.</param>
    /// <param name="lacksSwap">Whether frames were taken that belong to no acknowledged swap, or whose picture is not shown: what they drew
    /// is not in any window's contents that the mirror has.</param>
    public List<KeptFrame> TakeFoldable(bool force, out bool lacksSwap)
    {
        lock (_lock)
        {
            LinkedListNode<KeptFrame>? last = force ? FindLastClosed() : FindLastFoldable();
            List<KeptFrame> taken = [];
            lacksSwap = false;
            while (last is not null && _frames.First is LinkedListNode<KeptFrame> first)
            {
                _frames.RemoveFirst();
                Bytes -= first.Value.Bytes;
                PlayedBytes -= first.Value.IsJudged ? first.Value.Bytes : 0;
                lacksSwap |= !first.Value.IsJudged;
                if (first.Value is { IsSwap: true, IsAcknowledged: false } early)
                {
                    _takenEarly[early.Stream] = _takenEarly.GetValueOrDefault(early.Stream) + 1;
                }

                taken.Add(first.Value);
                if (first == last)
                {
                    break;
                }
            }

            lacksSwap |= force && taken.Where(frame => frame is { IsSwap: true, IsAcknowledged: true })
                .GroupBy(frame => frame.Swapped).Any(swaps => !IsShown(swaps.Last()));
            return taken;
        }
    }

    /// <summary>The frames that are kept, in order.</summary>
    public KeptFrame[] CopyAll()
    {
        lock (_lock)
        {
            return [.. _frames];
        }
    }

    /// <summary>For each stream its last acknowledged swap whose picture is shown, or will not be shown because a later one of the same
    /// drawable is.</summary>
    private Dictionary<uint, LinkedListNode<KeptFrame>> FindShownSwaps()
    {
        Dictionary<uint, LinkedListNode<KeptFrame>> shown = [];
        HashSet<(uint Stream, uint Drawable)> later = [];
        for (LinkedListNode<KeptFrame>? node = _frames.Last; node is not null; node = node.Previous)
        {
            KeptFrame frame = node.Value;
            if (frame is { IsSwap: true, IsAcknowledged: true } && !shown.ContainsKey(frame.Stream)
                && (!later.Add((frame.Stream, frame.Swapped)) || IsShown(frame)))
            {
                shown.Add(frame.Stream, node);
            }
        }

        return shown;
    }

    private bool IsShown(KeptFrame frame) => frame.Picture is uint picture && isShown(frame.Swapped, picture);

    private LinkedListNode<KeptFrame>? FindLastFoldable()
    {
        Dictionary<uint, LinkedListNode<KeptFrame>> lastDone = FindShownSwaps();
        LinkedListNode<KeptFrame>? found = null;
        HashSet<uint> open = [];
        for (LinkedListNode<KeptFrame>? node = _frames.First; node is not null; node = node.Next)
        {
            KeptFrame frame = node.Value;
            if (frame.IsAwaiting)
            {
                break;
            }

            if (_swapping.Contains(frame.Stream) && !lastDone.ContainsKey(frame.Stream))
            {
                break;
            }

            _ = frame.IsOpen ? open.Add(frame.Stream) : open.Remove(frame.Stream);
            if (frame.IsSwap && open.Count == 0)
            {
                found = node;
            }

            if (lastDone.TryGetValue(frame.Stream, out LinkedListNode<KeptFrame>? done) && done == node)
            {
                lastDone.Remove(frame.Stream);
            }
        }

        return found;
    }

    private LinkedListNode<KeptFrame>? FindLastClosed()
    {
        LinkedListNode<KeptFrame>? found = null;
        HashSet<uint> open = [];
        for (LinkedListNode<KeptFrame>? node = _frames.First; node is not null && !node.Value.IsAwaiting; node = node.Next)
        {
            _ = node.Value.IsOpen ? open.Add(node.Value.Stream) : open.Remove(node.Value.Stream);
            found = open.Count == 0 ? node : found;
        }

        return found;
    }
}
