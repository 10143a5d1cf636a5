using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Describes the configs made of EGL's by GLX attributes: glXGetConfig and glXGetFBConfigAttrib (GLX 1.4 tables 3.1 and
/// 3.4).</summary>
internal static class EglConfigTable
{
    private const int TrueColorClass = 4;
    private const int AccumulationBits = 16;

    /// <summary>The whole table.</summary>
    /// <param name="largest">Most pixels of a pbuffer's side.</param>
    public static HostConfigs BuildTable(IReadOnlyCollection<EglConfig> configs, int largest) => new(
        GlxAttributes.Visual.ToArray(), [.. configs.Select(config => CreateVisual(config, largest))],
        GlxAttributes.Config.ToArray(), [.. configs.Select(config =>
            new HostConfig(config.Id, ValuesOf(GlxAttributes.Config, config, largest)))]);

    private static HostVisual CreateVisual(EglConfig config, int largest) => new(
        config.Visual, TrueColorClass, config.VisualDepth, 0xFF0000, 0xFF00, 0xFF, ValuesOf(GlxAttributes.Visual, config, largest));

    private static int[] ValuesOf(ReadOnlySpan<int> attributes, EglConfig config, int largest)
    {
        int[] values = new int[attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(attributes[i], config, largest);
        }

        return values;
    }

    private static int ValueOf(int attribute, EglConfig config, int largest) => attribute switch
    {
        GLX_USE_GL or GLX_RGBA => 1,
        GLX_BUFFER_SIZE => 24 + config.Format.Alpha,
        GLX_DOUBLEBUFFER => config.IsDouble ? 1 : 0,
        GLX_RED_SIZE or GLX_GREEN_SIZE or GLX_BLUE_SIZE => 8,
        GLX_ALPHA_SIZE => config.Format.Alpha,
        GLX_DEPTH_SIZE => config.Format.Depth,
        GLX_STENCIL_SIZE => config.Format.Stencil,
        >= GLX_ACCUM_RED_SIZE and <= GLX_ACCUM_ALPHA_SIZE => config.HasAccumulation ? AccumulationBits : 0,
        GLX_CONFIG_CAVEAT => config.Format.Caveat,
        GLX_TRANSPARENT_TYPE => GLX_NONE,
        GLX_X_VISUAL_TYPE => GLX_TRUE_COLOR,
        GLX_DRAWABLE_TYPE => GLX_WINDOW_BIT | GLX_PIXMAP_BIT | GLX_PBUFFER_BIT, // surfaces stand for windows and pixmaps
        GLX_RENDER_TYPE => GLX_RGBA_BIT,
        GLX_X_RENDERABLE => 1,
        GLX_FBCONFIG_ID => (int)config.Id,
        GLX_MAX_PBUFFER_WIDTH or GLX_MAX_PBUFFER_HEIGHT => largest,
        GLX_MAX_PBUFFER_PIXELS => EglDrawables.MostPixels,
        GLX_VISUAL_ID => (int)config.Visual,
        // Chosen by those who name them only, as X servers have it
        GlxChoice.SelectGroup => config.VisualDepth == EglConfigs.DeepVisual ? 1 : 0,
        GLX_SAMPLE_BUFFERS => config.Format.Samples > 0 ? 1 : 0,
        GLX_SAMPLES => config.Format.Samples,
        _ => 0, // no overlays, stereo, auxiliary buffers, transparency, sRGB, texture binding
    };
}
