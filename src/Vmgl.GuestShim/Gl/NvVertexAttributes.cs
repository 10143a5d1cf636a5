using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Vertex attributes of NV_vertex_program.</summary>
internal static unsafe partial class NvVertexAttributes
{
    /// <summary>Bytes are colours there, mapped to [0, 1] (NV_vertex_program, section 2.14.3).</summary>
    public static partial void VertexAttribPointerNV(GuestStream stream, GuestContext context, uint index, int fsize, uint type, int stride,
        void* pointer)
    {
        bool wrongSize = index >= ArraySlot.GenericCount || (type == GL_UNSIGNED_BYTE && fsize != 4);
        if (wrongSize)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.NvAttribute + (int)index, fsize, 1, 4, type,
            ArrayDescription.NvTypes, stride, pointer, type == GL_UNSIGNED_BYTE);
    }
}
