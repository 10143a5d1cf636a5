using Vmgl.Stub.Host;
using Vmgl.Wire;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Surfaces as GLX pbuffers: a pbuffer has the front, back, depth, stencil and accumulation buffers of its FBConfig, and needs no
/// place on the screen. A pbuffer keeps its size, so another size is another pbuffer.</summary>
/// <remarks>What was swapped is kept in the back buffer of a second pbuffer: Mesa's software GLX shows front buffers to its X server at
/// every flush, which doubles the cost of a swap. The front buffer itself is filled only for programs that touch it.</remarks>
internal sealed unsafe class GlxSurfaces(GlxLibrary glx, nint display, GlxConfigReader configs, GlxContexts contexts) : ISurfaces
{
    private const int DoubleBuffer = 5;
    private const int Direct = 1;

    private readonly delegate* unmanaged<uint, void> _drawBuffer = (delegate* unmanaged<uint, void>)glx.GetProcAddress("glDrawBuffer");
    private readonly delegate* unmanaged<uint, void> _readBuffer = (delegate* unmanaged<uint, void>)glx.GetProcAddress("glReadBuffer");
    private readonly delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void> _blitFramebuffer =
        (delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void>)glx.GetProcAddress("glBlitFramebuffer");

    private readonly Dictionary<uint, Surface> _surfaces = [];
    private readonly Dictionary<nint, nint> _ownContexts = [];
    private Surface? _entered;
    private nuint _read;
    private bool _usesFront;

    /// <summary>The pbuffer behind a drawable; 0 when it is not a surface.</summary>
    public nuint FindPbuffer(uint drawable) => _surfaces.TryGetValue(drawable, out Surface? surface) ? surface.Pbuffer : 0;

    /// <inheritdoc/>
    public bool HasSurface(uint drawable) => _surfaces.ContainsKey(drawable);

    /// <inheritdoc/>
    public bool CreateSurface(uint drawable, int screen, uint config, uint width, uint height)
    {
        XErrors.ForgetRefusal();
        nint found = configs.FindConfig(configs.ClampScreen(screen), config);
        if (found == 0 || _surfaces.Count >= Limits.MaxDrawables || _surfaces.ContainsKey(drawable))
        {
            return false;
        }

        int isDouble;
        _ = glx.GetFBConfigAttrib(display, found, DoubleBuffer, &isDouble);
        var surface = new Surface(found, isDouble != 0);
        if (!MakePbuffers(surface, width, height))
        {
            return false;
        }

        _surfaces.Add(drawable, surface);
        return true;
    }

    /// <inheritdoc/>
    public bool ResizeSurface(uint drawable, uint width, uint height)
    {
        XErrors.ForgetRefusal();
        if (!_surfaces.TryGetValue(drawable, out Surface? surface))
        {
            return false;
        }

        (nuint pbuffer, nuint shown) = (surface.Pbuffer, surface.Shown);
        if (!MakePbuffers(surface, width, height))
        {
            return false;
        }

        contexts.ReplaceDrawable(pbuffer, surface.Pbuffer);
        DestroyPbuffers(pbuffer, shown);
        return true;
    }

    /// <summary>Destroys one; nothing happens if it is unknown.</summary>
    public void Destroy(uint drawable)
    {
        if (_surfaces.Remove(drawable, out Surface? surface))
        {
            contexts.ForgetDrawable(surface.Pbuffer);
            DestroyPbuffers(surface.Pbuffer, surface.Shown);
        }
    }

    /// <inheritdoc/>
    public bool EnterSurface(uint drawable)
    {
        if (!_surfaces.TryGetValue(drawable, out Surface? surface) || !BindSurface(surface, surface.Shown, surface.Pbuffer))
        {
            return false;
        }

        _entered = surface;
        return true;
    }

    /// <inheritdoc/>
    public void CopyToFront()
    {
        if (_entered is not { IsDouble: true } surface)
        {
            return;
        }

        if (_usesFront)
        {
            CopyBuffer(surface, GL_BACK, GL_FRONT, surface.Pbuffer, surface.Pbuffer);
        }
        else
        {
            CopyBuffer(surface, GL_BACK, GL_BACK, surface.Pbuffer, surface.Shown);
        }
    }

