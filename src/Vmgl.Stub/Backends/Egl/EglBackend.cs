using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Real GL through EGL on hosts without an X server: everything is drawn into pbuffers, which stand in for the guests'
/// windows.</summary>
internal sealed unsafe class EglBackend : IHostBackend
{
    private readonly EglLibrary _egl;
    private readonly nint _display;
    private readonly EglRefusals _refusals;
    private readonly EglGl _gl;
    private readonly EglCopier _copier;
    private readonly EglCurrent _current;
    private readonly EglConfigs _configs;
    private readonly EglContexts _contexts;
    private readonly EglDrawables _drawables;
    private readonly EglSurfaces _surfaces;
    private readonly EglDefaultFramebuffer _framebuffer;
    private bool _hasDeclinedCopy;
    private bool _hasDeclinedInterval;
    private bool _disposed;

    private EglBackend(EglLibrary egl, nint display, EglDevice device)
    {
        (_egl, _display) = (egl, display);
        _refusals = new EglRefusals(egl);
        _gl = new EglGl(egl.GetProcAddress);
        _copier = new EglCopier(egl, display, _gl);
        _current = new EglCurrent(egl, display, _gl, _copier);
        (string description, int largest) = ProbeRenderer();
        Renderer = description;
        string file = device.File.Length == 0 ? "" : $" ({device.File})";
        Description = $"EGL on GPU {device.Number}{file}: {description}";
        _configs = new EglConfigs(egl, display, largest);
        _contexts = new EglContexts(egl, display, _configs, _refusals);
        _drawables = new EglDrawables(egl, display, _configs, _copier, _refusals, largest);
        _surfaces = new EglSurfaces(_drawables, _current, _copier);
        bool isSrgb = description.Contains("Mesa", StringComparison.Ordinal);
        _framebuffer = new EglDefaultFramebuffer(_gl, _current, _copier, new EglAccumulation(_gl, _current, _copier, isSrgb));
        EglEntryPoints.UseOnThread(_framebuffer, _gl);
    }

    /// <summary>Receives a line for what cannot be done and is not a GL error.</summary>
    public static Action<string>? Complaints { get; set; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>GL_RENDERER and GL_VERSION.</summary>
    public string Renderer { get; }

    /// <inheritdoc/>
    public string GlxExtensions => "GLX_ARB_create_context GLX_ARB_create_context_profile GLX_ARB_get_proc_address GLX_ARB_multisample "
        + "GLX_EXT_visual_info GLX_EXT_visual_rating "
        + "GLX_EXT_swap_control GLX_MESA_swap_control GLX_SGI_swap_control"; // kept by the guest, at its screen's rate

    /// <inheritdoc/>
    public Refusal? Refusal => _refusals.Last;

    /// <inheritdoc/>
    public ISurfaces Surfaces => _surfaces;

    /// <summary>Opens a GPU.</summary>
    /// <param name="gpu">As stub-daemon --list-gpus numbers them.</param>
    /// <exception cref="BackendException">There is no EGL, no such GPU, or it cannot draw.</exception>
    public static EglBackend Open(int gpu)
    {
        var egl = EglLibrary.Load();
        EglDevice device = EglDevices.FindDevice(egl, gpu);
        nint display = EglDevices.OpenDisplay(egl, device);
        try
        {
            return egl.BindApi(Egl.OpenGlApi) != 0 ? new EglBackend(egl, display, device)
                : throw new BackendException($"GPU {gpu}: its EGL has OpenGL ES only: install the driver's OpenGL");
        }
        catch
        {
            _ = egl.MakeCurrent(display, 0, 0, 0);
            _ = egl.Terminate(display);
            throw;
        }
    }

    /// <inheritdoc/>
    public nint GetProcAddress(string name) => EglEntryPoints.FindEntryPoint(name) is var ours and not 0 ? ours : _egl.GetProcAddress(name);

    /// <inheritdoc/>
    public HostConfigs ReadConfigs(int screen) => _configs.Table;

    /// <inheritdoc/>
    public uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes) => GlxChoice.ChooseConfigs(_configs.Table, attributes);

    /// <inheritdoc/>
    public uint ChooseVisual(int screen, ReadOnlySpan<int> attributes) => GlxChoice.ChooseVisual(_configs.Table, attributes);

    /// <summary>No window of any X server can be drawn into from here.</summary>
    public AttachStatus AttachWindow(uint drawable, ReadOnlySpan<uint> token) => AttachStatus.OtherServer;

    /// <summary>There is no display to open a window on.</summary>
    public bool CreateHostWindow(uint drawable, int screen, uint config, uint width, uint height, string title) => false;

    /// <inheritdoc/>
    public bool ResizeHostWindow(uint drawable, uint width, uint height) => false;

    /// <inheritdoc/>
    public uint TakeClosedWindow() => 0;

    /// <inheritdoc/>
    public bool CreateWindow(uint drawable, int screen, uint config, uint window) => _drawables.CreateWindow(drawable, window);

    /// <summary>X pixmaps are on an X server, and here is none.</summary>
    public (uint Width, uint Height)? CreatePixmap(uint drawable, int screen, uint visual, uint config, uint pixmap)
    {
        _ = _refusals.RaiseError(EglRefusals.BadMatch, EglRefusals.CreatePixmap);
        return null;
    }

