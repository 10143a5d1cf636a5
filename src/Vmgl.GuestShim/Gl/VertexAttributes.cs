using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Generic vertex attributes (ARB_vertex_program, GL 2.0 section 2.8).</summary>
internal static unsafe partial class VertexAttributes
{
    public static partial void VertexAttribPointerARB(GuestStream stream, GuestContext context, uint index, int size, uint type,
        byte normalized, int stride, void* pointer)
    {
        if (index >= ArraySlot.GenericCount)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.Generic + (int)index, size, 1, 4, type, null, stride, pointer,
            normalized != 0, mayBeBgra: true);
    }

    public static partial void EnableVertexAttribArrayARB(GuestStream stream, GuestContext context, uint index) =>
        ArraySwitches.EnableSlot(stream, context.Arrays, ArraySwitches.FindGenericSlot(index), true, GL_INVALID_VALUE);

    public static partial void DisableVertexAttribArrayARB(GuestStream stream, GuestContext context, uint index) =>
        ArraySwitches.EnableSlot(stream, context.Arrays, ArraySwitches.FindGenericSlot(index), false, GL_INVALID_VALUE);

    public static partial void GetVertexAttribPointervARB(GuestStream stream, GuestContext context, uint index, uint pname,
        void** pointer) =>
        GetPointer(stream, context, ArraySlot.Generic, index, pname, pointer);

    /// <summary>Stores the pointer of an attribute's array for the program.</summary>
    public static void GetPointer(GuestStream stream, GuestContext context, int firstSlot, uint index, uint name, void** pointer)
    {
        if (index >= ArraySlot.GenericCount || name != GL_VERTEX_ATTRIB_ARRAY_POINTER)
        {
            stream.RecordError(index >= ArraySlot.GenericCount ? GL_INVALID_VALUE : GL_INVALID_ENUM);
            return;
        }

        *pointer = (void*)context.Arrays[firstSlot + (int)index].Pointer;
    }

    /// <summary>Array state of a generic attribute; null for what the host knows (its current value) or must refuse.</summary>
    private static partial int? FindKeptAttribute(GuestStream stream, GuestContext context, uint index, uint pname)
    {
        if (index >= ArraySlot.GenericCount)
        {
            return null;
        }

        ref VertexArray array = ref context.Arrays[ArraySlot.Generic + (int)index];
        return pname switch
        {
            GL_VERTEX_ATTRIB_ARRAY_ENABLED => context.Arrays.Bound.IsEnabled(ArraySlot.Generic + (int)index) ? 1 : 0,
            GL_VERTEX_ATTRIB_ARRAY_SIZE => array.Size,
            GL_VERTEX_ATTRIB_ARRAY_STRIDE => array.Stride,
            GL_VERTEX_ATTRIB_ARRAY_TYPE => (int)array.Type,
            GL_VERTEX_ATTRIB_ARRAY_NORMALIZED => array.IsNormalized ? 1 : 0,
            GL_VERTEX_ATTRIB_ARRAY_BUFFER_BINDING => (int)array.Buffer,
            GL_VERTEX_ATTRIB_ARRAY_DIVISOR => (int)array.Divisor,
            _ => null,
        };
    }
}