    /// <inheritdoc/>
    public void SelectForReading(SurfaceBuffer buffer)
    {
        Surface surface = _entered!;
        bool isShown = buffer == SurfaceBuffer.Front && surface.IsDouble && !_usesFront;
        nuint read = isShown ? surface.Shown : surface.Pbuffer;
        if (_read != read)
        {
            BindSurface(surface, read, read);
        }

        _readBuffer(isShown || (buffer == SurfaceBuffer.Back && surface.IsDouble) ? GL_BACK : GL_FRONT);
    }

    /// <inheritdoc/>
    public void UseFront()
    {
        if (_usesFront)
        {
            return;
        }

        foreach (uint drawable in _surfaces.Keys)
        {
            if (EnterSurface(drawable) && _entered is { IsDouble: true } surface)
            {
                CopyBuffer(surface, GL_BACK, GL_FRONT, surface.Shown, surface.Pbuffer);
            }

            LeaveSurface();
        }

        _usesFront = true;
    }

    /// <inheritdoc/>
    public void LeaveSurface()
    {
        _entered = null;
        contexts.LeaveOwn();
    }

    /// <summary>Destroys all, after the guest's contexts.</summary>
    public void DestroyAll()
    {
        foreach (Surface surface in _surfaces.Values)
        {
            DestroyPbuffers(surface.Pbuffer, surface.Shown);
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
            context = glx.CreateNewContext(display, config, GLX_RGBA_TYPE, 0, Direct);
            _ = XErrors.EndTrap(display);
            _ownContexts[config] = context;
        }

        return context;
    }

    private bool BindSurface(Surface surface, nuint draw, nuint read)
    {
        bool isBound = OwnContext(surface.Config) is not 0 and nint own && contexts.EnterOwn(own, draw, read);
        _read = isBound ? read : 0;
        return isBound;
    }

    /// <summary>Copies a whole colour buffer; the own context is current then with these drawables.</summary>
    private void CopyBuffer(Surface surface, uint from, uint to, nuint source, nuint target)
    {
        (int width, int height) = ((int)surface.Width, (int)surface.Height);
        if (BindSurface(surface, target, source))
        {
            _readBuffer(from);
            _drawBuffer(to);
            _blitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
        }
    }

    /// <summary>Makes what a surface of this size needs; false, and it keeps what it has, when the host refuses.</summary>
    private bool MakePbuffers(Surface surface, uint width, uint height)
    {
        nuint pbuffer = CreatePbuffer(surface.Config, width, height);
        nuint shown = surface.IsDouble && pbuffer != 0 ? CreatePbuffer(surface.Config, width, height) : pbuffer;
        if (pbuffer == 0 || shown == 0)
        {
            DestroyPbuffers(pbuffer, pbuffer);
            return false;
        }

        (surface.Pbuffer, surface.Shown, surface.Width, surface.Height) = (pbuffer, shown, width, height);
        return true;
    }

    private void DestroyPbuffers(nuint pbuffer, nuint shown)
    {
        DestroyPbuffer(pbuffer);
        if (shown != pbuffer)
        {
            DestroyPbuffer(shown);
        }
    }

    private nuint CreatePbuffer(nint config, uint width, uint height)
    {
        int* attributes = stackalloc int[] { GLX_PBUFFER_WIDTH, (int)width, GLX_PBUFFER_HEIGHT, (int)height, GLX_PRESERVED_CONTENTS, 1, 0 };
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
        if (pbuffer != 0)
        {
            XErrors.BeginTrap(display);
            glx.DestroyPbuffer(display, pbuffer);
            _ = XErrors.EndTrap(display);
        }
    }

    private sealed record Surface(nint Config, bool IsDouble)
    {
        /// <summary>The pbuffer that is drawn into.</summary>
        public nuint Pbuffer { get; set; }

        /// <summary>Its back buffer holds what was swapped; the same as <see cref="Pbuffer"/> where there is no swap.</summary>
        public nuint Shown { get; set; }

        public uint Width { get; set; }

        public uint Height { get; set; }
    }
}
