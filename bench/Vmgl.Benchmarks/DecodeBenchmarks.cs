using BenchmarkDotNet.Attributes;
using Vmgl.Stub.Replay;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Benchmarks;

/// <summary>The door alone: every length of a 64 KiB batch is checked, and nothing else happens. One operation is one command.</summary>
public class DecodeBenchmarks
{
    private const int MixedCommands = 3340;
    private const int GeometryCommands = 4096;

    private readonly byte[] _mixed = Counted(Batches.Mixed(out int commands), commands, MixedCommands);
    private readonly byte[] _geometry = Counted(Batches.Geometry(out int commands), commands, GeometryCommands);

    [Benchmark(OperationsPerInvoke = MixedCommands)]
    public int DecodeMixed() => Walk(_mixed);

    [Benchmark(OperationsPerInvoke = GeometryCommands)]
    public int DecodeGeometry() => Walk(_geometry);

    internal static byte[] Counted(byte[] batch, int commands, int expected) =>
        commands == expected ? batch : throw new InvalidOperationException($"the batch has {commands} commands, not {expected}");

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

/// <summary>The door, the handler table and the call of a GL that does nothing. One operation is one command.</summary>
public class ReplayBenchmarks
{
    private const int MixedCommands = 3340;
    private const int GeometryCommands = 4096;

    private readonly byte[] _mixed = DecodeBenchmarks.Counted(Batches.Mixed(out int commands), commands, MixedCommands);
    private readonly byte[] _geometry = DecodeBenchmarks.Counted(Batches.Geometry(out int commands), commands, GeometryCommands);
    private readonly Replayer _replayer = Batches.NewReplayer();

    [GlobalCleanup]
    public void CleanUp() => _replayer.Dispose();

    [Benchmark(OperationsPerInvoke = MixedCommands)]
    public void ReplayMixed() => _replayer.Play(0, _mixed, default);

    [Benchmark(OperationsPerInvoke = GeometryCommands)]
    public void ReplayGeometry() => _replayer.Play(0, _geometry, default);
}
