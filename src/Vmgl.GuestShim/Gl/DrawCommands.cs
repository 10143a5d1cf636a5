using Vmgl.GuestShim.Gl.Arrays;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Drawing from vertex arrays (GL 1.5 section 2.8): the arrays travel with the draw, never as single vertices.</summary>
internal static unsafe partial class GlCommands
{
    public static partial void DrawArrays(uint mode, int first, int count)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        ArrayDraw draw = GuestThread.Context!.Draw;
        if (!draw.Collect(GuestThread.Context.Arrays, first, (long)first + count - 1))
        {
            stream.Record(GlErrors.OutOfMemory);
            return;
        }

        DrawVertices.Write(
            stream.Reserve(DrawVertices.Measure(draw.Count)), mode, first, count, draw.Count, (int)draw.PayloadBytes, draw.Records);
        SendPayload(stream, draw);
    }

    public static partial void DrawElements(uint mode, int count, uint type, void* indices)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        VertexArrays arrays = GuestThread.Context!.Arrays;
        int indexBytes = Sizes.IndexTypeBytes(type);
        if (arrays.ElementBuffer != 0)
        {
            DrawFromBuffer(stream, mode, count, type, indexBytes, (nint)indices);
            return;
        }

        bool drawn = count > 0 && indexBytes != 0 && indices is not null;
        (uint lowest, uint highest) = IndexRange.Of(indices, drawn ? count : 0, indexBytes);
        Send(stream, mode, count, type, lowest, highest, 0, 0, new ReadOnlySpan<byte>(indices, drawn ? checked(count * indexBytes) : 0));
    }

    public static partial void DrawRangeElements(uint mode, uint start, uint end, int count, uint type, void* indices)
    {
        if (end < start)
        {
            GuestThread.Stream?.Record(GlErrors.InvalidValue);
            return;
        }

        DrawElements(mode, count, type, indices);
    }

    public static partial void MultiDrawArrays(uint mode, int* first, int* count, int drawcount)
    {
        if (!AreCounts(count, drawcount))
        {
            return;
        }

        for (int i = 0; i < drawcount; i++)
        {
            DrawArrays(mode, first[i], count[i]);
        }
    }

    public static partial void MultiDrawElements(uint mode, int* count, uint type, void** indices, int drawcount)
    {
        if (!AreCounts(count, drawcount))
        {
            return;
        }

        for (int i = 0; i < drawcount; i++)
        {
            DrawElements(mode, count[i], type, indices[i]);
        }
    }

    /// <summary>Whether no count is negative; else nothing of the whole call is drawn.</summary>
    private static bool AreCounts(int* count, int drawcount)
    {
        bool negative = drawcount < 0;
        for (int i = 0; i < drawcount; i++)
        {
            negative |= count[i] < 0;
        }

        if (negative)
        {
            GuestThread.Stream?.Record(GlErrors.InvalidValue);
        }

        return !negative;
    }

    /// <summary>Indices that lie in a buffer object. The host takes them from there unless arrays of the program's memory take part:
    /// then the host must see every index itself, to know that none leaves what travelled.</summary>
    private static void DrawFromBuffer(GuestStream stream, uint mode, int count, uint type, int indexBytes, nint offset)
    {
        VertexArrays arrays = GuestThread.Context!.Arrays;
        BufferShadow? buffer = GuestThread.Context.Group.Buffers.Find(arrays.ElementBuffer);
        long bytes = Math.Max(count, 0) * (long)indexBytes;
        if (buffer is null || !buffer.Contains(offset, bytes))
        {
            return; // GL leaves it undefined; nothing is drawn
        }

        byte* indices = buffer.Memory + offset;
        bool takesClientMemory = false;
        for (int slot = 0; slot < ArraySlot.Count; slot++)
        {
            takesClientMemory |= arrays[slot].IsClientMemory;
        }

        (uint lowest, uint highest) = IndexRange.Of(indices, bytes == 0 ? 0 : count, indexBytes);
        if (takesClientMemory)
        {
            Send(stream, mode, count, type, lowest, highest, 0, 0, new ReadOnlySpan<byte>(indices, (int)bytes));
        }
        else
        {
            Send(stream, mode, count, type, lowest, highest, arrays.ElementBuffer, (uint)offset, default);
        }
    }

    private static void Send(
        GuestStream stream, uint mode, int count, uint type, uint lowest, uint highest, uint buffer, uint offset, ReadOnlySpan<byte> indices)
    {
        ArrayDraw draw = GuestThread.Context!.Draw;
        if (!draw.Collect(GuestThread.Context.Arrays, lowest, highest))
        {
            stream.Record(GlErrors.OutOfMemory);
            return;
        }

        DrawIndexed.Write(
            stream.Reserve(DrawIndexed.Measure(indices.Length, draw.Count)),
            mode, count, type, lowest, highest, buffer, offset, indices.Length, draw.Count, (int)draw.PayloadBytes, draw.Records, indices);
        SendPayload(stream, draw);
    }

    private static void SendPayload(GuestStream stream, ArrayDraw draw)
    {
        if (draw.PayloadBytes > 0)
        {
            stream.SendBulk(draw.Payload, draw.PayloadBytes);
        }
    }
}
