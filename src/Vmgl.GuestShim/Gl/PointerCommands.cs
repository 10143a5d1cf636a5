using Vmgl.GuestShim.State;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Describing vertex arrays (GL 1.5 section 2.8, ARB_vertex_program). Nothing travels until something is drawn.</summary>
internal static unsafe partial class GlCommands
{
    private const uint Byte = 0x1400;
    private const uint UnsignedByte = 0x1401;
    private const uint Short = 0x1402;
    private const uint Int = 0x1404;
    private const uint Float = 0x1406;
    private const uint Double = 0x140A;
    private const uint Fixed = 0x140C;
    private const uint HalfFloat = 0x140B;
    private const uint FirstTexture = 0x84C0;
    private const uint PrimitiveRestartCap = 0x8F9D;
    private const uint PrimitiveRestartArray = 0x8558;

    private static readonly uint[] s_coordinateTypes = [Short, Int, Float, HalfFloat, Double];
    private static readonly uint[] s_normalTypes = [Byte, Short, Int, Float, HalfFloat, Double];
    private static readonly uint[] s_indexTypes = [UnsignedByte, Short, Int, Float, Double];
    private static readonly uint[] s_fogTypes = [Float, HalfFloat, Double];
    private static readonly uint[] s_nvTypes = [UnsignedByte, Short, Float, Double];

    public static partial void VertexPointer(int size, uint type, int stride, void* pointer) =>
        Describe(ArraySlot.Vertex, size, 2, 4, type, s_coordinateTypes, stride, pointer);

    public static partial void NormalPointer(uint type, int stride, void* pointer) =>
        Describe(ArraySlot.Normal, 3, 3, 3, type, s_normalTypes, stride, pointer, normalized: true);

    public static partial void ColorPointer(int size, uint type, int stride, void* pointer) =>
        Describe(ArraySlot.Color, size, 3, 4, type, null, stride, pointer, normalized: true, mayBeBgra: true);

    public static partial void SecondaryColorPointer(int size, uint type, int stride, void* pointer) =>
        Describe(ArraySlot.SecondaryColor, size, 3, 3, type, null, stride, pointer, normalized: true, mayBeBgra: true);

    public static partial void IndexPointer(uint type, int stride, void* pointer) =>
        Describe(ArraySlot.Index, 1, 1, 1, type, s_indexTypes, stride, pointer);

    public static partial void FogCoordPointer(uint type, int stride, void* pointer) =>
        Describe(ArraySlot.FogCoord, 1, 1, 1, type, s_fogTypes, stride, pointer);

    public static partial void EdgeFlagPointer(int stride, void* pointer) =>
        Describe(ArraySlot.EdgeFlag, 1, 1, 1, UnsignedByte, null, stride, pointer);

    public static partial void TexCoordPointer(int size, uint type, int stride, void* pointer)
    {
        int unit = GuestThread.Context?.Arrays.ClientUnit ?? 0;
        Describe(ArraySlot.TexCoord + unit, size, 1, 4, type, s_coordinateTypes, stride, pointer);
    }

    public static partial void VertexAttribPointerARB(uint index, int size, uint type, byte normalized, int stride, void* pointer)
    {
        if (index >= ArraySlot.GenericCount)
        {
            GuestThread.Stream?.Record(GL_INVALID_VALUE);
            return;
        }

        Describe(ArraySlot.Generic + (int)index, size, 1, 4, type, null, stride, pointer, normalized != 0, mayBeBgra: true);
    }

    /// <summary>Bytes are colours there, mapped to [0, 1] (NV_vertex_program, section 2.14.3).</summary>
    public static partial void VertexAttribPointerNV(uint index, int fsize, uint type, int stride, void* pointer)
    {
        bool wrongSize = index >= ArraySlot.GenericCount || (type == UnsignedByte && fsize != 4);
        if (wrongSize)
        {
            GuestThread.Stream?.Record(GL_INVALID_VALUE);
            return;
        }

        Describe(ArraySlot.NvAttribute + (int)index, fsize, 1, 4, type, s_nvTypes, stride, pointer, type == UnsignedByte);
    }

    public static partial void EnableClientState(uint array) => SetClientState(array, true);

    public static partial void DisableClientState(uint array) => SetClientState(array, false);

