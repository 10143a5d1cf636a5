using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Worker.Egl;

/// <summary>Says in GLX's words what the configs made of EGL's are: glXGetConfig and glXGetFBConfigAttrib (GLX 1.4 tables 3.1 and 3.4).</summary>
internal static class EglConfigTable
{
    private const int TrueColorClass = 4;
    private const int AccumulationBits = 16;

    /// <summary>The whole table.</summary>
    /// <param name="largest">Most pixels of a pbuffer's side.</param>
    public static HostConfigs Build(IReadOnlyCollection<EglConfig> configs, int largest) => new(
        GlxAttributes.Visual.ToArray(), [.. configs.Select(config => Visual(config, largest))],
        GlxAttributes.Config.ToArray(), [.. configs.Select(config => new HostConfig(config.Id, Values(GlxAttributes.Config, config, largest)))]);

    private static HostVisual Visual(EglConfig config, int largest) => new(
        config.Visual, TrueColorClass, config.VisualDepth, 0xFF0000, 0xFF00, 0xFF, Values(GlxAttributes.Visual, config, largest));

    private static int[] Values(ReadOnlySpan<int> attributes, EglConfig config, int largest)
    {
        int[] values = new int[attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value(attributes[i], config, largest);
        }

        return values;
    }

    private static int Value(int attribute, EglConfig config, int largest) => attribute switch
    {
        1 or 4 => 1, // GLX_USE_GL, GLX_RGBA
        2 => 24 + config.Format.Alpha, // GLX_BUFFER_SIZE
        5 => config.IsDouble ? 1 : 0, // GLX_DOUBLEBUFFER
        8 or 9 or 10 => 8, // GLX_RED_SIZE, GLX_GREEN_SIZE, GLX_BLUE_SIZE
        11 => config.Format.Alpha, // GLX_ALPHA_SIZE
        12 => config.Format.Depth, // GLX_DEPTH_SIZE
        13 => config.Format.Stencil, // GLX_STENCIL_SIZE
        >= 14 and <= 17 => config.HasAccumulation ? AccumulationBits : 0, // GLX_ACCUM_RED_SIZE to GLX_ACCUM_ALPHA_SIZE
        0x20 => config.Format.Caveat, // GLX_CONFIG_CAVEAT
        0x23 => 0x8000, // GLX_TRANSPARENT_TYPE: GLX_NONE
        0x22 => 0x8002, // GLX_X_VISUAL_TYPE: GLX_TRUE_COLOR
        0x8010 => 7, // GLX_DRAWABLE_TYPE: windows, pixmaps (surfaces stand for both) and pbuffers
        0x8011 or 0x8012 => 1, // GLX_RENDER_TYPE: GLX_RGBA_BIT; GLX_X_RENDERABLE
        0x8013 => (int)config.Id, // GLX_FBCONFIG_ID
        0x8016 or 0x8017 => largest, // GLX_MAX_PBUFFER_WIDTH, GLX_MAX_PBUFFER_HEIGHT
        0x8018 => EglDrawables.MostPixels, // GLX_MAX_PBUFFER_PIXELS
        0x800B => (int)config.Visual, // GLX_VISUAL_ID
        0x8028 => config.VisualDepth == EglConfigs.DeepVisual ? 1 : 0, // GLX_VISUAL_SELECT_GROUP_SGIX: chosen by those who name them only, as X servers have it
        100000 => config.Format.Samples > 0 ? 1 : 0, // GLX_SAMPLE_BUFFERS
        100001 => config.Format.Samples, // GLX_SAMPLES
        _ => 0, // no overlays, stereo, auxiliary buffers, transparency, sRGB, texture binding
    };
}
