using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Vertex array objects (GL 3.0 section 2.10, ARB_ and APPLE_vertex_array_object), and what else describes how arrays are read.
/// Nothing of it travels: a draw carries the arrays that it uses.</summary>
internal static unsafe partial class GlCommands
{
    public static partial void GenVertexArrays(int n, uint* arrays)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (n < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }

        GuestThread.Context!.Arrays.Generate(n, arrays);
    }

    public static partial void DeleteVertexArrays(int n, uint* arrays)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (n < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }

        uint before = GuestThread.Context!.Arrays.ElementBuffer;
        for (int i = 0; i < n; i++)
        {
            GuestThread.Context.Arrays.Delete(arrays[i]);
        }

        FollowElementBuffer(stream, before);
    }

    public static partial void BindVertexArray(uint array) => BindArrays(array, makes: false);

    /// <summary>APPLE_vertex_array_object lets the program choose names.</summary>
    public static partial void BindVertexArrayAPPLE(uint array) => BindArrays(array, makes: true);

    public static partial byte IsVertexArray(uint array) =>
        array != 0 && GuestThread.Context?.Arrays.Find(array) is { WasBound: true } ? (byte)1 : (byte)0;

    public static partial void VertexAttribDivisor(uint index, uint divisor)
    {
        if (index >= ArraySlot.GenericCount)
        {
            GuestThread.Stream?.Record(GL_INVALID_VALUE);
        }
        else if (GuestThread.Context is { } context)
        {
            context.Arrays[ArraySlot.Generic + (int)index].Divisor = divisor;
        }
    }

    public static partial void PrimitiveRestartIndex(uint index)
    {
        if (GuestThread.Context is { } context)
        {
            context.Arrays.RestartIndex = index;
        }
    }

    public static partial void PrimitiveRestartIndexNV(uint index) => PrimitiveRestartIndex(index);

    // EXT_vertex_array says how many elements there are. Nobody uses it: draws name the elements that they take.
    public static partial void VertexPointerEXT(int size, uint type, int stride, int count, void* pointer)
    {
        if (IsCount(count)) { VertexPointer(size, type, stride, pointer); }
    }

    public static partial void NormalPointerEXT(uint type, int stride, int count, void* pointer)
    {
        if (IsCount(count)) { NormalPointer(type, stride, pointer); }
    }

    public static partial void ColorPointerEXT(int size, uint type, int stride, int count, void* pointer)
    {
        if (IsCount(count)) { ColorPointer(size, type, stride, pointer); }
    }

    public static partial void IndexPointerEXT(uint type, int stride, int count, void* pointer)
    {
        if (IsCount(count)) { IndexPointer(type, stride, pointer); }
    }

    public static partial void TexCoordPointerEXT(int size, uint type, int stride, int count, void* pointer)
    {
        if (IsCount(count)) { TexCoordPointer(size, type, stride, pointer); }
    }

    public static partial void EdgeFlagPointerEXT(int stride, int count, byte* pointer)
    {
        if (IsCount(count)) { EdgeFlagPointer(stride, pointer); }
    }

    private static bool IsCount(int count)
    {
        if (count < 0)
        {
            GuestThread.Stream?.Record(GL_INVALID_VALUE);
        }

        return count >= 0;
    }

    private static void BindArrays(uint name, bool makes)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint before = GuestThread.Context!.Arrays.ElementBuffer;
        if (!GuestThread.Context.Arrays.Bind(name, makes))
        {
            stream.Record(GL_INVALID_OPERATION);
        }

        FollowElementBuffer(stream, before);
    }

    /// <summary>The host knows one set of arrays: the buffer of the indices is bound there as it would be in the object here.</summary>
    private static void FollowElementBuffer(GuestStream stream, uint before)
    {
        uint now = GuestThread.Context!.Arrays.ElementBuffer;
        if (now != before)
        {
            Wire.Commands.BindBuffer.Write(stream.Reserve(Wire.Commands.BindBuffer.Bytes), ElementArrayBufferTarget, now);
        }
    }
}
