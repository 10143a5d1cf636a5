using System.Runtime.InteropServices;
using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Draws from vertex arrays: what is bound, and that nothing beyond the payload ever is.</summary>
public sealed class ArrayDrawTests : IDisposable
{
    private const uint Triangles = 4;
    private const uint Float = 0x1406;
    private const uint UnsignedShort = 0x1403;

    private readonly NullBackend _backend = new();
    private readonly Replayer _replayer;

    public ArrayDrawTests()
    {
        _replayer = new Replayer(new GlTable(FakeGl.Find), _backend, new RecordingLink());
        FakeGl.NewRecording();
    }

    public void Dispose()
    {
        _replayer.Dispose();
        _backend.Dispose();
    }

    [Fact]
    public void DrawVertices_OneArray_IsEnabledForThisDrawOnly()
    {
        Draw(first: 5, count: 3, Record(slot: 0, size: 3, stride: 12, offset: 0), payloadBytes: 36);

        string[] names = [.. FakeGl.Said.Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)])];
        Assert.Equal(
            ["glGetIntegerv", "glBindBuffer", "glVertexPointer", "glEnableClientState", "glBindBuffer", "glDrawArrays",
            "glDisableClientState"], names);
    }

    [Fact]
    public void DrawVertices_GenericArray_UsesItsIndex()
    {
        Draw(first: 0, count: 1, Record(slot: 19, size: 4, stride: 16, offset: 0), payloadBytes: 16);

        Assert.Contains("glEnableVertexAttribArrayARB(index=3)", FakeGl.Said);
        Assert.Contains("glDisableVertexAttribArrayARB(index=3)", FakeGl.Said);
    }

    [Theory]
    [InlineData(0, 3, 0, 35)] // one byte short
    [InlineData(0, 4, 0, 36)] // one element too many
    [InlineData(0, 3, 1, 36)] // begins one byte late
    [InlineData(-1, 3, 0, 36)] // before the first element
    [InlineData(0, 3, uint.MaxValue, 36)]
    [InlineData(0, int.MaxValue, 0, 36)]
    public void DrawVertices_ArrayThatLeavesThePayload_IsRefusedBeforeAnythingIsDrawn(int first, int count, uint offset, int payloadBytes)
    {
        Assert.Throws<ProtocolException>(() => Draw(first, count, Record(slot: 0, size: 3, stride: 12, offset), payloadBytes));
        Assert.DoesNotContain(FakeGl.Said, line => line.StartsWith("glDrawArrays", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(48, 3, Float, 12)]
    [InlineData(0, 0, Float, 12)]
    [InlineData(0, 5, Float, 12)]
    [InlineData(0, 3, 0x9999, 12)]
    [InlineData(0, 3, Float, 0x8000_0000)]
    public void DrawVertices_RecordThatDescribesNoArray_IsRefused(uint slot, uint size, uint type, uint stride) =>
        Assert.Throws<ProtocolException>(() => Draw(0, 1, [slot, size, type, stride, 0, 0, 0, 0], 64));

    [Fact]
    public void DrawIndexed_IndicesInsideTheRangeThatWasSaid_AreDrawn()
    {
        DrawIndexed([2, 4, 3], lowest: 2, highest: 4);

        Assert.Contains(FakeGl.Said, line => line.StartsWith("glDrawElements(mode=4, count=3, type=5123", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    public void DrawIndexed_IndexOutsideTheRangeThatWasSaid_IsRefused(ushort first, ushort last) =>
        Assert.Throws<ProtocolException>(() => DrawIndexed([first, 3, last], lowest: 2, highest: 4));

    [Fact]
    public void DrawIndexed_WithoutIndicesOrBuffer_IsRefused() =>
        Assert.Throws<ProtocolException>(() => DrawIndexed([], lowest: 0, highest: 0, count: 3));

    private static uint[] Record(uint slot, uint size, uint stride, uint offset) => [slot, size, Float, stride, 0, 0, offset, 0];

    private void Draw(int first, int count, uint[] record, int payloadBytes)
    {
        byte[] command = new byte[DrawVertices.Measure(1)];
        DrawVertices.Write(command, Triangles, first, count, 1, payloadBytes, MemoryMarshal.AsBytes(record.AsSpan()));
        _replayer.PlayBatch(0, command, new byte[Align.To4(payloadBytes)]);
    }

    private void DrawIndexed(ushort[] indices, uint lowest, uint highest, int? count = null)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(indices.AsSpan());
        uint[] record = Record(slot: 0, size: 3, stride: 12, offset: 0);
        byte[] command = new byte[Wire.Commands.DrawIndexed.Measure(bytes.Length, 1)];
        Wire.Commands.DrawIndexed.Write(
            command, Triangles, count ?? indices.Length, UnsignedShort, lowest, highest, 0, 0, bytes.Length, 1, 36,
            MemoryMarshal.AsBytes(record.AsSpan()), bytes);
        _replayer.PlayBatch(0, command, new byte[36]);
    }
}
