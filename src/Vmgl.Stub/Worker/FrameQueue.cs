namespace Vmgl.Stub.Worker;

/// <summary>Frames on their way from the receiving thread to the GL thread. Full, it makes the receiver wait, and so TCP, and so the guest.</summary>
internal sealed class FrameQueue : IDisposable
{
    /// <summary>Frames that may wait: half a second of a busy program's batches is far more than enough to keep GL fed.</summary>
    public const int Capacity = 32;

    private readonly Lock _lock = new();
    private readonly Queue<FrameBuffer> _frames = new(Capacity);
    private readonly SemaphoreSlim _free = new(Capacity);
    private readonly SemaphoreSlim _filled = new(0);
    private bool _ended;

    /// <summary>Adds a frame, waiting for room; false when the GL thread takes no more.</summary>
    public bool Add(FrameBuffer frame)
    {
        _free.Wait();
        lock (_lock)
        {
            if (_ended)
            {
                return false;
            }

            _frames.Enqueue(frame);
        }

        _filled.Release();
        return true;
    }

    /// <summary>The next frame, waited for; null when the guest has left and everything it sent was taken.</summary>
    public FrameBuffer? Take()
    {
        _filled.Wait();
        lock (_lock)
        {
            if (!_frames.TryDequeue(out FrameBuffer? frame))
            {
                return null;
            }

            _free.Release();
            return frame;
        }
    }

    /// <summary>No more frames will be added, or none will be taken: wakes whoever waits.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
        }

        _free.Release();
        _filled.Release();
    }

    public void Dispose()
    {
        _free.Dispose();
        _filled.Dispose();
    }
}
