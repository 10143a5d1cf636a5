using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Several program parameters at once: what cannot be right reaches GL only in a form in which no driver writes outside its
/// tables.</summary>
public class ProgramParameterTests
{
    private const uint VertexProgram = 0x8620;

    [Theory]
    [InlineData(4u, 3, "index=4, count=3")]
    [InlineData(4u, -1, "index=2147483647, count=1")]
    [InlineData(4u, 0, "index=2147483647, count=1")]
    [InlineData(0xFFFF_FFFBu, 8, "index=2147483647, count=1")]
    [InlineData(0x7FFF_FFFEu, 2, "index=2147483647, count=1")]
    public void Parameters_ReachGl_AsAnIndexThatNobodyHas_WhereTheyCannotBeRight(uint index, int count, string said)
    {
        byte[] values = new byte[Math.Max(count, 0) * 16];
        using var backend = new NullBackend();
        using var replayer = new Replayer(new GlTable(FakeGl.Find), backend, new RecordingLink());
        byte[] env = new byte[ProgramEnvParameters4fvEXT.Measure(count)];
        ProgramEnvParameters4fvEXT.Write(env, VertexProgram, index, count, values);
        byte[] local = new byte[ProgramLocalParameters4fvEXT.Measure(count)];
        ProgramLocalParameters4fvEXT.Write(local, VertexProgram, index, count, values);
        FakeGl.NewRecording();

        replayer.PlayBatch(0, [.. env, .. local], []);

        Assert.Equal(2, FakeGl.Said.Count);
        Assert.StartsWith($"glProgramEnvParameters4fvEXT(target={VertexProgram}, {said}, ", FakeGl.Said[0], StringComparison.Ordinal);
        Assert.StartsWith($"glProgramLocalParameters4fvEXT(target={VertexProgram}, {said}, ", FakeGl.Said[1], StringComparison.Ordinal);
    }
}
