using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Survival;

/// <summary>The frames that were sent since the state that the mirror has: what has to be sent again after a loss.</summary>
/// <remarks>In the order of sending, of all streams together. Whoever uses it holds the connection's lock for sending, or the log's own.</remarks>
/// <param name="isShown">Whether a picture of a drawable is seen, and stays so when the host is lost.</param>
internal sealed class FrameLog(Func<uint, uint, bool> isShown)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<KeptFrame> _frames = [];
    private readonly HashSet<uint> _swapping = [];
    private readonly Dictionary<uint, int> _heard = [];
    private readonly Dictionary<uint, int> _takenEarly = [];

    /// <summary>Bytes that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes up to the last swap that the host has done.</summary>
    public long DoneBytes { get; private set; }

    /// <summary>Frames that ended with a swap the host has done, ever.</summary>
    public long Swaps { get; private set; }

    /// <summary>Keeps a frame that is about to be sent.</summary>
    public void Add(KeptFrame frame)
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

    /// <summary>Debug messages that a stream's program has heard of the frames that are kept: they come again when those are sent again.</summary>
    public int Heard(uint stream)
    {
        lock (_lock)
        {
            return _heard.GetValueOrDefault(stream) + _frames.Where(frame => frame.Stream == stream).Sum(frame => frame.Heard);
        }
    }

    /// <summary>Debug messages have come for a stream.</summary>
    public void Hear(uint stream, int messages)
    {
        lock (_lock)
        {
            _heard[stream] = _heard.GetValueOrDefault(stream) + messages;
        }
    }

    /// <summary>What contexts were bound to last by commands that are kept, by their numbers.</summary>
    public Dictionary<uint, uint> BoundDrawables()
    {
        Dictionary<uint, uint> bound = [];
        foreach (KeptFrame frame in All())
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

    /// <summary>The host has done a stream's oldest swap; whether it found errors before that.</summary>
    public void Done(uint stream, bool hasErred, SwapReport report)
    {
        lock (_lock)
        {
            if (_takenEarly.TryGetValue(stream, out int early) && early > 0)
            {
                _takenEarly[stream] = early - 1;
                Swaps++;
                return;
            }

            LinkedListNode<KeptFrame>? swap = _frames.First;
            while (swap is not null && !(swap.Value.IsSwap && !swap.Value.IsDone && swap.Value.Stream == stream))
            {
                swap = swap.Next;
            }

            if (swap is null)
            {
                return;
            }

            (swap.Value.IsDone, swap.Value.PendingError, swap.Value.Picture) = (true, report.PendingError, report.Picture);
            _ = _heard.Remove(stream, out int heard); // messages come before the word about the swap
            swap.Value.Heard = heard;
            Swaps++;
            long bytes = 0;
            for (LinkedListNode<KeptFrame>? node = swap; node is not null && !node.Value.IsJudged; node = node.Previous)
            {
                (node.Value.IsJudged, node.Value.IsSure) = (true, !hasErred);
                bytes += node.Value.Bytes;
            }

            DoneBytes += bytes;
        }
    }

    /// <summary>The host has done a stream's swap that another one had done before.</summary>
    public void DoneAgain(uint stream, uint picture)
    {
        lock (_lock)
        {
            if (_frames.FirstOrDefault(frame => frame.Stream == stream && frame is { IsDone: true, Picture: null }) is KeptFrame again)
            {
                again.Picture = picture;
            }
        }
    }

    /// <summary>Streams of swaps that were taken before the host had done them, one for each: a host that is lost says no more of them.</summary>
    public uint[] TakeUnheard()
    {
        lock (_lock)
        {
            uint[] unheard = [.. _takenEarly.SelectMany(taken => Enumerable.Repeat(taken.Key, taken.Value))];
            _takenEarly.Clear();
            Swaps += unheard.Length;
            return unheard;
        }
    }

    /// <summary>The host has said of everything that was sent whether errors were found.</summary>
    public void Judge(bool hasErred)
    {
        lock (_lock)
        {
            _heard.Clear();
            foreach (KeptFrame frame in _frames.Where(frame => !frame.IsJudged))
            {
                (frame.IsJudged, frame.IsSure) = (true, !hasErred);
                DoneBytes += frame.Bytes;
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

    /// <summary>Keeps an answer with the last frame of a stream, which asked for it.</summary>
    public KeptFrame? LastOf(uint stream)
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

    /// <summary>What a stream asked is answered, and noted.</summary>
    public void Answered(uint stream)
    {
        lock (_lock)
        {
            if (LastOf(stream) is KeptFrame asking)
            {
                asking.IsAwaiting = false;
            }
        }
    }

    /// <summary>A stream's thread has ended: it keeps nothing waiting.</summary>
    public void End(uint stream)
    {
        lock (_lock)
        {
            _swapping.Remove(stream);
            _takenEarly.Remove(stream);
        }
    }

    /// <summary>Takes what is needed no more once the mirror has it: everything up to a point where each stream that swaps has had its last swap done.</summary>
    /// <param name="force">Take all that can be taken, swapped or not: too much is kept, or all is to stop.</param>
    /// <param name="lacksSwap">Whether frames were taken that belong to no swap that is done, or whose picture is not shown: what they drew is in no window's
    /// contents that the mirror knows.</param>
    public List<KeptFrame> Take(bool force, out bool lacksSwap)
    {
        lock (_lock)
        {
            LinkedListNode<KeptFrame>? last = force ? LastClosed() : LastDone();
            List<KeptFrame> taken = [];
            lacksSwap = false;
            while (last is not null && _frames.First is LinkedListNode<KeptFrame> first)
            {
                _frames.RemoveFirst();
                Bytes -= first.Value.Bytes;
                DoneBytes -= first.Value.IsJudged ? first.Value.Bytes : 0;
                lacksSwap |= !first.Value.IsJudged;
                if (first.Value is { IsSwap: true, IsDone: false } early)
                {
                    _takenEarly[early.Stream] = _takenEarly.GetValueOrDefault(early.Stream) + 1;
                }

                taken.Add(first.Value);
                if (first == last)
                {
                    break;
                }
            }

            lacksSwap |= force && taken.Where(frame => frame is { IsSwap: true, IsDone: true })
                .GroupBy(frame => frame.Swapped).Any(swaps => !IsShown(swaps.Last()));
            return taken;
        }
    }

    /// <summary>All that is kept, in order.</summary>
    public KeptFrame[] All()
    {
        lock (_lock)
        {
            return [.. _frames];
        }
    }

    /// <summary>For each stream its last swap that is done for good: its picture is shown, or a later one of the same drawable is to be.</summary>
    private Dictionary<uint, LinkedListNode<KeptFrame>> LastSettled()
    {
        Dictionary<uint, LinkedListNode<KeptFrame>> settled = [];
        HashSet<(uint Stream, uint Drawable)> later = [];
        for (LinkedListNode<KeptFrame>? node = _frames.Last; node is not null; node = node.Previous)
        {
            KeptFrame frame = node.Value;
            if (frame is { IsSwap: true, IsDone: true } && !settled.ContainsKey(frame.Stream) && (!later.Add((frame.Stream, frame.Swapped)) || IsShown(frame)))
            {
                settled.Add(frame.Stream, node);
            }
        }

        return settled;
    }

    private bool IsShown(KeptFrame frame) => frame.Picture is uint picture && isShown(frame.Swapped, picture);

    private LinkedListNode<KeptFrame>? LastDone()
    {
        Dictionary<uint, LinkedListNode<KeptFrame>> lastDone = LastSettled();
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

    private LinkedListNode<KeptFrame>? LastClosed()
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
