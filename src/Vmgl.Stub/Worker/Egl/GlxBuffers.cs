namespace Vmgl.Stub.Worker.Egl;

/// <summary>What the names of the default framebuffer's colour buffers mean on a drawable without stereo and auxiliary buffers
/// (GL 2.1 sections 4.2.1 and 4.3.2).</summary>
internal static class GlxBuffers
{
    public const uint None = 0;
    public const uint FrontLeft = 0x0400;
    public const uint FrontRight = 0x0401;
    public const uint BackLeft = 0x0402;
    public const uint Front = 0x0404;
    public const uint Back = 0x0405;
    public const uint Left = 0x0406;
    public const uint FrontAndBack = 0x0408;

    // Questions of glGet about them.
    public const uint DrawBufferName = 0x0C01;
    public const uint ReadBufferName = 0x0C02;
    public const uint DoubleBufferName = 0x0C32;
    public const uint DrawBuffer0Name = 0x8825;
    public const uint AccumRedBits = 0x0D58;
    public const uint AccumAlphaBits = 0x0D5B;

    /// <summary>The buffer that glDrawBuffer of a value draws in; of both, the back one.</summary>
    public static SurfaceBuffer DrawnIn(uint value, bool isDouble) =>
        isDouble && value is Front or FrontLeft ? SurfaceBuffer.Front : SurfaceBuffer.Back;

    /// <summary>The buffer that glReadBuffer of a value reads from (GL 4.5 section 18.2.1 lets it take those that name two).</summary>
    public static SurfaceBuffer ReadFrom(uint value, bool isDouble) =>
        isDouble && value is Front or FrontLeft or Left or FrontAndBack ? SurfaceBuffer.Front : SurfaceBuffer.Back;

    /// <summary>Whether drawing goes to both buffers where there are two.</summary>
    public static bool IsBoth(uint value) => value is Left or FrontAndBack;

    /// <summary>Whether glDrawBuffer and glReadBuffer take a value: some buffer that it names must be there. Back buffers always are: where there is one buffer
    /// only GL wants an error for them (section 4.2.1), but Mesa's GLX takes them for that one.</summary>
    public static bool IsThere(uint value) => value is None or Front or FrontLeft or Back or BackLeft or Left or FrontAndBack;
}
