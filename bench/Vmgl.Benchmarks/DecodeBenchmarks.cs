using BenchmarkDotNet.Attributes;
using Vmgl.Stub.Replay;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Benchmarks;

/// <summary>The door alone: checks every length in a batch of 64 KiB and does nothing else. One operation is one command.</summary>
public class DecodeBenchmarks
{
    private readonly byte[] _mixed = Batches.Mixed();
    private readonly byte[] _geometry = Batches.Geometry();

    [Benchmark(OperationsPerInvoke = Batches.MixedCommands)]
    public int DecodeMixed() => Walk(_mixed);

    [Benchmark(OperationsPerInvoke = Batches.GeometryCommands)]
    public int DecodeGeometry() => Walk(_geometry);

    private static int Walk(ReadOnlySpan<byte> batch)
    {
        int bytes = 0;
        var reader = new BatchReader(batch, default);
        while (reader.TryNext(out _, out ReadOnlySpan<byte> command))
        {
            bytes += command.Length;
        }

        return bytes;
    }
}

/// <summary>The door, the handler table and the call of a GL function that does nothing. One operation is one command.</summary>
public class ReplayBenchmarks
{
    private readonly byte[] _mixed = Batches.Mixed();
    private readonly byte[] _geometry = Batches.Geometry();
    private readonly Replayer _replayer = Batches.NewReplayer();

    [GlobalCleanup]
    public void CleanUp() => _replayer.Dispose();

    [Benchmark(OperationsPerInvoke = Batches.MixedCommands)]
    public void ReplayMixed() => _replayer.PlayBatch(0, _mixed, default);

    [Benchmark(OperationsPerInvoke = Batches.GeometryCommands)]
    public void ReplayGeometry() => _replayer.PlayBatch(0, _geometry, default);
}
