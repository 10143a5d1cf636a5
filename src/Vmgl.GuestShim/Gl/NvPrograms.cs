using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Assembly programs and attributes of NV_vertex_program, whose answers the guest has or whose length the host knows.</summary>
internal static unsafe partial class NvPrograms
{
    public static partial void GetVertexAttribPointervNV(GuestStream stream, GuestContext context, uint index, uint pname,
        void** pointer) =>
        VertexAttributes.GetPointer(stream, context, ArraySlot.NvAttribute, index, pname, pointer);

    private static partial int? FindKeptAttribute(GuestStream stream, GuestContext context, uint index, uint pname)
    {
        if (index >= ArraySlot.GenericCount)
        {
            return null;
        }

        ref VertexArray array = ref context.Arrays[ArraySlot.NvAttribute + (int)index];
        return pname switch
        {
            GL_ATTRIB_ARRAY_SIZE_NV => array.Size,
            GL_ATTRIB_ARRAY_STRIDE_NV => array.Stride,
            GL_ATTRIB_ARRAY_TYPE_NV => (int)array.Type,
            _ => null,
        };
    }

    public static partial void GetProgramStringNV(GuestStream stream, GuestContext context, uint id, uint pname, byte* program)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetProgramStringNV.Write(stream.Reserve(Wire.Commands.GetProgramStringNV.Bytes), token, id, pname);
        using Reply reply = stream.AskHost(token, Opcode.GetProgramStringNV);
        reply.CopyTo(program, Limits.MaxReplyBytes);
    }
}
