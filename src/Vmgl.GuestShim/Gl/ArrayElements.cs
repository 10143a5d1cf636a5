using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>glArrayElement (GL 1.5 section 2.8): the one command that is defined as single vertices, between Begin and End.</summary>
internal static unsafe class ArrayElements
{
    /// <summary>The vertex, and what stands for it among the attributes, ends the element: these come last.</summary>
    private static readonly int[] s_elementOrder =
    [
        .. Enumerable.Range(0, ArraySlot.Count).Where(s => !IsVertex(s)),
        ArraySlot.Generic, ArraySlot.NvAttribute, ArraySlot.Vertex,
    ];

    /// <summary>Sends element <paramref name="i"/> of each enabled array as a command of its own.</summary>
    public static void EmitElement(GuestStream stream, GuestContext context, int i)
    {
        VertexArrays arrays = context.Arrays;
        if (arrays.Restarts && (uint)i == arrays.RestartIndex)
        {
            PrimitiveRestartNV.Write(stream.Reserve(PrimitiveRestartNV.Bytes));
            return;
        }

        Span<double> v = stackalloc double[4];
        foreach (int slot in s_elementOrder)
        {
            if (!arrays.Bound.IsEnabled(slot) || !TryFetch(stream, context, arrays[slot], i, v))
            {
                continue;
            }

            if (arrays[slot].Type == GL_FLOAT)
            {
                EmitFloats(stream, slot, arrays[slot].Values, (float)v[0], (float)v[1], (float)v[2], (float)v[3]);
            }
            else
            {
                EmitDoubles(stream, slot, arrays[slot].Values, v);
            }
        }
    }

    private static bool IsVertex(int slot) => slot is ArraySlot.Vertex or ArraySlot.Generic or ArraySlot.NvAttribute;

    /// <summary>Reads element <paramref name="i"/> as GL converts it; false when it is nowhere.</summary>
    private static bool TryFetch(GuestStream stream, GuestContext context, in VertexArray array, int i, Span<double> v)
    {
        byte* at = (byte*)array.Pointer;
        if (array.Buffer != 0)
        {
            BufferShadow? buffer = context.Group.Buffers.FindShadow(array.Buffer);
            if (buffer is null || !buffer.ContainsRange(array.Pointer + ((long)i * array.Step), array.ElementBytes))
            {
                return false;
            }

            at = buffer.ReadBack(stream) + array.Pointer;
        }

        if (at is null)
        {
            return false;
        }

        at += (long)i * array.Step;
        (v[1], v[2], v[3]) = (0, 0, 1);
        for (int n = 0; n < array.Values; n++)
        {
            v[n] = ReadValue(at, n, array.Type, array.IsNormalized);
        }

        if (array.Size == VertexArray.Bgra)
        {
            (v[0], v[2]) = (v[2], v[0]);
        }

        return true;
    }

    /// <summary>One value, mapped to [0, 1] or [-1, 1] when normalised (table 2.9).</summary>
    private static double ReadValue(byte* at, int n, uint type, bool normalized) => type switch
    {
        GL_BYTE => normalized ? ((2.0 * ((sbyte*)at)[n]) + 1) / byte.MaxValue : ((sbyte*)at)[n],
        GL_UNSIGNED_BYTE => normalized ? at[n] / (double)byte.MaxValue : at[n],
        GL_SHORT => normalized ? ((2.0 * ((short*)at)[n]) + 1) / ushort.MaxValue : ((short*)at)[n],
        GL_UNSIGNED_SHORT => normalized ? ((ushort*)at)[n] / (double)ushort.MaxValue : ((ushort*)at)[n],
        GL_INT => normalized ? ((2.0 * ((int*)at)[n]) + 1) / uint.MaxValue : ((int*)at)[n],
        GL_UNSIGNED_INT => normalized ? ((uint*)at)[n] / (double)uint.MaxValue : ((uint*)at)[n],
        GL_FLOAT => ((float*)at)[n],
        GL_FIXED => ((int*)at)[n] / 65536.0,
        GL_HALF_FLOAT => (double)((Half*)at)[n],
        _ => ((double*)at)[n],
    };

