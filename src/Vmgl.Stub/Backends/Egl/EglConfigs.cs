using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>An FBConfig as guests see it, and what stands behind it.</summary>
/// <param name="Id">GLX_FBCONFIG_ID.</param>
/// <param name="Visual">VisualID.</param>
/// <param name="Format">The EGL config of its buffers.</param>
/// <param name="IsDouble">Whether there is a front buffer beside the one that is drawn in.</param>
/// <param name="HasAccumulation">Whether this side keeps an accumulation buffer for it.</param>
/// <param name="VisualDepth">Depth of its visual in bits: 24, or 32 where alpha is the X server's too.</param>
internal sealed record EglConfig(uint Id, uint Visual, EglFormat Format, bool IsDouble, bool HasAccumulation, int VisualDepth);

/// <summary>An EGL config that can draw into pbuffers with OpenGL.</summary>
/// <param name="Handle">EGLConfig.</param>
/// <param name="Caveat">GLX_NONE, GLX_SLOW_CONFIG or GLX_NON_CONFORMANT_CONFIG.</param>
internal sealed record EglFormat(nint Handle, int Alpha, int Depth, int Stencil, int Samples, int Caveat);

/// <summary>The table of FBConfigs and visuals. EGL has pbuffers with one buffer and without accumulation; here each of its formats
/// of 8 bits a component becomes FBConfigs with one and two buffers, and those of one sample also with accumulation.</summary>
/// <remarks>Ids lie above those of X servers, so that none of the host's visuals is taken for the guest's of the same id.</remarks>
internal sealed unsafe class EglConfigs
{
    /// <summary>Depth of a visual whose alpha is the X server's too.</summary>
    public const int DeepVisual = 32;

    private const uint FirstVisual = 0x10001;
    private const uint FirstConfig = 0x20001;
    private const int UsualDepth = 24;

    private readonly Dictionary<uint, EglConfig> _byId = [];
    private readonly Dictionary<uint, EglConfig> _byVisual = [];

    /// <summary>Reads a display's configs.</summary>
    /// <param name="largest">Most pixels of a pbuffer's side.</param>
    public EglConfigs(EglLibrary egl, nint display, int largest)
    {
        foreach (EglConfig config in SynthesizeConfigs(ReadFormats(egl, display)))
        {
            _byId.Add(config.Id, config);
            _byVisual.Add(config.Visual, config);
        }

        Table = EglConfigTable.BuildTable(_byId.Values, largest);
    }

    /// <summary>As it travels.</summary>
    public HostConfigs Table { get; }

    /// <summary>The config of a GLX_FBCONFIG_ID; null when there is none.</summary>
    public EglConfig? Find(uint id) => _byId.GetValueOrDefault(id);

    /// <summary>The config of a VisualID; null when there is none.</summary>
    public EglConfig? FindVisual(uint visual) => _byVisual.GetValueOrDefault(visual);

    /// <summary>Formats of 8 bits a component, each once.</summary>
    public static EglFormat[] ReadFormats(EglLibrary egl, nint display)
    {
        int count;
        _ = egl.GetConfigs(display, null, 0, &count);
        nint[] handles = new nint[Math.Max(count, 1)];
        fixed (nint* all = handles)
        {
            _ = egl.GetConfigs(display, all, handles.Length, &count);
        }

        return [.. handles.Take(count).Select(handle => ReadFormat(egl, display, handle)).OfType<EglFormat>()
            .DistinctBy(format => format with { Handle = 0 })];
    }

    /// <summary>Null when guests cannot use it.</summary>
    private static EglFormat? ReadFormat(EglLibrary egl, nint display, nint handle)
    {
        int Get(int attribute)
        {
            int value = 0;
            return egl.GetConfigAttrib(display, handle, attribute, &value) != 0 ? value : 0;
        }

        bool fits = (Get(Egl.SurfaceType) & Egl.PbufferBit) != 0 && (Get(Egl.RenderableType) & Egl.OpenGlBit) != 0
            && (Get(Egl.RedSize), Get(Egl.GreenSize), Get(Egl.BlueSize)) == (8, 8, 8) && Get(Egl.AlphaSize) is 0 or 8;
        return fits ? new EglFormat(handle, Get(Egl.AlphaSize), Get(Egl.DepthSize), Get(Egl.StencilSize), Get(Egl.Samples),
            TranslateCaveat(Get(Egl.ConfigCaveat))) : null;
    }

    private static int TranslateCaveat(int caveat) => caveat switch
    {
        Egl.SlowConfig => GLX_SLOW_CONFIG,
        Egl.NonConformantConfig => GLX_NON_CONFORMANT_CONFIG,
        _ => GLX_NONE,
    };

    /// <summary>The order is the table's: first what X servers with GLX usually give their default visual, two buffers with alpha,
    /// depth of 24 bits and a stencil, for that one stands for a guest's visual until the guest chooses another.</summary>
    private static IEnumerable<EglConfig> SynthesizeConfigs(EglFormat[] formats)
    {
        var wanted = from format in formats
                     from isDouble in (bool[])[true, false]
                     from accumulates in format.Samples == 0 ? (bool[])[false, true] : [false]
                     from depth in format is { Alpha: 8, Samples: 0 } ? (int[])[UsualDepth, DeepVisual] : [UsualDepth]
                     orderby depth, format.Samples, accumulates, !isDouble, format is not { Depth: 24, Stencil: 8 }, -format.Alpha,
                         format.Depth, format.Stencil
                     select (format, isDouble, accumulates, depth);
        uint next = 0;
        foreach ((EglFormat format, bool isDouble, bool accumulates, int depth) in wanted)
        {
            EglFormat slow = accumulates && format.Caveat == GLX_NONE ? format with { Caveat = GLX_SLOW_CONFIG } : format;
            yield return new EglConfig(FirstConfig + next, FirstVisual + next, slow, isDouble, accumulates, depth);
            next++;
        }
    }
}
