namespace Vmgl.Wire.Glx;

/// <summary>The GLX attributes that a host reports to its guests, in the order in which they travel.</summary>
public static class GlxAttributes
{
    /// <summary>What glXGetConfig (GLX 1.4, table 3.6 and the extensions of visuals) can be asked for.</summary>
    public static ReadOnlySpan<int> Visual =>
    [
        1, // GLX_USE_GL
        2, // GLX_BUFFER_SIZE
        3, // GLX_LEVEL
        4, // GLX_RGBA
        5, // GLX_DOUBLEBUFFER
        6, // GLX_STEREO
        7, // GLX_AUX_BUFFERS
        8, 9, 10, 11, // GLX_RED_SIZE to GLX_ALPHA_SIZE
        12, // GLX_DEPTH_SIZE
        13, // GLX_STENCIL_SIZE
        14, 15, 16, 17, // GLX_ACCUM_RED_SIZE to GLX_ACCUM_ALPHA_SIZE
        0x20, // GLX_CONFIG_CAVEAT
        0x22, // GLX_X_VISUAL_TYPE
        0x23, 0x24, 0x25, 0x26, 0x27, 0x28, // GLX_TRANSPARENT_TYPE to GLX_TRANSPARENT_ALPHA_VALUE
        100000, 100001, // GLX_SAMPLE_BUFFERS, GLX_SAMPLES
    ];

    /// <summary>What glXGetFBConfigAttrib (GLX 1.4, table 3.1 and the extensions of configs) can be asked for.</summary>
    public static ReadOnlySpan<int> Config =>
    [
        2, // GLX_BUFFER_SIZE
        3, // GLX_LEVEL
        5, // GLX_DOUBLEBUFFER
        6, // GLX_STEREO
        7, // GLX_AUX_BUFFERS
        8, 9, 10, 11, // GLX_RED_SIZE to GLX_ALPHA_SIZE
        12, // GLX_DEPTH_SIZE
        13, // GLX_STENCIL_SIZE
        14, 15, 16, 17, // GLX_ACCUM_RED_SIZE to GLX_ACCUM_ALPHA_SIZE
        0x20, // GLX_CONFIG_CAVEAT
        0x22, // GLX_X_VISUAL_TYPE
        0x23, 0x24, 0x25, 0x26, 0x27, 0x28, // GLX_TRANSPARENT_TYPE to GLX_TRANSPARENT_ALPHA_VALUE
        0x20B2, // GLX_FRAMEBUFFER_SRGB_CAPABLE_ARB
        0x20D0, 0x20D1, 0x20D2, 0x20D3, 0x20D4, // GLX_BIND_TO_TEXTURE_RGB_EXT to GLX_Y_INVERTED_EXT
        0x8010, // GLX_DRAWABLE_TYPE
        0x8011, // GLX_RENDER_TYPE
        0x8012, // GLX_X_RENDERABLE
        0x8013, // GLX_FBCONFIG_ID
        0x8016, 0x8017, 0x8018, // GLX_MAX_PBUFFER_WIDTH, GLX_MAX_PBUFFER_HEIGHT, GLX_MAX_PBUFFER_PIXELS
        0x8060, // GLX_SWAP_METHOD_OML
        0x800B, // GLX_VISUAL_ID
        100000, 100001, // GLX_SAMPLE_BUFFERS, GLX_SAMPLES
    ];
}