    /// <summary>As <see cref="EmitDoubles"/>, in half the bytes: a float stays what it is.</summary>
    private static void EmitFloats(GuestStream stream, int slot, int size, float x, float y, float z, float w)
    {
        switch (slot)
        {
            case ArraySlot.Vertex when size == 2: Vertex2f.Write(stream.Reserve(Vertex2f.Bytes), x, y); break;
            case ArraySlot.Vertex when size == 3: Vertex3f.Write(stream.Reserve(Vertex3f.Bytes), x, y, z); break;
            case ArraySlot.Vertex: Vertex4f.Write(stream.Reserve(Vertex4f.Bytes), x, y, z, w); break;
            case ArraySlot.Normal: Normal3f.Write(stream.Reserve(Normal3f.Bytes), x, y, z); break;
            case ArraySlot.Color: Color4f.Write(stream.Reserve(Color4f.Bytes), x, y, z, w); break;
            case ArraySlot.Index: Indexf.Write(stream.Reserve(Indexf.Bytes), x); break;
            case ArraySlot.FogCoord: FogCoordf.Write(stream.Reserve(FogCoordf.Bytes), x); break;
            case ArraySlot.SecondaryColor: SecondaryColor3f.Write(stream.Reserve(SecondaryColor3f.Bytes), x, y, z); break;
            case < ArraySlot.Generic:
                uint unit = GL_TEXTURE0 + (uint)(slot - ArraySlot.TexCoord);
                MultiTexCoord4f.Write(stream.Reserve(MultiTexCoord4f.Bytes), unit, x, y, z, w);
                break;
            case >= ArraySlot.NvAttribute:
                VertexAttrib4fNV.Write(stream.Reserve(VertexAttrib4fNV.Bytes), (uint)(slot - ArraySlot.NvAttribute), x, y, z, w);
                break;
            default:
                uint index = (uint)(slot - ArraySlot.Generic);
                VertexAttrib4fARB.Write(stream.Reserve(VertexAttrib4fARB.Bytes), index, x, y, z, w);
                break;
        }
    }

    private static void EmitDoubles(GuestStream stream, int slot, int size, Span<double> v)
    {
        switch (slot)
        {
            case ArraySlot.Vertex when size == 2: Vertex2d.Write(stream.Reserve(Vertex2d.Bytes), v[0], v[1]); break;
            case ArraySlot.Vertex when size == 3: Vertex3d.Write(stream.Reserve(Vertex3d.Bytes), v[0], v[1], v[2]); break;
            case ArraySlot.Vertex: Vertex4d.Write(stream.Reserve(Vertex4d.Bytes), v[0], v[1], v[2], v[3]); break;
            case ArraySlot.Normal: Normal3d.Write(stream.Reserve(Normal3d.Bytes), v[0], v[1], v[2]); break;
            case ArraySlot.Color: Color4d.Write(stream.Reserve(Color4d.Bytes), v[0], v[1], v[2], v[3]); break;
            case ArraySlot.Index: Indexd.Write(stream.Reserve(Indexd.Bytes), v[0]); break;
            case ArraySlot.EdgeFlag: EdgeFlag.Write(stream.Reserve(EdgeFlag.Bytes), (byte)v[0]); break;
            case ArraySlot.FogCoord: FogCoordd.Write(stream.Reserve(FogCoordd.Bytes), v[0]); break;
            case ArraySlot.SecondaryColor: SecondaryColor3d.Write(stream.Reserve(SecondaryColor3d.Bytes), v[0], v[1], v[2]); break;
            case < ArraySlot.Generic:
                uint unit = GL_TEXTURE0 + (uint)(slot - ArraySlot.TexCoord);
                MultiTexCoord4d.Write(stream.Reserve(MultiTexCoord4d.Bytes), unit, v[0], v[1], v[2], v[3]);
                break;
            case >= ArraySlot.NvAttribute:
                VertexAttrib4dNV.Write(stream.Reserve(VertexAttrib4dNV.Bytes), (uint)(slot - ArraySlot.NvAttribute), v[0], v[1], v[2],
                    v[3]);
                break;
            default:
                uint index = (uint)(slot - ArraySlot.Generic);
                VertexAttrib4dARB.Write(stream.Reserve(VertexAttrib4dARB.Bytes), index, v[0], v[1], v[2], v[3]);
                break;
        }
    }
}
