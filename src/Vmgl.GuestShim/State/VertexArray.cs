using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.State;

/// <summary>The vertex arrays in the order that slots have on the wire.</summary>
internal static class ArraySlot
{
    public const int Vertex = 0;
    public const int Normal = 1;
    public const int Color = 2;
    public const int Index = 3;
    public const int EdgeFlag = 4;
    public const int FogCoord = 5;
    public const int SecondaryColor = 6;
    public const int TexCoord = 8;
    public const int TexCoordUnits = 8;
    public const int Generic = 16;
    public const int GenericCount = 16;

    /// <summary>NV_vertex_program's attributes: the conventional arrays under other names, so they are apart from the generic
    /// ones.</summary>
    public const int NvAttribute = 32;
    public const int Count = 48;
}

/// <summary>One vertex array as the program described it (GL 1.5 section 2.8).</summary>
/// <param name="Size">Values of one element, or <see cref="Bgra"/>.</param>
/// <param name="Stride">As given: 0 means without gaps.</param>
/// <param name="Pointer">Address, or offset in <paramref name="Buffer"/>.</param>
/// <param name="Divisor">Instances that share an element; 0 when every vertex has its own (ARB_instanced_arrays).</param>
internal record struct VertexArray(int Size, uint Type, int Stride, nint Pointer, uint Buffer, bool IsNormalized, uint Divisor = 0)
{
    /// <summary>The size that means four values, blue first (ARB_vertex_array_bgra).</summary>
    public const int Bgra = (int)GL_BGRA;

    /// <summary>Values of one element.</summary>
    public readonly int Values => Size == Bgra ? 4 : Size;

    /// <summary>Bytes of one element.</summary>
    public readonly int ElementBytes => Values * Sizes.VertexTypeBytes(Type);

    /// <summary>Bytes from one element to the next.</summary>
    public readonly int Step => Stride == 0 ? ElementBytes : Stride;
}
