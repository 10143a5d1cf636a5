using System.Runtime.InteropServices;
using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Real GL through GLX on an X display; draws straight into the guests' windows, which are on the same X server.</summary>
internal sealed unsafe class GlxBackend : IHostBackend
{
    private readonly GlxLibrary _glx;
    private readonly nint _display;
    private readonly GlxConfigReader _configs;
    private readonly GlxWindows _windows;
    private readonly GlxHostWindows _hostWindows;
    private readonly GlxDrawables _drawables;
    private readonly GlxContexts _contexts;
    private readonly GlxSurfaces _surfaces;
    private readonly GlxSwapControl _swapControl;
    private bool _disposed;

    private GlxBackend(GlxLibrary glx, nint display, string description)
    {
        _glx = glx;
        _display = display;
        Description = description;
        GlxExtensions = Marshal.PtrToStringUTF8((nint)glx.QueryExtensionsString(display, X11.DefaultScreen(display))) ?? "";
        _configs = new GlxConfigReader(glx, display);
        _windows = new GlxWindows(display, _configs);
        _hostWindows = new GlxHostWindows(glx, display, _configs);
        _drawables = new GlxDrawables(glx, display, _configs);
        _contexts = new GlxContexts(glx, display, _configs);
        _surfaces = new GlxSurfaces(glx, display, _configs, _contexts);
        _swapControl = new GlxSwapControl(glx, display, GlxExtensions);
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string GlxExtensions { get; }

    /// <inheritdoc/>
    public Refusal? Refusal => XErrors.Refusal;

    /// <inheritdoc/>
    public ISurfaces Surfaces => _surfaces;

    /// <summary>Opens a display; null means the environment's DISPLAY. Takes Xlib's error handlers over.</summary>
    /// <exception cref="BackendException">The display cannot be opened or cannot draw.</exception>
    public static GlxBackend Open(string? displayName)
    {
        try
        {
            return OpenDisplay(displayName);
        }
        catch (DllNotFoundException missing)
        {
            throw new BackendException("libX11.so.6 cannot be loaded: install it (Debian: libx11-6)", missing);
        }
    }

    /// <inheritdoc/>
    public nint GetProcAddress(string name) => _glx.GetProcAddress(name);

    /// <inheritdoc/>
    public HostConfigs ReadConfigs(int screen) => _configs.Read(_configs.ClampScreen(screen));

    /// <inheritdoc/>
    public uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes) =>
        _configs.ChooseConfigs(_configs.ClampScreen(screen), attributes);

    /// <inheritdoc/>
    public uint ChooseVisual(int screen, ReadOnlySpan<int> attributes) => _configs.ChooseVisual(_configs.ClampScreen(screen), attributes);

    /// <inheritdoc/>
    public AttachStatus AttachWindow(uint drawable, ReadOnlySpan<uint> token) => _windows.AttachWindow(drawable, token);

    /// <inheritdoc/>
    public bool CreateHostWindow(uint drawable, int screen, uint config, uint width, uint height, string title) =>
        !_windows.IsAttached(drawable) && _hostWindows.CreateWindow(drawable, _configs.ClampScreen(screen), config, width, height, title);

    /// <inheritdoc/>
    public bool ResizeHostWindow(uint drawable, uint width, uint height) => _hostWindows.ResizeWindow(drawable, width, height);

    /// <inheritdoc/>
    public uint TakeClosedWindow() => _hostWindows.Any ? _hostWindows.TakeClosed() : 0;

    /// <inheritdoc/>
    public bool CreateWindow(uint drawable, int screen, uint config, uint window) =>
        _windows.IsAttached(window) && !_windows.IsAttached(drawable)
            && _drawables.CreateWindow(drawable, _configs.ClampScreen(screen), config, window);

    /// <inheritdoc/>
    public (uint Width, uint Height)? CreatePixmap(uint drawable, int screen, uint visual, uint config, uint pixmap) =>
        _windows.HasProof && !_windows.IsAttached(drawable)
            ? _drawables.CreatePixmap(drawable, _configs.ClampScreen(screen), visual, config, pixmap)
            : null;

    /// <inheritdoc/>
    public (uint Width, uint Height)? CreatePbuffer(uint drawable, int screen, uint config, ReadOnlySpan<int> attributes) =>
        _windows.IsAttached(drawable) ? null : _drawables.CreatePbuffer(drawable, _configs.ClampScreen(screen), config, attributes);

    /// <inheritdoc/>
    public void ForgetDrawable(uint drawable)
    {
        _windows.ForgetWindow(drawable);
        _contexts.ForgetDrawable(drawable);
        _contexts.ForgetDrawable(_drawables.DestroyDrawable(drawable));
        _contexts.ForgetDrawable(_hostWindows.DestroyWindow(drawable));
        _surfaces.Destroy(drawable);
    }

    /// <inheritdoc/>
    public bool CreateContext(ContextRequest request) => _contexts.CreateContext(request);

    /// <inheritdoc/>
    public void DestroyContext(uint context) => _contexts.DestroyContext(context);

    /// <inheritdoc/>
    public bool MakeCurrent(uint context, uint draw, uint read) =>
        TryFind(draw, out nuint drawInto) && TryFind(read, out nuint readFrom) && _contexts.MakeCurrent(context, drawInto, readFrom);

    /// <inheritdoc/>
    public void SwapBuffers(uint drawable)
    {
        if (TryFind(drawable, out nuint swapped) && swapped != 0)
        {
            _glx.SwapBuffers(_display, swapped);
        }
    }

    /// <inheritdoc/>
    public void SetSwapInterval(uint drawable, int interval)
    {
        if (TryFind(drawable, out nuint swapped) && swapped != 0)
        {
            _swapControl.SetInterval(swapped, interval);
        }
    }

    /// <inheritdoc/>
    public void CopyContext(uint source, uint destination, uint mask) => _contexts.CopyContext(source, destination, mask);

    /// <inheritdoc/>
    public void WaitForDisplay()
    {
        _glx.WaitGL();
        X11.Sync(_display, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _contexts.DestroyAll();
            _surfaces.DestroyAll();
            X11.CloseDisplay(_display);
        }
    }

    /// <summary>The host's drawable for the guest's: 0 for 0, a window itself, what was made for it, or the surface or window of the host
    /// that stands for it.</summary>
    private bool TryFind(uint drawable, out nuint found)
    {
        found = _windows.IsAttached(drawable) ? drawable : _drawables.FindDrawable(drawable);
        found = found == 0 ? _surfaces.FindPbuffer(drawable) : found;
        found = found == 0 ? _hostWindows.FindWindow(drawable) : found;
        return found != 0 || drawable == 0;
    }

    private static GlxBackend OpenDisplay(string? displayName)
    {
        X11.InitThreads();
        // XDisplayName gives a name that it is given back as the same pointer, and that memory ends with the call: ask only for the
        // default.
        string name = string.IsNullOrEmpty(displayName) ? Marshal.PtrToStringUTF8(X11.DisplayName(null)) ?? "" : displayName;
        nint display = X11.OpenDisplay(displayName);
        if (display == 0)
        {
            throw new BackendException(name.Length == 0
                ? "no X display is named: set DISPLAY or give --display"
                : $"display {name} cannot be opened: is an X server running there, and may this user use it (xauth, xhost)?");
        }

        try
        {
            XErrors.InstallHandlers(display);
            var glx = GlxLibrary.Load();
            return new GlxBackend(glx, display, $"GLX on {name}: {GlxProbe.DescribeRenderer(glx, display, name)}");
        }
        catch
        {
            X11.CloseDisplay(display);
            throw;
        }
    }
}
