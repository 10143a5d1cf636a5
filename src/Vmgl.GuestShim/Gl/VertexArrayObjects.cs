using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Vertex array objects (GL 3.0 section 2.10, ARB_ and APPLE_vertex_array_object). Nothing of them travels: a draw carries the
/// arrays that it uses.</summary>
internal static unsafe partial class VertexArrayObjects
{
    public static partial void GenVertexArrays(GuestStream stream, GuestContext context, int n, uint* arrays)
    {
        if (n < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }

        context.Arrays.GenerateNames(n, arrays);
    }

    public static partial void DeleteVertexArrays(GuestStream stream, GuestContext context, int n, uint* arrays)
    {
        if (n < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }

        uint before = context.Arrays.ElementBuffer;
        for (int i = 0; i < n; i++)
        {
            context.Arrays.DeleteObject(arrays[i]);
        }

        FollowElementBuffer(stream, context, before);
    }

    public static partial void BindVertexArray(GuestStream stream, GuestContext context, uint array) =>
        BindOrRecord(stream, context, array, makes: false);

    /// <summary>APPLE_vertex_array_object lets the program choose names.</summary>
    public static partial void BindVertexArrayAPPLE(GuestStream stream, GuestContext context, uint array) =>
        BindOrRecord(stream, context, array, makes: true);

    public static partial byte IsVertexArray(GuestStream stream, GuestContext context, uint array) =>
        array != 0 && context.Arrays.FindObject(array) is { WasBound: true } ? (byte)1 : (byte)0;

    private static void BindOrRecord(GuestStream stream, GuestContext context, uint name, bool makes)
    {
        uint before = context.Arrays.ElementBuffer;
        if (!context.Arrays.BindObject(name, makes))
        {
            stream.RecordError(GL_INVALID_OPERATION);
        }

        FollowElementBuffer(stream, context, before);
    }

    /// <summary>The host knows one set of arrays: the buffer of the indices is bound there as it would be in the object here.</summary>
    private static void FollowElementBuffer(GuestStream stream, GuestContext context, uint before)
    {
        uint now = context.Arrays.ElementBuffer;
        if (now != before)
        {
            Wire.Commands.BindBuffer.Write(stream.Reserve(Wire.Commands.BindBuffer.Bytes), GL_ELEMENT_ARRAY_BUFFER, now);
        }
    }
}
