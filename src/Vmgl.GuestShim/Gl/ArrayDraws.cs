using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Drawing from vertex arrays (GL 1.5 section 2.8, GL 3.2 section 2.8.2): the arrays travel with the draw, never as single
/// vertices.</summary>
internal static unsafe partial class ArrayDraws
{
    public static partial void DrawArrays(GuestStream stream, GuestContext context, uint mode, int first, int count)
    {
        if (CollectVertices(stream, context, first, count) is ArrayDraw draw)
        {
            DrawVertices.Write(
                stream.Reserve(DrawVertices.Measure(draw.Count)), mode, first, count, draw.Count, (int)draw.PayloadBytes, draw.Records);
            SendPayload(stream, draw);
        }
    }

    public static partial void DrawArraysInstanced(GuestStream stream, GuestContext context, uint mode, int first, int count,
        int instancecount) =>
        DrawArraysInstancedBaseInstance(stream, context, mode, first, count, instancecount, 0);

    public static partial void DrawArraysInstancedBaseInstance(GuestStream stream, GuestContext context, uint mode, int first, int count,
        int instancecount, uint baseinstance)
    {
        if (CollectVertices(stream, context, first, count, instancecount, baseinstance) is ArrayDraw draw)
        {
            DrawVertexInstances.Write(
                stream.Reserve(DrawVertexInstances.Measure(draw.Count)),
                mode, first, count, instancecount, baseinstance, draw.Count, (int)draw.PayloadBytes, draw.Records);
            SendPayload(stream, draw);
        }
    }

