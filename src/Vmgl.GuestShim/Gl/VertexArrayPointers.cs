using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Describing the conventional vertex arrays (GL 1.5 section 2.8). Nothing travels until something is drawn.</summary>
internal static unsafe partial class VertexArrayPointers
{
    public static partial void VertexPointer(GuestStream stream, GuestContext context, int size, uint type, int stride, void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.Vertex, size, 2, 4, type, ArrayDescription.CoordinateTypes, stride,
            pointer);

    public static partial void NormalPointer(GuestStream stream, GuestContext context, uint type, int stride, void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.Normal, 3, 3, 3, type, ArrayDescription.NormalTypes, stride,
            pointer, normalized: true);

    public static partial void ColorPointer(GuestStream stream, GuestContext context, int size, uint type, int stride, void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.Color, size, 3, 4, type, null, stride, pointer, normalized: true,
            mayBeBgra: true);

    public static partial void SecondaryColorPointer(GuestStream stream, GuestContext context, int size, uint type, int stride,
        void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.SecondaryColor, size, 3, 3, type, null, stride, pointer,
            normalized: true, mayBeBgra: true);

    public static partial void IndexPointer(GuestStream stream, GuestContext context, uint type, int stride, void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.Index, 1, 1, 1, type, ArrayDescription.IndexTypes, stride,
            pointer);

    public static partial void FogCoordPointer(GuestStream stream, GuestContext context, uint type, int stride, void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.FogCoord, 1, 1, 1, type, ArrayDescription.FogTypes, stride,
            pointer);

