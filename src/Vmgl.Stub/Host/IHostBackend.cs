using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Host;

/// <summary>The outcome of a request to draw into a window.</summary>
internal enum AttachStatus : uint
{
    /// <summary>The window is on this backend's X server and can be drawn into.</summary>
    Attached = 0,

    /// <summary>No window of this id bears the guest's token: guest and host look at different X servers.</summary>
    OtherServer = 1,

    /// <summary>The window is there, but no config of the host fits its visual.</summary>
    NoConfig = 2,
}

/// <summary>A guest's request for a context. Zero means "not given".</summary>
/// <param name="Context">The guest's name for it.</param>
/// <param name="Visual">Host VisualID, for glXCreateContext.</param>
/// <param name="Config">Host GLX_FBCONFIG_ID, for glXCreateNewContext and glXCreateContextAttribsARB.</param>
/// <param name="Share">The guest's name of the context to share objects with.</param>
/// <param name="RenderType">GLX_RGBA_TYPE or another render type of glXCreateNewContext; ignored when <paramref name="Attributes"/> are
/// there.</param>
/// <param name="Attributes">The attribute list of glXCreateContextAttribsARB as pairs, without the final zero; null for the older
/// calls.</param>
internal sealed record ContextRequest(uint Context, int Screen, uint Visual, uint Config, uint Share, int RenderType, int[]? Attributes);

/// <summary>A renderer of the host: its contexts and drawables. One instance per worker; every call comes on its GL thread.
/// Contexts and drawables go by the guest's numbers; a drawable's number is the guest's XID.</summary>
internal interface IHostBackend : IDisposable
{
    /// <summary>The description of the renderer for the log and for the guest's user: back end, display, GL_RENDERER, GL_VERSION.</summary>
    string Description { get; }

    /// <summary>Address of a GL entry point; 0 when the host has none of that name.</summary>
    nint GetProcAddress(string name);

    /// <summary>The host's GLX extensions, separated by blanks.</summary>
    string GlxExtensions { get; }

    /// <summary>The X error behind the last refusal of the four methods that create and of <see cref="MakeCurrent"/>; null when there was
    /// none.</summary>
    Refusal? Refusal { get; }

    /// <summary>Stand-ins for windows that are on other X servers.</summary>
    ISurfaces Surfaces { get; }

    /// <summary>All visuals and FBConfigs of <paramref name="screen"/> (of screen 0 when the host has fewer).</summary>
    HostConfigs ReadConfigs(int screen);

    /// <summary>glXChooseFBConfig: config ids, best first. <paramref name="attributes"/> ends with None.</summary>
    uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes);

    /// <summary>glXChooseVisual: a VisualID, or 0. <paramref name="attributes"/> ends with None.</summary>
    uint ChooseVisual(int screen, ReadOnlySpan<int> attributes);

    /// <summary>Makes an X window known as a drawable. The guest has put <paramref name="token"/> (four CARDINAL/32 words) into the
    /// window's property <c>_VMGL_TOKEN</c>; a window without it belongs to another X server.</summary>
    AttachStatus AttachWindow(uint drawable, ReadOnlySpan<uint> token);

    /// <summary>Opens a window on the host's display that shows what the guest draws into <paramref name="drawable"/>; false when the host
    /// refuses or has no display.</summary>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    bool CreateHostWindow(uint drawable, int screen, uint config, uint width, uint height, string title);

    /// <summary>Gives such a window another size, in pixels; false when there is none.</summary>
    bool ResizeHostWindow(uint drawable, uint width, uint height);

    /// <summary>A drawable whose window on the host's display the user wants to close; 0 when there is no more.</summary>
    uint TakeClosedWindow();

    /// <summary>Makes a GLX window (glXCreateWindow) on an attached window; false when the host refuses.</summary>
    bool CreateWindow(uint drawable, int screen, uint config, uint window);

    /// <summary>Makes a GLX pixmap of an X pixmap, by FBConfig or, when that is 0, by visual; its size in pixels, or null when the host
    /// refuses. A pixmap bears no token: the guest must have attached a window of the same X server before.</summary>
    (uint Width, uint Height)? CreatePixmap(uint drawable, int screen, uint visual, uint config, uint pixmap);

    /// <summary>Makes a pbuffer; its size in pixels, which GLX_LARGEST_PBUFFER lets the host choose, or null when the host refuses.
    /// <paramref name="attributes"/> ends with None.</summary>
    (uint Width, uint Height)? CreatePbuffer(uint drawable, int screen, uint config, ReadOnlySpan<int> attributes);

    /// <summary>Forgets a drawable, destroying it if it is a GLX window, pixmap or pbuffer; no error if it is unknown or its window is
    /// gone.</summary>
    void ForgetDrawable(uint drawable);

    /// <summary>Creates a context; false when the host refuses.</summary>
    bool CreateContext(ContextRequest request);

    /// <summary>Destroys a context, or marks it so while it is current; no error if it is unknown.</summary>
    void DestroyContext(uint context);

    /// <summary>Makes a context and its drawables current on the calling thread; context 0 releases. False when the host refuses.</summary>
    bool MakeCurrent(uint context, uint draw, uint read);

    /// <summary>glXSwapBuffers of what is not a surface; those are copied (<see cref="ISurfaces.CopyToFront"/>).</summary>
    void SwapBuffers(uint drawable);

    /// <summary>Sets the swap interval of the current drawable, by whichever swap-control extension the host has.</summary>
    void SetSwapInterval(uint drawable, int interval);

    /// <summary>glXCopyContext between two contexts of the guest.</summary>
    void CopyContext(uint source, uint destination, uint mask);

    /// <summary>Returns when the X server has seen everything drawn so far (glXWaitGL, then a round trip to the X server).</summary>
    void WaitForDisplay();
}
