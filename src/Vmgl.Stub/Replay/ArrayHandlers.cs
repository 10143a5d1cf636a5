using System.Runtime.InteropServices;
using Vmgl.Stub.Host;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Draws from vertex arrays. Every draw brings its arrays and leaves none enabled, so no pointer outlives its payload.</summary>
internal static unsafe class ArrayHandlers
{
    internal static void DrawVertices(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawVertices(command);
        fixed (byte* payload = &Replayer.OrZeros(bulk))
        {
            var arrays = new BoundArrays(r.Gl, MemoryMarshal.Cast<byte, uint>(c.Arrays), payload, bulk.Length);
            arrays.BindAll(new DrawnElements(c.First, (long)c.First + c.Count - 1));
            r.Gl.DrawArrays(c.Mode, c.First, c.Count);
            arrays.DisableAll();
        }
    }

    internal static void DrawVertexInstances(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawVertexInstances(command);
        fixed (byte* payload = &Replayer.OrZeros(bulk))
        {
            var arrays = new BoundArrays(r.Gl, MemoryMarshal.Cast<byte, uint>(c.Arrays), payload, bulk.Length);
            arrays.BindAll(new DrawnElements(c.First, (long)c.First + c.Count - 1, c.Instances, c.FirstInstance));
            if (c.FirstInstance == 0)
            {
                r.Gl.DrawArraysInstanced(c.Mode, c.First, c.Count, c.Instances);
            }
            else
            {
                r.Gl.DrawArraysInstancedBaseInstance(c.Mode, c.First, c.Count, c.Instances, c.FirstInstance);
            }

            arrays.DisableAll();
        }
    }

    internal static void DrawIndexed(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawIndexed(command);
        var draw = new IndexedDraw(c.Mode, c.Count, c.Type, c.Buffer, c.Offset, 1, 0, 0, null);
        if (c.Buffer == 0)
        {
            CheckIndices(draw, c.Indices, c.Lowest, c.Highest);
        }

        DrawElements(r, draw, c.Indices, c.Arrays, new DrawnElements(c.Lowest, c.Highest), bulk);
    }

    internal static void DrawIndexedInstances(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawIndexedInstances(command);
        uint? restart = c.Restart != 0 ? c.RestartIndex : null;
        var draw = new IndexedDraw(c.Mode, c.Count, c.Type, c.Buffer, c.Offset, c.Instances, c.FirstInstance, c.FirstVertex, restart);
        if (c.Buffer == 0)
        {
            CheckIndices(draw, c.Indices, c.Lowest, c.Highest);
        }

        long shift = c.FirstVertex;
        var elements = new DrawnElements(c.Lowest + shift, c.Highest + shift, c.Instances, c.FirstInstance);
        if (SetRestart(r.Gl, restart))
        {
            DrawElements(r, draw, c.Indices, c.Arrays, elements, bulk);
        }

        if (restart is not null)
        {
            r.Gl.DisableClientState(GL_PRIMITIVE_RESTART_NV);
        }
    }

    /// <summary>Lets an index end primitives; false when the driver cannot, for it would take that index for a vertex far outside what was
    /// sent. The client state is used, because no display list keeps it for later (NV_primitive_restart).</summary>
    private static bool SetRestart(GlTable gl, uint? restart)
    {
        if (restart is not uint index)
        {
            return true;
        }

        gl.PrimitiveRestartIndexNV(index);
        gl.EnableClientState(GL_PRIMITIVE_RESTART_NV);
        return gl.IsEnabled(GL_PRIMITIVE_RESTART_NV) != 0;
    }

    private static void DrawElements(
        Replayer r, in IndexedDraw d, ReadOnlySpan<byte> indexBytes, ReadOnlySpan<byte> records, DrawnElements elements,
        ReadOnlySpan<byte> bulk)
    {
        int before = 0;
        r.Gl.GetIntegerv(GL_ELEMENT_ARRAY_BUFFER_BINDING, &before);
        fixed (byte* payload = &Replayer.OrZeros(bulk), sent = &Replayer.OrZeros(indexBytes))
        {
            var arrays = new BoundArrays(r.Gl, MemoryMarshal.Cast<byte, uint>(records), payload, bulk.Length);
            arrays.BindAll(elements, mayBePayload: d.Buffer == 0);
            RebindBuffer(r, GL_ELEMENT_ARRAY_BUFFER, (uint)before, d.Buffer);
            DrawElements(r.Gl, d, d.Buffer != 0 ? (void*)d.Offset : sent);
            RebindBuffer(r, GL_ELEMENT_ARRAY_BUFFER, d.Buffer, (uint)before);
            arrays.DisableAll();
        }
    }

    /// <summary>The plainest call that draws it: a host need not have the others.</summary>
    private static void DrawElements(GlTable gl, in IndexedDraw d, void* indices)
    {
        if (d.FirstInstance != 0)
        {
            gl.DrawElementsInstancedBaseVertexBaseInstance(d.Mode, d.Count, d.Type, indices, d.Instances, d.FirstVertex, d.FirstInstance);
        }
        else if (d is { Instances: 1, FirstVertex: 0 })
        {
            gl.DrawElements(d.Mode, d.Count, d.Type, indices);
        }
        else if (d.Instances == 1)
        {
            gl.DrawElementsBaseVertex(d.Mode, d.Count, d.Type, indices, d.FirstVertex);
        }
        else if (d.FirstVertex == 0)
        {
            gl.DrawElementsInstanced(d.Mode, d.Count, d.Type, indices, d.Instances);
        }
        else
        {
            gl.DrawElementsInstancedBaseVertex(d.Mode, d.Count, d.Type, indices, d.Instances, d.FirstVertex);
        }
    }

    /// <summary>Every index lies between the two that the guest said: they are what its arrays were cut to.</summary>
    private static void CheckIndices(in IndexedDraw d, ReadOnlySpan<byte> indices, uint lowest, uint highest)
    {
        int bytes = Sizes.IndexTypeBytes(d.Type);
        long needed = Math.Max(d.Count, 0) * (long)bytes;
        if (indices.Length != needed && bytes != 0 && indices.Length != 0)
        {
            throw new ProtocolException($"an indexed draw: {indices.Length} bytes of indices; {d.Count} of them need {needed}");
        }

        if (indices.Length == 0 && needed > 0)
        {
            throw new ProtocolException("an indexed draw: neither indices nor a buffer that has them");
        }

        (uint first, uint last) = IndexRange.FindRange(indices, bytes, d.Restart);
        if (first <= last && (first < lowest || last > highest))
        {
            throw new ProtocolException($"an indexed draw: indices from {first} to {last}; said were {lowest} to {highest}");
        }
    }

    private static void RebindBuffer(Replayer r, uint target, uint from, uint to)
    {
        if (from != to)
        {
            r.Gl.BindBuffer(target, to);
        }
    }

    /// <summary>A draw with indices; <paramref name="Restart"/> is the index that ends a primitive, if one does.</summary>
    private readonly record struct IndexedDraw(
        uint Mode, int Count, uint Type, uint Buffer, uint Offset, int Instances, uint FirstInstance, int FirstVertex, uint? Restart);
}
