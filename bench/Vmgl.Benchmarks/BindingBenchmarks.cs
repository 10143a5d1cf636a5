using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Silk.NET.OpenGL;
using Vmgl.Stub.Host;

namespace Vmgl.Benchmarks;

/// <summary>A call of a GL function that does nothing, through the replay's table and through Silk.NET's binding: the cost that each adds
/// to the driver's.</summary>
/// <remarks>A native function of two instructions replaces the driver: a managed one would add a transition of the thread's GC mode to each
/// call.</remarks>
public unsafe class BindingBenchmarks
{
    private const int Calls = 1024;

    private static readonly nint s_nothing = NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "labs");

    private readonly GlTable _table = new(_ => s_nothing);
    private readonly GL _silk = GL.GetApi(_ => s_nothing);

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void CallByTable()
    {
        for (int i = 0; i < Calls; i++)
        {
            _table.BlendColor(0.1f, 0.2f, 0.3f, i);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void CallBySilk()
    {
        for (int i = 0; i < Calls; i++)
        {
            _silk.BlendColor(0.1f, 0.2f, 0.3f, i);
        }
    }

    [GlobalCleanup]
    public void CleanUp() => _silk.Dispose();
}
