namespace Vmgl.Stub.Worker;

/// <summary>Frames on their way from the receiving thread to the GL thread. Full, it makes the receiver wait, and so TCP, and so the
/// guest.</summary>
internal sealed class FrameQueue
{
    /// <summary>Frames that may wait: half a second of a busy program's batches is far more than enough to keep GL fed.</summary>
    public const int Capacity = 32;

    /// <summary>Bytes that may wait, unless a single frame is larger: what a hostile guest can make the worker hold.</summary>
    public const long MaxBytes = 256 << 20;

    private readonly object _gate = new();
    private readonly Queue<FrameBuffer> _frames = new(Capacity);
    private long _bytes;
    private bool _ended;
    private bool _poked;

    /// <summary>Adds a frame, waiting for room; false when the GL thread takes no more.</summary>
    public bool AddFrame(FrameBuffer frame)
    {
        lock (_gate)
        {
            while (!_ended && IsFullFor(frame))
            {
                Monitor.Wait(_gate);
            }

            if (_ended)
            {
                return false;
            }

            _frames.Enqueue(frame);
            _bytes += frame.Body.Length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>The next frame, waited for; null when the guest has left and everything it sent was taken, or when there is something else
    /// to do.</summary>
    /// <param name="patience">How long to wait at most.</param>
    /// <param name="isInterrupted">No frame came within the time limit, or <see cref="InterruptWait"/> ended the wait.</param>
    public FrameBuffer? TakeFrame(TimeSpan patience, out bool isInterrupted)
    {
        lock (_gate)
        {
            FrameBuffer? frame;
            isInterrupted = false;
            while (!_frames.TryDequeue(out frame) && !_ended && !isInterrupted)
            {
                isInterrupted = _poked || !Monitor.Wait(_gate, patience);
            }

            _poked = false;
            _bytes -= frame?.Body.Length ?? 0;
            Monitor.PulseAll(_gate);
            return frame;
        }
    }

    /// <summary>Ends a wait for frames.</summary>
    public void InterruptWait()
    {
        lock (_gate)
        {
            _poked = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>No more frames will be added, or none will be taken: wakes the threads that wait.</summary>
    public void EndQueue()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }
    }

    private bool IsFullFor(FrameBuffer frame) =>
        _frames.Count == Capacity || (_frames.Count > 0 && _bytes + frame.Body.Length > MaxBytes);
}
