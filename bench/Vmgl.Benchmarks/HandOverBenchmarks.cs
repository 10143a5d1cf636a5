using System.Buffers;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.ObjectPool;
using Vmgl.Stub.Worker;
using Vmgl.Wire;
using Vmgl.Wire.Frames;

namespace Vmgl.Benchmarks;

/// <summary>The hand-over from the receiving thread to the GL thread: 64 KiB frames, copied in by one thread (in place of recv) and read by
/// another that needs each frame in one piece at a fixed address. One operation is one frame.</summary>
public unsafe class HandOverBenchmarks
{
    private const int Frames = 2048;
    private const int CacheLine = 64;

    /// <summary>The bytes in a full queue, which are also the pipe's limit.</summary>
    private const long Window = (long)FrameQueue.Capacity * Limits.BatchBytes;

    private readonly byte[] _source = new byte[Limits.BatchBytes];
    private readonly byte[] _piece = GC.AllocateUninitializedArray<byte>(Limits.BatchBytes, pinned: true);
    private readonly ObjectPool<FrameBuffer> _buffers = FrameBuffer.CreatePool();

    /// <summary>The worker's way: pooled pinned buffers, and a blocking queue.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Frames)]
    public int QueueOfPooledBuffers()
    {
        var queue = new FrameQueue();
        var receiver = new Thread(() => FillQueue(queue));
        receiver.Start();
        int seen = 0;
        while (queue.TakeFrame(Timeout.InfiniteTimeSpan, out _) is FrameBuffer frame)
        {
            seen += Look(frame.Commands);
            _buffers.Return(frame);
        }

        receiver.Join();
        return seen;
    }

    /// <summary>A pipe with its defaults: small segments, so every frame is copied once more to be contiguous.</summary>
    [Benchmark(OperationsPerInvoke = Frames)]
    public int PipeAndCopy() => ThroughPipe(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: Window, resumeWriterThreshold: Window / 2, useSynchronizationContext: false));

    /// <summary>A pipe whose segments hold a whole frame, from its own pool: contiguous, but pinned frame by frame.</summary>
    [Benchmark(OperationsPerInvoke = Frames)]
    public int PipeOfWholeFrames() => ThroughPipe(new PipeOptions(
        minimumSegmentSize: Limits.BatchBytes,
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: Window, resumeWriterThreshold: Window / 2, useSynchronizationContext: false));

    private void FillQueue(FrameQueue queue)
    {
        for (int i = 0; i < Frames; i++)
        {
            FrameBuffer frame = _buffers.Get();
            frame.PrepareFor(new GuestFrame(0, Limits.BatchBytes, 0));
            _source.CopyTo(frame.Body);
            _ = queue.AddFrame(frame);
        }

        queue.EndQueue();
    }

    private int ThroughPipe(PipeOptions options)
    {
        var pipe = new Pipe(options);
        var receiver = new Thread(() => FillPipe(pipe.Writer));
        receiver.Start();
        int seen = 0;
        while (true)
        {
            ReadResult result = Wait(pipe.Reader.ReadAtLeastAsync(Limits.BatchBytes));
            if (result.Buffer.Length < Limits.BatchBytes)
            {
                break;
            }

            ReadOnlySequence<byte> frame = result.Buffer.Slice(0, Limits.BatchBytes);
            seen += frame.IsSingleSegment ? LookPinned(frame.First) : LookCopied(frame);
            pipe.Reader.AdvanceTo(frame.End);
        }

        receiver.Join();
        pipe.Reader.Complete();
        return seen;
    }

    private void FillPipe(PipeWriter writer)
    {
        for (int i = 0; i < Frames; i++)
        {
            _source.CopyTo(writer.GetSpan(Limits.BatchBytes));
            writer.Advance(Limits.BatchBytes);
            _ = Wait(writer.FlushAsync());
        }

        writer.Complete();
    }

    private int LookCopied(ReadOnlySequence<byte> frame)
    {
        frame.CopyTo(_piece);
        return Look(_piece);
    }

    private static int LookPinned(ReadOnlyMemory<byte> frame)
    {
        using MemoryHandle pin = frame.Pin();
        return Look(new ReadOnlySpan<byte>(pin.Pointer, frame.Length));
    }

    private static int Look(ReadOnlySpan<byte> frame)
    {
        int sum = 0;
        for (int i = 0; i < frame.Length; i += CacheLine)
        {
            sum += frame[i];
        }

        return sum;
    }

    /// <summary>Blocks: both ends are threads that cannot continue elsewhere, because GL contexts belong to threads.</summary>
    private static T Wait<T>(ValueTask<T> task) => task.IsCompleted ? task.Result : task.AsTask().GetAwaiter().GetResult();
}
