using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Describing one vertex array: the checks of the …Pointer commands (GL 1.5 section 2.8).</summary>
internal static unsafe class ArrayDescription
{
    /// <summary>Types of vertices and of texture coordinates.</summary>
    public static readonly uint[] CoordinateTypes = [GL_SHORT, GL_INT, GL_FLOAT, GL_HALF_FLOAT, GL_DOUBLE];

    /// <summary>Types of normals.</summary>
    public static readonly uint[] NormalTypes = [GL_BYTE, GL_SHORT, GL_INT, GL_FLOAT, GL_HALF_FLOAT, GL_DOUBLE];

    /// <summary>Types of colour indices.</summary>
    public static readonly uint[] IndexTypes = [GL_UNSIGNED_BYTE, GL_SHORT, GL_INT, GL_FLOAT, GL_DOUBLE];

    /// <summary>Types of fog coordinates.</summary>
    public static readonly uint[] FogTypes = [GL_FLOAT, GL_HALF_FLOAT, GL_DOUBLE];

    /// <summary>Types of NV_vertex_program's attributes.</summary>
    public static readonly uint[] NvTypes = [GL_UNSIGNED_BYTE, GL_SHORT, GL_FLOAT, GL_DOUBLE];

    /// <summary>Sets an array that has from <paramref name="least"/> to <paramref name="most"/> values an element and one of these types,
    /// any where they are null; or records what is wrong with it.</summary>
    public static void DescribeArray(
        GuestStream stream, VertexArrays arrays, int slot, int size, int least, int most, uint type, uint[]? types, int stride,
        void* pointer, bool normalized = false, bool mayBeBgra = false)
    {
        bool isBgra = mayBeBgra && size == VertexArray.Bgra;
        bool isGeneric = slot is >= ArraySlot.Generic and < ArraySlot.NvAttribute;
        bool knownType = types is null ? Sizes.VertexTypeBytes(type) != 0 && (type != GL_FIXED || isGeneric) : types.Contains(type);
        if ((!isBgra && (size < least || size > most)) || stride < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else if (!knownType)
        {
            stream.RecordError(GL_INVALID_ENUM);
        }
        else if (IsMisplaced(arrays, isBgra && (type != GL_UNSIGNED_BYTE || !normalized), pointer))
        {
            stream.RecordError(GL_INVALID_OPERATION);
        }
        else
        {
            arrays[slot] = new VertexArray(size, type, stride, (nint)pointer, arrays.ArrayBuffer, normalized, arrays[slot].Divisor);
        }
    }

    /// <summary>Whether an array is where it must not be: blue comes first in normalised bytes only, and the arrays of a vertex array
    /// object do not lie in the program's memory (ARB_vertex_array_object).</summary>
    private static bool IsMisplaced(VertexArrays arrays, bool wrongBgra, void* pointer) =>
        wrongBgra || (arrays.Bound.Name != 0 && arrays.ArrayBuffer == 0 && pointer is not null && !arrays.Bound.TakesClientMemory);
}
