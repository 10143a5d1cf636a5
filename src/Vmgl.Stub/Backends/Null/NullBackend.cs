using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Null;

/// <summary>Swallows everything: for benchmarks of the path itself, for fuzzers, and for machines without GL.
/// Offers the visuals that every X server of depth 24 has.</summary>
internal sealed class NullBackend : IHostBackend
{
    private const int None = 0;
    private const int UseGl = 1;
    private const int Rgba = 4;
    private const int DoubleBuffer = 5;
    private const int Stereo = 6;
    private const int DontCare = -1;

    private readonly HostConfigs _table = NullConfigs.BuildTable();

    /// <inheritdoc/>
    public string Description => "null renderer";

    /// <inheritdoc/>
    public string GlxExtensions => "GLX_ARB_create_context GLX_ARB_create_context_profile GLX_ARB_get_proc_address GLX_EXT_swap_control";

    /// <inheritdoc/>
    public Refusal? Refusal => null;

    /// <inheritdoc/>
    public ISurfaces Surfaces { get; } = new NoSurfaces();

    /// <inheritdoc/>
    public nint GetProcAddress(string name) => 0;

    /// <inheritdoc/>
    public HostConfigs ReadConfigs(int screen) => _table;

    /// <inheritdoc/>
    public uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes)
    {
        int wanted = WantedBuffering(attributes, pairs: true);
        return [.. NullConfigs.Ids.Where(id => wanted == DontCare || NullConfigs.IsDouble(id) == (wanted != 0))];
    }

    /// <inheritdoc/>
    public uint ChooseVisual(int screen, ReadOnlySpan<int> attributes) =>
        NullConfigs.VisualOf(isDouble: WantedBuffering(attributes, pairs: false) == 1);

    /// <inheritdoc/>
    public AttachStatus AttachWindow(uint drawable, ReadOnlySpan<uint> token) => AttachStatus.Attached;

    /// <inheritdoc/>
    public bool CreateHostWindow(uint drawable, int screen, uint config, uint width, uint height, string title) => false;

    /// <inheritdoc/>
    public bool ResizeHostWindow(uint drawable, uint width, uint height) => false;

    /// <inheritdoc/>
    public uint TakeClosedWindow() => 0;

    /// <inheritdoc/>
    public bool CreateWindow(uint drawable, int screen, uint config, uint window) => true;

    /// <inheritdoc/>
    public (uint Width, uint Height)? CreatePixmap(uint drawable, int screen, uint visual, uint config, uint pixmap) => (1, 1);

    /// <inheritdoc/>
    public (uint Width, uint Height)? CreatePbuffer(uint drawable, int screen, uint config, ReadOnlySpan<int> attributes) => (1, 1);

    /// <inheritdoc/>
    public void ForgetDrawable(uint drawable)
    {
    }

    /// <inheritdoc/>
    public bool CreateContext(ContextRequest request) => true;

    /// <inheritdoc/>
    public void DestroyContext(uint context)
    {
    }

    /// <inheritdoc/>
    public bool MakeCurrent(uint context, uint draw, uint read) => true;

    /// <inheritdoc/>
    public void SwapBuffers(uint drawable)
    {
    }

    /// <inheritdoc/>
    public void SetSwapInterval(uint drawable, int interval)
    {
    }

    /// <inheritdoc/>
    public void CopyContext(uint source, uint destination, uint mask)
    {
    }

    /// <inheritdoc/>
    public void WaitForDisplay()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>The value of GLX_DOUBLEBUFFER in an attribute list. Lists of glXChooseVisual have booleans without a value, and in them
    /// silence means single buffered; in lists of glXChooseFBConfig it means <see cref="DontCare"/> (GLX 1.4, 3.3.3 and 3.4.1).</summary>
    private static int WantedBuffering(ReadOnlySpan<int> attributes, bool pairs)
    {
        int wanted = pairs ? DontCare : 0;
        for (int i = 0; i < attributes.Length && attributes[i] != None;)
        {
            bool hasValue = pairs || attributes[i] is not (UseGl or Rgba or DoubleBuffer or Stereo);
            if (attributes[i] == DoubleBuffer)
            {
                wanted = hasValue && i + 1 < attributes.Length ? attributes[i + 1] : 1;
            }

            i += hasValue ? 2 : 1;
        }

        return wanted;
    }
}
