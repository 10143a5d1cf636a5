using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>glInterleavedArrays (GL 1.5 section 2.8, table 2.5).</summary>
internal static unsafe partial class GlCommands
{
    private const uint FirstInterleaved = 0x2A20;

    // Of each format: texture values, colour values, colour in bytes, normal, vertex values.
    private static readonly (int Tex, int Color, bool ColorBytes, bool Normal, int Vertex)[] s_interleaved =
    [
        (0, 0, false, false, 2), // V2F
        (0, 0, false, false, 3), // V3F
        (0, 4, true, false, 2), // C4UB_V2F
        (0, 4, true, false, 3), // C4UB_V3F
        (0, 3, false, false, 3), // C3F_V3F
        (0, 0, false, true, 3), // N3F_V3F
        (0, 4, false, true, 3), // C4F_N3F_V3F
        (2, 0, false, false, 3), // T2F_V3F
        (4, 0, false, false, 4), // T4F_V4F
        (2, 4, true, false, 3), // T2F_C4UB_V3F
        (2, 3, false, false, 3), // T2F_C3F_V3F
        (2, 0, false, true, 3), // T2F_N3F_V3F
        (2, 4, false, true, 3), // T2F_C4F_N3F_V3F
        (4, 4, false, true, 4), // T4F_C4F_N3F_V4F
    ];

    public static partial void InterleavedArrays(uint format, int stride, void* pointer)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (format - FirstInterleaved >= (uint)s_interleaved.Length || stride < 0)
        {
            stream.Record(stride < 0 ? GL_INVALID_VALUE : GL_INVALID_ENUM);
            return;
        }

        (int tex, int color, bool colorBytes, bool normal, int vertex) = s_interleaved[format - FirstInterleaved];
        int colorSize = colorBytes ? sizeof(float) : color * sizeof(float);
        int normalAt = (tex * sizeof(float)) + colorSize;
        int vertexAt = normalAt + (normal ? 3 * sizeof(float) : 0);
        int step = stride != 0 ? stride : vertexAt + (vertex * sizeof(float));
        var at = (byte*)pointer;

        DisableClientState(0x8079); // edge flags, indices, and what else the format does not have
        DisableClientState(0x8077);
        DisableClientState(0x845E);
        DisableClientState(0x8457);
        SetPart(0x8078, tex > 0, () => TexCoordPointer(tex, Float, step, at));
        SetPart(0x8076, color > 0, () => ColorPointer(color, colorBytes ? UnsignedByte : Float, step, at + (tex * sizeof(float))));
        SetPart(0x8075, normal, () => NormalPointer(Float, step, at + normalAt));
        SetPart(0x8074, true, () => VertexPointer(vertex, Float, step, at + vertexAt));
    }

    private static void SetPart(uint array, bool isThere, Action describe)
    {
        SetEnabled(SlotOf(array), isThere);
        if (isThere)
        {
            describe();
        }
    }
}