    /// <inheritdoc/>
    public (uint Width, uint Height)? CreatePbuffer(uint drawable, int screen, uint config, ReadOnlySpan<int> attributes)
    {
        (int width, int height, bool isLargest) = (0, 0, false);
        for (int i = 0; i + 1 < attributes.Length && attributes[i] != 0; i += 2)
        {
            int value = attributes[i + 1];
            width = attributes[i] == GLX_PBUFFER_WIDTH ? value : width;
            height = attributes[i] == GLX_PBUFFER_HEIGHT ? value : height;
            isLargest = attributes[i] == GLX_LARGEST_PBUFFER ? value != 0 : isLargest;
            // These are always preserved
            if (attributes[i] is not (GLX_PBUFFER_WIDTH or GLX_PBUFFER_HEIGHT or GLX_LARGEST_PBUFFER or GLX_PRESERVED_CONTENTS))
            {
                _ = _refusals.RaiseError(EglRefusals.BadValue, EglRefusals.CreatePbuffer);
                return null;
            }
        }

        if (width < 0 || height < 0)
        {
            _ = _refusals.RaiseError(EglRefusals.BadValue, EglRefusals.CreatePbuffer);
            return null;
        }

        (uint Width, uint Height)? size = _drawables.CreatePbuffer(drawable, config, (uint)width, (uint)height, isLargest);
        _ = _current.BindAgain();
        return size;
    }

    /// <inheritdoc/>
    public void ForgetDrawable(uint drawable)
    {
        if (_drawables.ForgetDrawable(drawable) is EglDrawable forgotten && (_current.Draw == forgotten || _current.Read == forgotten))
        {
            _current.ForgetBinding();
        }
    }

    /// <inheritdoc/>
    public bool CreateContext(ContextRequest request) => _contexts.CreateContext(request);

    /// <inheritdoc/>
    public void DestroyContext(uint context)
    {
        if (_contexts.DestroyContext(context) is EglContext destroyed && _current.Context == destroyed)
        {
            _current.ForgetBinding();
        }
    }

    /// <inheritdoc/>
    public bool MakeCurrent(uint context, uint draw, uint read)
    {
        EglEntryPoints.UseOnThread(_framebuffer, _gl);
        _refusals.ForgetError();
        (EglContext? found, EglDrawable? into, EglDrawable? from) = (_contexts.FindContext(context), _drawables.FindDrawable(draw),
            _drawables.FindDrawable(read));
        if ((found is null && context != 0) || (into is null && draw != 0) || (from is null && read != 0))
        {
            return false;
        }

        return found is null ? _current.MakeCurrent(null, null, null)
            : _current.MakeCurrent(found, into, from) || _refusals.SayEgl(EglRefusals.MakeContextCurrent);
    }

    /// <inheritdoc/>
    public void SwapBuffers(uint drawable)
    {
        if (_drawables.FindDrawable(drawable) is { IsDouble: true } swapped && _surfaces.EnterSurface(swapped))
        {
            _surfaces.CopyToFront();
            _surfaces.LeaveSurface();
        }
    }

    /// <summary>There is no display whose refresh could be waited for, and no extension says that there is; the log says so once if asked
    /// all the same.</summary>
    public void SetSwapInterval(uint drawable, int interval)
    {
        if (interval != 0)
        {
            DeclineDevice(ref _hasDeclinedInterval, $"swap interval {interval}: a host without a display has no refresh to wait for");
        }
    }

    /// <summary>EGL cannot copy contexts; the log says so once.</summary>
    public void CopyContext(uint source, uint destination, uint mask) =>
        DeclineDevice(ref _hasDeclinedCopy, "glXCopyContext: EGL has nothing like it, so the state was not copied; draw with an X display for that program");

    /// <summary>There is no X server to wait for: this thread's own calls see all that was drawn.</summary>
    public void WaitForDisplay()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _ = _current.MakeCurrent(null, null, null);
            _contexts.DestroyAll();
            _drawables.DestroyAll();
            _copier.DestroyContexts();
            _ = _egl.Terminate(_display);
            _ = _egl.ReleaseThread();
        }
    }

    private static void DeclineDevice(ref bool hasDeclined, string why)
    {
        if (!hasDeclined)
        {
            hasDeclined = true;
            Complaints?.Invoke(why);
        }
    }

    /// <summary>Draws nothing once, to learn what would draw, and to fail while a person is still looking.</summary>
    /// <exception cref="BackendException">No format or context is there.</exception>
    private (string Description, int Largest) ProbeRenderer()
    {
        EglFormat format = EglConfigs.ReadFormats(_egl, _display).FirstOrDefault()
            ?? throw new BackendException("EGL has no config with 8 bits a component for pbuffers and OpenGL: check the driver with eglinfo");
        int* attributes = stackalloc int[] { Egl.Width, 1, Egl.Height, 1, Egl.None };
        nint pbuffer = _egl.CreatePbufferSurface(_display, format.Handle, attributes);
        if (pbuffer == 0 || !_copier.EnterContext(format, pbuffer, pbuffer))
        {
            throw new BackendException($"EGL cannot make an OpenGL context (error 0x{_egl.GetError():x}): check the driver with eglinfo");
        }

        string description = $"{_gl.GetText(GL_RENDERER)}, OpenGL {_gl.GetText(GL_VERSION)}";
        int largest = Math.Min(_gl.GetInteger(GL_MAX_VIEWPORT_DIMS), _gl.GetInteger(GL_MAX_TEXTURE_SIZE));
        _ = _current.BindAgain();
        _ = _egl.DestroySurface(_display, pbuffer);
        return (description, largest);
    }
}
