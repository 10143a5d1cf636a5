using Vmgl.Wire;

namespace Vmgl.Stub.Worker.Glx;

/// <summary>Surfaces as GLX pbuffers: a pbuffer has the front, back, depth, stencil and accumulation buffers of its FBConfig, and needs no place on
/// the screen. A pbuffer keeps its size, so another size is another pbuffer.</summary>
internal sealed unsafe class GlxSurfaces(GlxLibrary glx, nint display, GlxConfigReader configs, GlxContexts contexts) : ISurfaces
{
    private const int DoubleBuffer = 5;
    private const int PreservedContents = 0x801B;
    private const int PbufferHeight = 0x8040;
    private const int PbufferWidth = 0x8041;
    private const int RgbaType = 0x8014;
    private const int Direct = 1;
    private const uint Front = 0x0404;
    private const uint Back = 0x0405;
    private const uint ColorBufferBit = 0x4000;
    private const uint Nearest = 0x2600;

    private readonly delegate* unmanaged<uint, void> _drawBuffer = (delegate* unmanaged<uint, void>)glx.GetProcAddress("glDrawBuffer");
    private readonly delegate* unmanaged<uint, void> _readBuffer = (delegate* unmanaged<uint, void>)glx.GetProcAddress("glReadBuffer");
    private readonly delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void> _blitFramebuffer =
        (delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void>)glx.GetProcAddress("glBlitFramebuffer");

    private readonly Dictionary<uint, Surface> _surfaces = [];
    private readonly Dictionary<nint, nint> _ownContexts = [];
    private Surface? _entered;

    /// <summary>The pbuffer behind a drawable; 0 when it is no surface.</summary>
    public nuint Find(uint drawable) => _surfaces.TryGetValue(drawable, out Surface? surface) ? surface.Pbuffer : 0;

    /// <inheritdoc/>
    public bool Contains(uint drawable) => _surfaces.ContainsKey(drawable);

    /// <inheritdoc/>
    public bool Create(uint drawable, int screen, uint config, uint width, uint height)
    {
        XErrors.ForgetRefusal();
        nint found = configs.FindConfig(configs.Clamp(screen), config);
        if (found == 0 || _surfaces.Count >= Limits.MaxDrawables || _surfaces.ContainsKey(drawable))
        {
            return false;
        }

        nuint pbuffer = CreatePbuffer(found, width, height);
        if (pbuffer == 0)
        {
            return false;
        }

        int isDouble;
        _ = glx.GetFBConfigAttrib(display, found, DoubleBuffer, &isDouble);
        _surfaces.Add(drawable, new Surface(found, isDouble != 0) { Pbuffer = pbuffer, Width = width, Height = height });
        return true;
    }

    /// <inheritdoc/>
    public bool Resize(uint drawable, uint width, uint height)
    {
        XErrors.ForgetRefusal();
        if (!_surfaces.TryGetValue(drawable, out Surface? surface))
        {
            return false;
        }

        nuint larger = CreatePbuffer(surface.Config, width, height);
        if (larger == 0)
        {
            return false;
        }

        nuint old = surface.Pbuffer;
        (surface.Pbuffer, surface.Width, surface.Height) = (larger, width, height);
        contexts.Replace(old, larger);
        DestroyPbuffer(old);
        return true;
    }

    /// <summary>Destroys one; nothing happens if it is unknown.</summary>
    public void Destroy(uint drawable)
    {
        if (_surfaces.Remove(drawable, out Surface? surface))
        {
            contexts.ForgetDrawable(surface.Pbuffer);
            DestroyPbuffer(surface.Pbuffer);
        }
    }

    /// <inheritdoc/>
    public bool Enter(uint drawable)
    {
        if (!_surfaces.TryGetValue(drawable, out Surface? surface) || OwnContext(surface.Config) is not (not 0 and nint own)
            || !contexts.EnterOwn(own, surface.Pbuffer))
        {
            return false;
        }

        _entered = surface;
        return true;
    }

    /// <inheritdoc/>
    public void CopyToFront()
    {
        if (_entered is { IsDouble: true } surface && _blitFramebuffer is not null)
        {
            (int width, int height) = ((int)surface.Width, (int)surface.Height);
            _readBuffer(Back);
            _drawBuffer(Front);
            _blitFramebuffer(0, 0, width, height, 0, 0, width, height, ColorBufferBit, Nearest);
        }
    }

    /// <inheritdoc/>
    public void SelectForReading(SurfaceBuffer buffer) =>
        _readBuffer(buffer == SurfaceBuffer.Back && _entered is { IsDouble: true } ? Back : Front);

    /// <inheritdoc/>
    public void Leave()
    {
        _entered = null;
        contexts.LeaveOwn();
    }

    /// <summary>Destroys all, after the guest's contexts.</summary>
    public void Clear()
    {
        foreach (Surface surface in _surfaces.Values)
        {
            DestroyPbuffer(surface.Pbuffer);
        }

        foreach (nint context in _ownContexts.Values)
        {
            glx.DestroyContext(display, context);
        }

        _surfaces.Clear();
        _ownContexts.Clear();
    }

    /// <summary>The back end's own context for surfaces of a config; 0 when the host refuses.</summary>
    private nint OwnContext(nint config)
    {
        if (!_ownContexts.TryGetValue(config, out nint context))
        {
            XErrors.BeginTrap(display);
            context = glx.CreateNewContext(display, config, RgbaType, 0, Direct);
            _ = XErrors.EndTrap(display);
            _ownContexts[config] = context;
        }

        return context;
    }

    private nuint CreatePbuffer(nint config, uint width, uint height)
    {
        int* attributes = stackalloc int[] { PbufferWidth, (int)width, PbufferHeight, (int)height, PreservedContents, 1, 0 };
        XErrors.BeginTrap(display);
        nuint made = glx.CreatePbuffer(display, config, attributes);
        if (!XErrors.EndTrap(display) && made != 0)
        {
            DestroyPbuffer(made);
            made = 0;
        }

        return made;
    }

    private void DestroyPbuffer(nuint pbuffer)
    {
        XErrors.BeginTrap(display);
        glx.DestroyPbuffer(display, pbuffer);
        _ = XErrors.EndTrap(display);
    }

    private sealed record Surface(nint Config, bool IsDouble)
    {
        public nuint Pbuffer { get; set; }

        public uint Width { get; set; }

        public uint Height { get; set; }
    }
}