    public static partial void EdgeFlagPointer(GuestStream stream, GuestContext context, int stride, void* pointer) =>
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.EdgeFlag, 1, 1, 1, GL_UNSIGNED_BYTE, null, stride, pointer);

    public static partial void TexCoordPointer(GuestStream stream, GuestContext context, int size, uint type, int stride, void* pointer)
    {
        int unit = context.Arrays.ClientUnit;
        ArrayDescription.DescribeArray(stream, context.Arrays, ArraySlot.TexCoord + unit, size, 1, 4, type,
            ArrayDescription.CoordinateTypes, stride, pointer);
    }

    public static partial void EnableClientState(GuestStream stream, GuestContext context, uint array) =>
        ArraySwitches.SetClientState(stream, context.Arrays, array, true);

    public static partial void DisableClientState(GuestStream stream, GuestContext context, uint array) =>
        ArraySwitches.SetClientState(stream, context.Arrays, array, false);

    public static partial void ClientActiveTexture(GuestStream stream, GuestContext context, uint texture)
    {
        if (texture - GL_TEXTURE0 >= ArraySlot.TexCoordUnits)
        {
            stream.RecordError(GL_INVALID_ENUM);
        }
        else
        {
            context.Arrays.ClientUnit = (int)(texture - GL_TEXTURE0);
        }
    }

    /// <summary>EXT_compiled_vertex_array. Locked arrays travel with each draw all the same: only the errors and the two values that can
    /// be asked for are of consequence.</summary>
    public static partial void LockArraysEXT(GuestStream stream, GuestContext context, int first, int count)
    {
        VertexArrays arrays = context.Arrays;
        if (first < 0 || count <= 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else if (arrays.Locked.Count != 0)
        {
            stream.RecordError(GL_INVALID_OPERATION);
        }
        else
        {
            arrays.Locked = (first, count);
        }
    }

    public static partial void UnlockArraysEXT(GuestStream stream, GuestContext context)
    {
        VertexArrays arrays = context.Arrays;
        if (arrays.Locked.Count == 0)
        {
            stream.RecordError(GL_INVALID_OPERATION);
        }

        arrays.Locked = default;
    }

    public static partial void GetPointerv(GuestStream stream, GuestContext context, uint pname, void** @params)
    {
        nint? found = pname switch
        {
            GL_VERTEX_ARRAY_POINTER => context.Arrays[ArraySlot.Vertex].Pointer,
            GL_NORMAL_ARRAY_POINTER => context.Arrays[ArraySlot.Normal].Pointer,
            GL_COLOR_ARRAY_POINTER => context.Arrays[ArraySlot.Color].Pointer,
            GL_INDEX_ARRAY_POINTER => context.Arrays[ArraySlot.Index].Pointer,
            GL_TEXTURE_COORD_ARRAY_POINTER => context.Arrays[ArraySlot.TexCoord + context.Arrays.ClientUnit].Pointer,
            GL_EDGE_FLAG_ARRAY_POINTER => context.Arrays[ArraySlot.EdgeFlag].Pointer,
            GL_FOG_COORD_ARRAY_POINTER => context.Arrays[ArraySlot.FogCoord].Pointer,
            GL_SECONDARY_COLOR_ARRAY_POINTER => context.Arrays[ArraySlot.SecondaryColor].Pointer,
            GL_DEBUG_CALLBACK_FUNCTION => context.Debug.Callback,
            GL_DEBUG_CALLBACK_USER_PARAM => context.Debug.User,
            GL_FEEDBACK_BUFFER_POINTER => context.FeedbackBuffer,
            GL_SELECTION_BUFFER_POINTER => context.SelectBuffer,
            _ => null,
        };
        if (found is nint pointer)
        {
            *@params = (void*)pointer;
        }
        else
        {
            stream.RecordError(GL_INVALID_ENUM);
        }
    }

    public static partial void VertexAttribDivisor(GuestStream stream, GuestContext context, uint index, uint divisor)
    {
        if (index >= ArraySlot.GenericCount)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else
        {
            context.Arrays[ArraySlot.Generic + (int)index].Divisor = divisor;
        }
    }

    public static partial void PrimitiveRestartIndex(GuestStream stream, GuestContext context, uint index)
    {
        context.Arrays.RestartIndex = index;
    }

    public static partial void PrimitiveRestartIndexNV(GuestStream stream, GuestContext context, uint index) =>
        PrimitiveRestartIndex(stream, context, index);

    // EXT_vertex_array has a number of elements. It is not needed: draws name the elements that they use.
    public static partial void VertexPointerEXT(GuestStream stream, GuestContext context, int size, uint type, int stride, int count,
        void* pointer)
    {
        if (IsCount(stream, count))
        {
            VertexPointer(stream, context, size, type, stride, pointer);
        }
    }

    public static partial void NormalPointerEXT(GuestStream stream, GuestContext context, uint type, int stride, int count, void* pointer)
    {
        if (IsCount(stream, count))
        {
            NormalPointer(stream, context, type, stride, pointer);
        }
    }

    public static partial void ColorPointerEXT(GuestStream stream, GuestContext context, int size, uint type, int stride, int count,
        void* pointer)
    {
        if (IsCount(stream, count))
        {
            ColorPointer(stream, context, size, type, stride, pointer);
        }
    }

    public static partial void IndexPointerEXT(GuestStream stream, GuestContext context, uint type, int stride, int count, void* pointer)
    {
        if (IsCount(stream, count))
        {
            IndexPointer(stream, context, type, stride, pointer);
        }
    }

    public static partial void TexCoordPointerEXT(GuestStream stream, GuestContext context, int size, uint type, int stride, int count,
        void* pointer)
    {
        if (IsCount(stream, count))
        {
            TexCoordPointer(stream, context, size, type, stride, pointer);
        }
    }

    public static partial void EdgeFlagPointerEXT(GuestStream stream, GuestContext context, int stride, int count, byte* pointer)
    {
        if (IsCount(stream, count))
        {
            EdgeFlagPointer(stream, context, stride, pointer);
        }
    }

    private static bool IsCount(GuestStream stream, int count)
    {
        if (count < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }

        return count >= 0;
    }

    public static partial void InterleavedArrays(GuestStream stream, GuestContext context, uint format, int stride, void* pointer) =>
        Gl.InterleavedArrays.DescribeFormat(stream, context, format, stride, (byte*)pointer);
}
