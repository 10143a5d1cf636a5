using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Worker;

/// <summary>The table of the null renderer: RGBA8, depth 24, stencil 8, accumulation 16, double and single buffered.</summary>
internal static class NullConfigs
{
    private const uint DoubleVisual = 0x21;
    private const uint SingleVisual = 0x22;
    private const uint DoubleConfig = 0x101;
    private const uint SingleConfig = 0x102;
    private const int TrueColor = 4;
    private const int Depth = 24;

    /// <summary>The two FBConfig ids, best first.</summary>
    public static uint[] Ids => [DoubleConfig, SingleConfig];

    /// <summary>Whether a config has two buffers.</summary>
    public static bool IsDouble(uint config) => config == DoubleConfig;

    /// <summary>The VisualID with one or two buffers.</summary>
    public static uint VisualOf(bool isDouble) => isDouble ? DoubleVisual : SingleVisual;

    /// <summary>The whole table.</summary>
    public static HostConfigs Build() => new(
        GlxAttributes.Visual.ToArray(), [Visual(isDouble: true), Visual(isDouble: false)],
        GlxAttributes.Config.ToArray(), [Config(isDouble: true), Config(isDouble: false)]);

    private static HostVisual Visual(bool isDouble)
    {
        uint id = VisualOf(isDouble);
        return new HostVisual(id, TrueColor, Depth, 0xFF0000, 0xFF00, 0xFF, Values(GlxAttributes.Visual, id, 0, isDouble));
    }

    private static HostConfig Config(bool isDouble)
    {
        uint id = isDouble ? DoubleConfig : SingleConfig;
        return new HostConfig(id, Values(GlxAttributes.Config, VisualOf(isDouble), id, isDouble));
    }

    private static int[] Values(ReadOnlySpan<int> attributes, uint visual, uint config, bool isDouble)
    {
        int[] values = new int[attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value(attributes[i], (int)visual, (int)config, isDouble);
        }

        return values;
    }

    private static int Value(int attribute, int visual, int config, bool isDouble) => attribute switch
    {
        1 or 4 => 1, // GLX_USE_GL, GLX_RGBA
        2 => 32, // GLX_BUFFER_SIZE
        5 => isDouble ? 1 : 0, // GLX_DOUBLEBUFFER
        >= 8 and <= 11 => 8, // GLX_RED_SIZE to GLX_ALPHA_SIZE
        12 => Depth, // GLX_DEPTH_SIZE
        13 => 8, // GLX_STENCIL_SIZE
        >= 14 and <= 17 => 16, // GLX_ACCUM_RED_SIZE to GLX_ACCUM_ALPHA_SIZE
        0x20 or 0x23 => 0x8000, // GLX_CONFIG_CAVEAT, GLX_TRANSPARENT_TYPE: GLX_NONE
        0x22 => 0x8002, // GLX_X_VISUAL_TYPE: GLX_TRUE_COLOR
        0x8010 => 5, // GLX_DRAWABLE_TYPE: window and pbuffer
        0x8011 or 0x8012 => 1, // GLX_RENDER_TYPE: GLX_RGBA_BIT; GLX_X_RENDERABLE
        0x8013 => config, // GLX_FBCONFIG_ID
        0x8016 or 0x8017 => 16384, // GLX_MAX_PBUFFER_WIDTH, GLX_MAX_PBUFFER_HEIGHT
        0x8018 => 16384 * 16384, // GLX_MAX_PBUFFER_PIXELS
        0x8060 => 0x8063, // GLX_SWAP_METHOD_OML: GLX_SWAP_UNDEFINED_OML
        0x800B => visual, // GLX_VISUAL_ID
        _ => 0,
    };
}
