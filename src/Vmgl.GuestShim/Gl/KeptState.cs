using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>State behind the names of glGet that only the guest has: pixel storage, vertex arrays (GL 1.5 tables 6.6 and 6.7),
/// bindings.</summary>
internal static class KeptState
{
    private enum ArrayField { Size, Type, Stride, Buffer }

    /// <summary>State that only the guest has; null for everything else.</summary>
    public static int? FindState(GuestStream stream, GuestContext context, uint name) =>
        context.PixelStore.FindMode(name) ?? FindOfArrays(context.Arrays, name) ?? FindOfBindings(stream, context, name);

    /// <summary>Array state behind a name of glGet; null for everything else.</summary>
    private static int? FindOfArrays(VertexArrays arrays, uint name)
    {
        if (ArraySwitches.FindEnabled(arrays, name) is bool enabled)
        {
            return enabled ? 1 : 0;
        }

        return FindField(arrays, name) is not (int slot, ArrayField field) ? null : field switch
        {
            ArrayField.Size => arrays[slot].Size,
            ArrayField.Type => (int)arrays[slot].Type,
            ArrayField.Stride => arrays[slot].Stride,
            _ => (int)arrays[slot].Buffer,
        };
    }

    /// <summary>The array and its field that a name means; texture coordinates are those of the client's unit.</summary>
    private static (int Slot, ArrayField Field)? FindField(VertexArrays arrays, uint name)
    {
        int texCoord = ArraySlot.TexCoord + arrays.ClientUnit;
        return name switch
        {
            GL_VERTEX_ARRAY_SIZE => (ArraySlot.Vertex, ArrayField.Size),
            GL_VERTEX_ARRAY_TYPE => (ArraySlot.Vertex, ArrayField.Type),
            GL_VERTEX_ARRAY_STRIDE => (ArraySlot.Vertex, ArrayField.Stride),
            GL_VERTEX_ARRAY_BUFFER_BINDING => (ArraySlot.Vertex, ArrayField.Buffer),
            GL_NORMAL_ARRAY_TYPE => (ArraySlot.Normal, ArrayField.Type),
            GL_NORMAL_ARRAY_STRIDE => (ArraySlot.Normal, ArrayField.Stride),
            GL_NORMAL_ARRAY_BUFFER_BINDING => (ArraySlot.Normal, ArrayField.Buffer),
            GL_COLOR_ARRAY_SIZE => (ArraySlot.Color, ArrayField.Size),
            GL_COLOR_ARRAY_TYPE => (ArraySlot.Color, ArrayField.Type),
            GL_COLOR_ARRAY_STRIDE => (ArraySlot.Color, ArrayField.Stride),
            GL_COLOR_ARRAY_BUFFER_BINDING => (ArraySlot.Color, ArrayField.Buffer),
            GL_INDEX_ARRAY_TYPE => (ArraySlot.Index, ArrayField.Type),
            GL_INDEX_ARRAY_STRIDE => (ArraySlot.Index, ArrayField.Stride),
            GL_INDEX_ARRAY_BUFFER_BINDING => (ArraySlot.Index, ArrayField.Buffer),
            GL_TEXTURE_COORD_ARRAY_SIZE => (texCoord, ArrayField.Size),
            GL_TEXTURE_COORD_ARRAY_TYPE => (texCoord, ArrayField.Type),
            GL_TEXTURE_COORD_ARRAY_STRIDE => (texCoord, ArrayField.Stride),
            GL_TEXTURE_COORD_ARRAY_BUFFER_BINDING => (texCoord, ArrayField.Buffer),
            GL_EDGE_FLAG_ARRAY_STRIDE => (ArraySlot.EdgeFlag, ArrayField.Stride),
            GL_EDGE_FLAG_ARRAY_BUFFER_BINDING => (ArraySlot.EdgeFlag, ArrayField.Buffer),
            GL_FOG_COORD_ARRAY_TYPE => (ArraySlot.FogCoord, ArrayField.Type),
            GL_FOG_COORD_ARRAY_STRIDE => (ArraySlot.FogCoord, ArrayField.Stride),
            GL_FOG_COORD_ARRAY_BUFFER_BINDING => (ArraySlot.FogCoord, ArrayField.Buffer),
            GL_SECONDARY_COLOR_ARRAY_SIZE => (ArraySlot.SecondaryColor, ArrayField.Size),
            GL_SECONDARY_COLOR_ARRAY_TYPE => (ArraySlot.SecondaryColor, ArrayField.Type),
            GL_SECONDARY_COLOR_ARRAY_STRIDE => (ArraySlot.SecondaryColor, ArrayField.Stride),
            GL_SECONDARY_COLOR_ARRAY_BUFFER_BINDING => (ArraySlot.SecondaryColor, ArrayField.Buffer),
            _ => null,
        };
    }

    /// <summary>Bindings and selectors that the guest has; null for everything else.</summary>
    private static int? FindOfBindings(GuestStream stream, GuestContext context, uint name) => name switch
    {
        GL_CLIENT_ACTIVE_TEXTURE => (int)GL_TEXTURE0 + context.Arrays.ClientUnit,
        GL_ARRAY_BUFFER_BINDING => (int)context.Arrays.ArrayBuffer,
        GL_ELEMENT_ARRAY_BUFFER_BINDING => (int)context.Arrays.ElementBuffer,
        GL_VERTEX_ARRAY_BINDING => (int)context.Arrays.Bound.Name,
        GL_PRIMITIVE_RESTART_INDEX or GL_PRIMITIVE_RESTART_INDEX_NV => (int)context.Arrays.RestartIndex,
        GL_COPY_READ_BUFFER => (int)context.CopyReadBuffer,
        GL_COPY_WRITE_BUFFER => (int)context.CopyWriteBuffer,
        GL_PIXEL_PACK_BUFFER_BINDING => (int)context.PackBuffer,
        GL_PIXEL_UNPACK_BUFFER_BINDING => (int)context.UnpackBuffer,
        GL_CLIENT_ATTRIB_STACK_DEPTH => context.ClientStack.Count,
        GL_MAX_CLIENT_ATTRIB_STACK_DEPTH => ClientAttributes.StackDepth,
        GL_CURRENT_PROGRAM => (int)ShaderQuestions.AskCurrentProgram(stream, context),
        GL_ARRAY_ELEMENT_LOCK_FIRST_EXT => context.Arrays.Locked.First,
        GL_ARRAY_ELEMENT_LOCK_COUNT_EXT => context.Arrays.Locked.Count,
        _ => null,
    };
}