    public static partial void DrawElements(GuestStream stream, GuestContext context, uint mode, int count, uint type, void* indices) =>
        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices));

    public static partial void DrawElementsInstanced(GuestStream stream, GuestContext context, uint mode, int count, uint type,
        void* indices, int instancecount) =>
        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices, instancecount));

    public static partial void DrawElementsBaseVertex(GuestStream stream, GuestContext context, uint mode, int count, uint type,
        void* indices, int basevertex) =>
        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices, FirstVertex: basevertex));

    public static partial void DrawElementsInstancedBaseVertex(GuestStream stream, GuestContext context, uint mode, int count, uint type,
        void* indices, int instancecount, int basevertex) =>
        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices, instancecount, FirstVertex: basevertex));

    public static partial void DrawElementsInstancedBaseInstance(GuestStream stream, GuestContext context, uint mode, int count, uint type,
        void* indices, int instancecount, uint baseinstance) =>
        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices, instancecount, 0, baseinstance));

    public static partial void DrawElementsInstancedBaseVertexBaseInstance(GuestStream stream, GuestContext context, uint mode, int count,
        uint type, void* indices, int instancecount, int basevertex, uint baseinstance) =>
        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices, instancecount, basevertex, baseinstance));

    public static partial void DrawRangeElements(GuestStream stream, GuestContext context, uint mode, uint start, uint end, int count,
        uint type, void* indices) =>
        DrawRangeElementsBaseVertex(stream, context, mode, start, end, count, type, indices, 0);

    public static partial void DrawRangeElementsBaseVertex(GuestStream stream, GuestContext context, uint mode, uint start, uint end,
        int count, uint type, void* indices, int basevertex)
    {
        if (end < start)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        DrawIndices(stream, context, new IndexedDraw(mode, count, type, (nint)indices, FirstVertex: basevertex));
    }

    public static partial void MultiDrawArrays(GuestStream stream, GuestContext context, uint mode, int* first, int* count, int drawcount)
    {
        if (!AreCounts(stream, count, drawcount))
        {
            return;
        }

        for (int i = 0; i < drawcount; i++)
        {
            DrawArrays(stream, context, mode, first[i], count[i]);
        }
    }

    public static partial void MultiDrawElements(GuestStream stream, GuestContext context, uint mode, int* count, uint type, void** indices,
        int drawcount) =>
        MultiDrawElementsBaseVertex(stream, context, mode, count, type, indices, drawcount, null);

    public static partial void MultiDrawElementsBaseVertex(GuestStream stream, GuestContext context, uint mode, int* count, uint type,
        void** indices, int drawcount, int* basevertex)
    {
        if (!AreCounts(stream, count, drawcount))
        {
            return;
        }

        for (int i = 0; i < drawcount; i++)
        {
            DrawIndices(stream, context, new IndexedDraw(mode, count[i], type, (nint)indices[i],
                FirstVertex: basevertex is null ? 0 : basevertex[i]));
        }
    }

    /// <summary>Whether no count is negative; else nothing of the whole call is drawn.</summary>
    private static bool AreCounts(GuestStream stream, int* count, int drawcount)
    {
        bool negative = drawcount < 0;
        for (int i = 0; i < drawcount; i++)
        {
            negative |= count[i] < 0;
        }

        if (negative)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }

        return !negative;
    }

    /// <summary>The arrays of a draw without indices; null when no frame can hold them.</summary>
    private static ArrayDraw? CollectVertices(GuestStream stream, GuestContext context, int first, int count, int instances = 1,
        uint firstInstance = 0)
    {
        var span = new ElementSpan(first, (long)first + count - 1, instances, firstInstance);
        return CollectArrays(stream, context, span);
    }

    private static ArrayDraw? CollectArrays(GuestStream stream, GuestContext context, ElementSpan span)
    {
        ArrayDraw draw = context.Draw;
        if (draw.CollectArrays(context.Arrays.Bound, span))
        {
            return draw;
        }

        stream.RecordError(GL_OUT_OF_MEMORY);
        return null;
    }

    /// <summary>Draws with indices. The host reads those in a buffer object there, unless arrays in the program's memory are enabled:
    /// then it must see every index, to check that none leaves the arrays that travelled.</summary>
    private static void DrawIndices(GuestStream stream, GuestContext context, in IndexedDraw draw)
    {
        VertexArrays arrays = context.Arrays;
        int indexBytes = Sizes.IndexTypeBytes(draw.Type);
        long bytes = Math.Max(draw.Count, 0) * (long)indexBytes;
        byte* indices = (byte*)draw.Indices;
        if (arrays.ElementBuffer != 0)
        {
            BufferShadow? buffer = context.Group.Buffers.FindShadow(arrays.ElementBuffer);
            if (buffer is null || !buffer.ContainsRange(draw.Indices, bytes))
            {
                return; // GL leaves it undefined; nothing is drawn
            }

            if (!ArrayDraw.UsesClientMemory(arrays.Bound))
            {
                bool drawsNothing = bytes == 0 || draw.Instances <= 0;
                SendIndexed(stream, context, draw,
                    drawsNothing ? new ElementSpan(1, 0) : new ElementSpan(0, 0, draw.Instances, draw.FirstInstance), arrays.ElementBuffer,
                    default);
                return;
            }

            indices = buffer.ReadBack(stream) + draw.Indices;
        }

        if (bytes > Limits.MaxCommandBytes)
        {
            stream.RecordError(GL_OUT_OF_MEMORY);
            return;
        }

        // Indices that lie nowhere are not drawn; the host's GL still finds the errors of the rest.
        IndexedDraw sent = indices is null ? draw with { Count = Math.Min(draw.Count, 0) } : draw;
        var taken = new ReadOnlySpan<byte>(indices, indices is null ? 0 : (int)bytes);
        (uint lowest, uint highest) = IndexRange.FindRange(taken, indexBytes, arrays.Restarts ? arrays.RestartIndex : null);
        SendIndexed(stream, context, sent, new ElementSpan(lowest, highest, draw.Instances, draw.FirstInstance), 0, taken);
    }

    /// <param name="indexed">The elements that the indices name, before <see cref="IndexedDraw.FirstVertex"/> is added.</param>
    private static void SendIndexed(GuestStream stream, GuestContext context, in IndexedDraw d, ElementSpan indexed, uint buffer,
        ReadOnlySpan<byte> indices)
    {
        VertexArrays arrays = context.Arrays;
        var span = indexed with { Lowest = indexed.Lowest + d.FirstVertex, Highest = indexed.Highest + d.FirstVertex };
        if (CollectArrays(stream, context, buffer == 0 ? span : indexed) is not ArrayDraw draw)
        {
            return;
        }

        (uint lowest, uint highest) = ((uint)indexed.Lowest, (uint)indexed.Highest);
        uint offset = buffer == 0 ? 0 : (uint)d.Indices;
        if (d is { Instances: 1, FirstVertex: 0, FirstInstance: 0 } && !arrays.Restarts)
        {
            DrawIndexed.Write(
                stream.Reserve(DrawIndexed.Measure(indices.Length, draw.Count)),
                d.Mode, d.Count, d.Type, lowest, highest, buffer, offset, indices.Length, draw.Count, (int)draw.PayloadBytes, draw.Records,
                    indices);
        }
        else
        {
            DrawIndexedInstances.Write(
                stream.Reserve(DrawIndexedInstances.Measure(indices.Length, draw.Count)),
                d.Mode, d.Count, d.Type, lowest, highest, buffer, offset, d.Instances, d.FirstInstance, d.FirstVertex,
                arrays.Restarts ? 1u : 0, arrays.RestartIndex, indices.Length, draw.Count, (int)draw.PayloadBytes, draw.Records, indices);
        }

        SendPayload(stream, draw);
    }

    private static void SendPayload(GuestStream stream, ArrayDraw draw)
    {
        if (draw.PayloadBytes > 0)
        {
            stream.SendBulk(draw.Payload, draw.PayloadBytes);
        }
    }

    /// <summary>A draw with indices, as the program asked for it.</summary>
    /// <param name="Indices">Address, or offset in the bound buffer.</param>
    /// <param name="FirstVertex">The number that is added to each index.</param>
    private readonly record struct IndexedDraw(uint Mode, int Count, uint Type, nint Indices, int Instances = 1, int FirstVertex = 0,
        uint FirstInstance = 0);

    public static partial void ArrayElement(GuestStream stream, GuestContext context, int i) =>
        ArrayElements.EmitElement(stream, context, i);
}
