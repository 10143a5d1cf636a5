using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>The meaning of the names of the default framebuffer's colour buffers on a drawable without stereo and auxiliary buffers
/// (GL 2.1 sections 4.2.1 and 4.3.2).</summary>
internal static class GlxBuffers
{
    public const uint None = 0;

    /// <summary>The buffer that glDrawBuffer of a value draws in; of both, the back one.</summary>
    public static SurfaceBuffer DrawnIn(uint value, bool isDouble) =>
        isDouble && value is GL_FRONT or GL_FRONT_LEFT ? SurfaceBuffer.Front : SurfaceBuffer.Back;

    /// <summary>The buffer that glReadBuffer of a value reads from (GL 4.5 section 18.2.1 lets it take those that name two).</summary>
    public static SurfaceBuffer ReadFrom(uint value, bool isDouble) =>
        isDouble && value is GL_FRONT or GL_FRONT_LEFT or GL_LEFT or GL_FRONT_AND_BACK ? SurfaceBuffer.Front : SurfaceBuffer.Back;

    /// <summary>Whether drawing goes to both buffers where there are two.</summary>
    public static bool IsBoth(uint value) => value is GL_LEFT or GL_FRONT_AND_BACK;

    /// <summary>Whether glDrawBuffer and glReadBuffer take a value: some buffer that it names must be there. Back buffers always are: where
    /// there is one buffer only GL wants an error for them (section 4.2.1), but Mesa's GLX takes them for that one.</summary>
    public static bool IsThere(uint value) => value is None or GL_FRONT or GL_FRONT_LEFT or GL_BACK or GL_BACK_LEFT or GL_LEFT
        or GL_FRONT_AND_BACK;
}
