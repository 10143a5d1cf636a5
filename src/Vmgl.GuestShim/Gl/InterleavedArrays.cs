using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>glInterleavedArrays (GL 1.5 section 2.8, table 2.5).</summary>
internal static unsafe class InterleavedArrays
{
    // From GL_V2F on; of each format: texture values, colour values, colour in bytes, normal, vertex values.
    private static readonly (int Tex, int Color, bool ColorBytes, bool Normal, int Vertex)[] s_formats =
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

    /// <summary>Describes the arrays of a format and disables all others.</summary>
    public static void DescribeFormat(GuestStream stream, GuestContext context, uint format, int stride, byte* pointer)
    {
        if (format - GL_V2F >= (uint)s_formats.Length || stride < 0)
        {
            stream.RecordError(stride < 0 ? GL_INVALID_VALUE : GL_INVALID_ENUM);
            return;
        }

        (int tex, int color, bool colorBytes, bool normal, int vertex) = s_formats[format - GL_V2F];
        int colorAt = tex * sizeof(float);
        int normalAt = colorAt + (colorBytes ? sizeof(float) : color * sizeof(float));
        int vertexAt = normalAt + (normal ? 3 * sizeof(float) : 0);
        int step = stride != 0 ? stride : vertexAt + (vertex * sizeof(float));

        SwitchArray(stream, context, GL_EDGE_FLAG_ARRAY, false);
        SwitchArray(stream, context, GL_INDEX_ARRAY, false);
        SwitchArray(stream, context, GL_SECONDARY_COLOR_ARRAY, false);
        SwitchArray(stream, context, GL_FOG_COORD_ARRAY, false);
        if (SwitchArray(stream, context, GL_TEXTURE_COORD_ARRAY, tex > 0))
        {
            VertexArrayPointers.TexCoordPointer(stream, context, tex, GL_FLOAT, step, pointer);
        }

        if (SwitchArray(stream, context, GL_COLOR_ARRAY, color > 0))
        {
            VertexArrayPointers.ColorPointer(stream, context, color, colorBytes ? GL_UNSIGNED_BYTE : GL_FLOAT, step, pointer + colorAt);
        }

        if (SwitchArray(stream, context, GL_NORMAL_ARRAY, normal))
        {
            VertexArrayPointers.NormalPointer(stream, context, GL_FLOAT, step, pointer + normalAt);
        }

        _ = SwitchArray(stream, context, GL_VERTEX_ARRAY, true);
        VertexArrayPointers.VertexPointer(stream, context, vertex, GL_FLOAT, step, pointer + vertexAt);
    }

    private static bool SwitchArray(GuestStream stream, GuestContext context, uint array, bool enabled)
    {
        ArraySwitches.SetClientState(stream, context.Arrays, array, enabled);
        return enabled;
    }
}
