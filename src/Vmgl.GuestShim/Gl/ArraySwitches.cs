using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Which vertex arrays are enabled, and the enums by which commands mean them.</summary>
internal static class ArraySwitches
{
    /// <summary>Whether a capability is a vertex array or the restart of primitives, which are state of the guest.</summary>
    public static bool IsArrayState(VertexArrays arrays, uint cap) =>
        cap is GL_PRIMITIVE_RESTART or GL_PRIMITIVE_RESTART_NV || FindSlot(arrays, cap) >= 0;

    /// <summary>Enables or disables a capability of glEnableClientState.</summary>
    public static void SetClientState(GuestStream stream, VertexArrays arrays, uint array, bool enabled)
    {
        if (array is GL_PRIMITIVE_RESTART or GL_PRIMITIVE_RESTART_NV)
        {
            arrays.Restarts = enabled;
        }
        else
        {
            EnableSlot(stream, arrays, FindSlot(arrays, array), enabled);
        }
    }

    /// <summary>Enables or disables an array; a slot of -1 is <paramref name="error"/>.</summary>
    public static void EnableSlot(GuestStream stream, VertexArrays arrays, int slot, bool enabled, uint error = GL_INVALID_ENUM)
    {
        if (slot < 0)
        {
            stream.RecordError(error);
        }
        else
        {
            arrays.Bound.EnableArray(slot, enabled);
        }
    }

    /// <summary>The slot of a generic attribute; -1 for an index that is too large.</summary>
    public static int FindGenericSlot(uint index) => index < ArraySlot.GenericCount ? ArraySlot.Generic + (int)index : -1;

    /// <summary>The slot of an array's enum; -1 for any other enum.</summary>
    public static int FindSlot(VertexArrays arrays, uint array) => array switch
    {
        GL_VERTEX_ARRAY => ArraySlot.Vertex,
        GL_NORMAL_ARRAY => ArraySlot.Normal,
        GL_COLOR_ARRAY => ArraySlot.Color,
        GL_INDEX_ARRAY => ArraySlot.Index,
        GL_TEXTURE_COORD_ARRAY => ArraySlot.TexCoord + arrays.ClientUnit,
        GL_EDGE_FLAG_ARRAY => ArraySlot.EdgeFlag,
        GL_FOG_COORD_ARRAY => ArraySlot.FogCoord,
        GL_SECONDARY_COLOR_ARRAY => ArraySlot.SecondaryColor,
        >= GL_VERTEX_ATTRIB_ARRAY0_NV and <= GL_VERTEX_ATTRIB_ARRAY15_NV =>
            ArraySlot.NvAttribute + (int)(array - GL_VERTEX_ATTRIB_ARRAY0_NV),
        _ => -1,
    };

    /// <summary>Whether an array, or the restart of primitives, is enabled; null for the host's capabilities.</summary>
    public static bool? FindEnabled(VertexArrays arrays, uint cap) => cap switch
    {
        GL_PRIMITIVE_RESTART or GL_PRIMITIVE_RESTART_NV => arrays.Restarts,
        _ => FindSlot(arrays, cap) is var slot and >= 0 ? arrays.Bound.IsEnabled(slot) : null,
    };
}
