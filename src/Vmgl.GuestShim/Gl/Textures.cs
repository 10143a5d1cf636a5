using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Texture objects (GL 1.5 section 3.8.12).</summary>
internal static unsafe partial class Textures
{
    public static partial void DeleteTexturesEXT(GuestStream stream, GuestContext context, int n, uint* textures) =>
        DeleteTextures(stream, context, n, textures);
}