    /// <summary>Drivers take an array's enum here too, and programs rely on it.</summary>
    public static partial void Enable(uint cap)
    {
        if (IsArrayState(cap))
        {
            SetClientState(cap, true);
        }
        else if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.Enable.Write(stream.Reserve(Wire.Commands.Enable.Bytes), cap);
            FollowDebug(stream, cap, true);
        }
    }

    public static partial void Disable(uint cap)
    {
        if (IsArrayState(cap))
        {
            SetClientState(cap, false);
        }
        else if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.Disable.Write(stream.Reserve(Wire.Commands.Disable.Bytes), cap);
            FollowDebug(stream, cap, false);
        }
    }

    public static partial void EnableVertexAttribArrayARB(uint index) => SetEnabled(GenericSlot(index), true, GL_INVALID_VALUE);

    public static partial void DisableVertexAttribArrayARB(uint index) => SetEnabled(GenericSlot(index), false, GL_INVALID_VALUE);

    public static partial void ClientActiveTexture(uint texture)
    {
        if (texture - FirstTexture >= ArraySlot.TexCoordUnits)
        {
            GuestThread.Stream?.Record(GL_INVALID_ENUM);
        }
        else if (GuestThread.Context is { } context)
        {
            context.Arrays.ClientUnit = (int)(texture - FirstTexture);
        }
    }

    /// <summary>EXT_compiled_vertex_array. What is locked travels with each draw all the same: only the errors and the two values that can
    /// be asked for are of consequence.</summary>
    public static partial void LockArraysEXT(int first, int count)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        VertexArrays arrays = GuestThread.Context!.Arrays;
        if (first < 0 || count <= 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else if (arrays.Locked.Count != 0)
        {
            stream.Record(GL_INVALID_OPERATION);
        }
        else
        {
            arrays.Locked = (first, count);
        }
    }

    public static partial void UnlockArraysEXT()
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        VertexArrays arrays = GuestThread.Context!.Arrays;
        if (arrays.Locked.Count == 0)
        {
            stream.Record(GL_INVALID_OPERATION);
        }

        arrays.Locked = default;
    }

    private static void Describe(
        int slot, int size, int least, int most, uint type, uint[]? types, int stride, void* pointer, bool normalized = false, bool mayBeBgra = false)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        bool isBgra = mayBeBgra && size == VertexArray.Bgra;
        bool isGeneric = slot is >= ArraySlot.Generic and < ArraySlot.NvAttribute;
        bool knownType = types is null ? Sizes.VertexTypeBytes(type) != 0 && (type != Fixed || isGeneric) : types.Contains(type);
        if ((!isBgra && (size < least || size > most)) || stride < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else if (!knownType)
        {
            stream.Record(GL_INVALID_ENUM);
        }
        else if (IsMisplaced(isBgra && (type != UnsignedByte || !normalized), pointer))
        {
            stream.Record(GL_INVALID_OPERATION);
        }
        else
        {
            VertexArrays arrays = GuestThread.Context!.Arrays;
            arrays[slot] = new VertexArray(size, type, stride, (nint)pointer, arrays.ArrayBuffer, normalized, arrays[slot].Divisor);
        }
    }

    /// <summary>Blue comes first in normalised bytes only; a vertex array object of the program takes no array from the program's memory
    /// (ARB_vertex_array_object).</summary>
    private static bool IsMisplaced(bool wrongBgra, void* pointer)
    {
        VertexArrays arrays = GuestThread.Context!.Arrays;
        return wrongBgra || (arrays.Bound.Name != 0 && arrays.ArrayBuffer == 0 && pointer is not null && !arrays.Bound.TakesClientMemory);
    }

    /// <summary>Whether what glEnable takes is a vertex array, or the index that ends a primitive: state of the guest.</summary>
    private static bool IsArrayState(uint cap) => cap is PrimitiveRestartCap or PrimitiveRestartArray || SlotOf(cap) >= 0;

    private static void SetClientState(uint array, bool enabled)
    {
        if (array is not (PrimitiveRestartCap or PrimitiveRestartArray))
        {
            SetEnabled(SlotOf(array), enabled);
        }
        else if (GuestThread.Context is { } context)
        {
            context.Arrays.Restarts = enabled;
        }
    }

    private static void SetEnabled(int slot, bool enabled, uint error = GL_INVALID_ENUM)
    {
        if (slot < 0)
        {
            GuestThread.Stream?.Record(error);
        }
        else
        {
            GuestThread.Context?.Arrays.Bound.Enable(slot, enabled);
        }
    }

    private static int GenericSlot(uint index) => index < ArraySlot.GenericCount ? ArraySlot.Generic + (int)index : -1;

    /// <summary>The slot of an array's enum; -1 for what is none.</summary>
    private static int SlotOf(uint array) => array switch
    {
        0x8074 => ArraySlot.Vertex,
        0x8075 => ArraySlot.Normal,
        0x8076 => ArraySlot.Color,
        0x8077 => ArraySlot.Index,
        0x8078 => ArraySlot.TexCoord + (GuestThread.Context?.Arrays.ClientUnit ?? 0),
        0x8079 => ArraySlot.EdgeFlag,
        0x8457 => ArraySlot.FogCoord,
        0x845E => ArraySlot.SecondaryColor,
        >= 0x8650 and <= 0x865F => ArraySlot.NvAttribute + (int)(array - 0x8650),
        _ => -1,
    };
}
