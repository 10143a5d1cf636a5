using BenchmarkDotNet.Attributes;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Benchmarks;

/// <summary>Writing commands with the wire views, as the guest's C# does for the commands that C does not write itself.
/// One operation is one command.</summary>
public class EncodeBenchmarks
{
    private const int Triples = 1365;
    private const int Materials = 2048;
    private const uint FrontAndBack = 0x0408;
    private const uint Ambient = 0x1200;

    private readonly byte[] _batch = new byte[Limits.BatchBytes];
    private readonly byte[] _values = new byte[16];

    /// <summary>Commands of fixed length.</summary>
    [Benchmark(OperationsPerInvoke = Triples * 3)]
    public void EncodeFixed()
    {
        Span<byte> left = _batch;
        for (int i = 0; i < Triples; i++)
        {
            Color3f.Write(left[..Color3f.Bytes], 0.2f, 0.4f, i);
            left = left[Color3f.Bytes..];
            Normal3f.Write(left[..Normal3f.Bytes], 0, i, 1);
            left = left[Normal3f.Bytes..];
            Vertex3f.Write(left[..Vertex3f.Bytes], i, 2, 3);
            left = left[Vertex3f.Bytes..];
        }
    }

    /// <summary>Commands that state their length, which is measured first.</summary>
    [Benchmark(OperationsPerInvoke = Materials)]
    public void EncodeSized()
    {
        Span<byte> left = _batch;
        for (int i = 0; i < Materials; i++)
        {
            int bytes = (int)Materialfv.Measure(Ambient);
            Materialfv.Write(left[..bytes], FrontAndBack, Ambient, _values);
            left = left[bytes..];
        }
    }
}
