using Microsoft.Extensions.ObjectPool;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Worker;

/// <summary>One received frame, in memory that does not move: GL is given pointers into it.</summary>
internal sealed class FrameBuffer
{
    /// <summary>Frames up to here are received into pooled memory: a guest's batch is 64 KiB, larger frames are rare.</summary>
    private const int PooledBytes = 256 << 10;

    /// <summary>Bytes behind the frame that belong to the buffer: a driver that reads one array too far reads ours.</summary>
    private const int Slack = 256;

    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(PooledBytes, pinned: true);
    private GuestFrame _frame;

    /// <summary>The stream that the frame belongs to.</summary>
    public uint Stream => _frame.Stream;

    /// <summary>Everything after the head.</summary>
    public Span<byte> Body => _bytes.AsSpan(0, _frame.BodyBytes);

    /// <summary>The commands.</summary>
    public ReadOnlySpan<byte> Commands => _bytes.AsSpan(0, _frame.CommandBytes);

    /// <summary>The payload behind the commands.</summary>
    public ReadOnlySpan<byte> Bulk => _bytes.AsSpan(_frame.CommandBytes, _frame.BulkBytes);

    /// <summary>Makes room for a frame. Memory that is only promised costs nothing until bytes arrive.</summary>
    public void PrepareFor(GuestFrame frame)
    {
        _frame = frame;
        if (frame.BodyBytes + Slack > _bytes.Length)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(frame.BodyBytes + Slack, pinned: true);
        }
    }

    /// <summary>A pool that keeps buffers of the usual size and lets large ones go.</summary>
    public static ObjectPool<FrameBuffer> CreatePool() => new DefaultObjectPool<FrameBuffer>(new Policy(), FrameQueue.Capacity + 2);

    private sealed class Policy : PooledObjectPolicy<FrameBuffer>
    {
        public override FrameBuffer Create() => new();

        public override bool Return(FrameBuffer buffer) => buffer._bytes.Length == PooledBytes;
    }
}
