using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>A surface or a guest's pbuffer: one or two EGL pbuffers of the same format, each with a colour buffer, depth and
/// stencil.</summary>
internal sealed class EglDrawable(EglConfig config)
{
    public EglConfig Config { get; } = config;

    /// <summary>The buffer that a context draws in by default: GL_BACK of two buffers, GL_FRONT of one.</summary>
    public nint Main { get; set; }

    /// <summary>GL_FRONT of two buffers; 0 where there is one only.</summary>
    public nint Front { get; set; }

    /// <summary>Pixels.</summary>
    public uint Width { get; set; }

    /// <summary>Pixels.</summary>
    public uint Height { get; set; }

    /// <summary>Which of the pbuffers has the depth and stencil values: the one that was drawn in last.</summary>
    public nint DepthHolder { get; set; }

    /// <summary>Whether a context draws in both buffers: then the front one is a copy of the other, made when it is read.</summary>
    public bool FrontIsBehind { get; set; }

    /// <summary>Red, green, blue and alpha of each pixel, rows from below, 32767 for 1; null until it is used.</summary>
    public short[]? Accumulation { get; set; }

    public bool IsDouble => Config.IsDouble;

    /// <summary>The pbuffer behind one of its buffers.</summary>
    public nint PbufferOf(SurfaceBuffer buffer) => buffer == SurfaceBuffer.Front && Front != 0 ? Front : Main;
}
