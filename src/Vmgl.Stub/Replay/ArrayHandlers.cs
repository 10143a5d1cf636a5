using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Draws from vertex arrays. Every draw brings its arrays and leaves none enabled, so no pointer outlives its payload.</summary>
internal static unsafe partial class Handlers
{
    internal static partial void DrawVertices(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawVertices(command);
        fixed (byte* payload = &Replayer.OrZeros(bulk))
        {
            var arrays = new BoundArrays(r.Gl, MemoryMarshal.Cast<byte, uint>(c.Arrays), payload, bulk.Length);
            arrays.Bind(c.First, (long)c.First + c.Count - 1);
            r.Gl.DrawArrays(c.Mode, c.First, c.Count);
            arrays.Release();
        }
    }

    internal static partial void DrawIndexed(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint ElementBuffer = 0x8893;
        const uint ElementBufferBinding = 0x8895;
        var c = new DrawIndexed(command);
        if (c.Buffer == 0)
        {
            CheckIndices(c);
        }

        int before = 0;
        r.Gl.GetIntegerv(ElementBufferBinding, &before);
        fixed (byte* payload = &Replayer.OrZeros(bulk), indices = &Replayer.OrZeros(c.Indices))
        {
            var arrays = new BoundArrays(r.Gl, MemoryMarshal.Cast<byte, uint>(c.Arrays), payload, bulk.Length);
            arrays.Bind(c.Lowest, c.Highest, mayBePayload: c.Buffer == 0);
            Rebind(r, ElementBuffer, (uint)before, c.Buffer);
            r.Gl.DrawElements(c.Mode, c.Count, c.Type, c.Buffer != 0 ? (void*)c.Offset : indices);
            Rebind(r, ElementBuffer, c.Buffer, (uint)before);
            arrays.Release();
        }
    }

    /// <summary>Every index lies between the two that the guest said: they are what its arrays were cut to.</summary>
    private static void CheckIndices(DrawIndexed c)
    {
        int bytes = Sizes.IndexTypeBytes(c.Type);
        long needed = Math.Max(c.Count, 0) * (long)bytes;
        if (c.Indices.Length != needed && bytes != 0 && c.Indices.Length != 0)
        {
            throw new ProtocolException($"DrawIndexed: {c.Indices.Length} bytes of indices; {c.Count} of them need {needed}");
        }

        if (c.Indices.Length == 0 && needed > 0)
        {
            throw new ProtocolException("DrawIndexed: neither indices nor a buffer that has them");
        }

        (uint lowest, uint highest) = bytes switch
        {
            1 => Range(c.Indices),
            2 => Range(MemoryMarshal.Cast<byte, ushort>(c.Indices)),
            4 => Range(MemoryMarshal.Cast<byte, uint>(c.Indices)),
            _ => (c.Lowest, c.Highest),
        };
        if (c.Indices.Length > 0 && (lowest < c.Lowest || highest > c.Highest))
        {
            throw new ProtocolException($"DrawIndexed: indices from {lowest} to {highest}; said were {c.Lowest} to {c.Highest}");
        }
    }

    private static (uint Lowest, uint Highest) Range(ReadOnlySpan<byte> indices)
    {
        (byte lowest, byte highest) = (byte.MaxValue, 0);
        foreach (byte index in indices)
        {
            lowest = Math.Min(lowest, index);
            highest = Math.Max(highest, index);
        }

        return (lowest, highest);
    }

    private static (uint Lowest, uint Highest) Range(ReadOnlySpan<ushort> indices)
    {
        (ushort lowest, ushort highest) = (ushort.MaxValue, 0);
        foreach (ushort index in indices)
        {
            lowest = Math.Min(lowest, index);
            highest = Math.Max(highest, index);
        }

        return (lowest, highest);
    }

    private static (uint Lowest, uint Highest) Range(ReadOnlySpan<uint> indices)
    {
        (uint lowest, uint highest) = (uint.MaxValue, 0);
        foreach (uint index in indices)
        {
            lowest = Math.Min(lowest, index);
            highest = Math.Max(highest, index);
        }

        return (lowest, highest);
    }

    private static void Rebind(Replayer r, uint target, uint from, uint to)
    {
        if (from != to)
        {
            r.Gl.BindBuffer(target, to);
        }
    }
}
