using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Null;

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
    public static HostConfigs BuildTable() => new(
        GlxAttributes.Visual.ToArray(), [CreateVisual(isDouble: true), CreateVisual(isDouble: false)],
        GlxAttributes.Config.ToArray(), [CreateConfig(isDouble: true), CreateConfig(isDouble: false)]);

    private static HostVisual CreateVisual(bool isDouble)
    {
        uint id = VisualOf(isDouble);
        return new HostVisual(id, TrueColor, Depth, 0xFF0000, 0xFF00, 0xFF, ValuesOf(GlxAttributes.Visual, id, 0, isDouble));
    }

    private static HostConfig CreateConfig(bool isDouble)
    {
        uint id = isDouble ? DoubleConfig : SingleConfig;
        return new HostConfig(id, ValuesOf(GlxAttributes.Config, VisualOf(isDouble), id, isDouble));
    }

    private static int[] ValuesOf(ReadOnlySpan<int> attributes, uint visual, uint config, bool isDouble)
    {
        int[] values = new int[attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(attributes[i], (int)visual, (int)config, isDouble);
        }

        return values;
    }

    private static int ValueOf(int attribute, int visual, int config, bool isDouble) => attribute switch
    {
        GLX_USE_GL or GLX_RGBA => 1,
        GLX_BUFFER_SIZE => 32,
        GLX_DOUBLEBUFFER => isDouble ? 1 : 0,
        >= GLX_RED_SIZE and <= GLX_ALPHA_SIZE => 8,
        GLX_DEPTH_SIZE => Depth,
        GLX_STENCIL_SIZE => 8,
        >= GLX_ACCUM_RED_SIZE and <= GLX_ACCUM_ALPHA_SIZE => 16,
        GLX_CONFIG_CAVEAT or GLX_TRANSPARENT_TYPE => GLX_NONE,
        GLX_X_VISUAL_TYPE => GLX_TRUE_COLOR,
        GLX_DRAWABLE_TYPE => GLX_WINDOW_BIT | GLX_PBUFFER_BIT,
        GLX_RENDER_TYPE => GLX_RGBA_BIT,
        GLX_X_RENDERABLE => 1,
        GLX_FBCONFIG_ID => config,
        GLX_MAX_PBUFFER_WIDTH or GLX_MAX_PBUFFER_HEIGHT => 16384,
        GLX_MAX_PBUFFER_PIXELS => 16384 * 16384,
        0x8060 => 0x8063, // GLX_SWAP_METHOD_OML: GLX_SWAP_UNDEFINED_OML, which the registry's names do not have
        GLX_VISUAL_ID => visual,
        _ => 0,
    };
}
