namespace Vmgl.Stub.Host;

/// <summary>A colour buffer of a surface.</summary>
internal enum SurfaceBuffer
{
    /// <summary>The buffer that a window would show.</summary>
    Front,

    /// <summary>The buffer that a double-buffered context draws in. The front one if the surface has one buffer only.</summary>
    Back,
}

/// <summary>Surfaces: off-screen stand-ins for windows of X servers that this host does not draw on. They behave as windows do (front and
/// back buffer, depth, stencil), and the back end's own context, whose state no guest touches, copies and reads them. Every call comes
/// on the worker's GL thread; drawables go by the guest's numbers.</summary>
internal interface ISurfaces
{
    /// <summary>Makes a surface for a window of the guest; false when the host refuses, with <see cref="IHostBackend.Refusal"/>.</summary>
    /// <param name="config">FBConfig id of the host.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    bool CreateSurface(uint drawable, int screen, uint config, uint width, uint height);

    /// <summary>Gives a surface another size, in pixels; its contents are undefined then. False, and it stays as it is, when it is
    /// unknown or the host refuses. A context that was current on it is current on the new one.</summary>
    bool ResizeSurface(uint drawable, uint width, uint height);

    /// <summary>Whether a drawable is a surface.</summary>
    bool HasSurface(uint drawable);

    /// <summary>Makes the back end's own context current on a surface; false when there is none or the host refuses.
    /// Whatever the guest had current is finished as far as GL's order goes, and comes back with <see cref="LeaveSurface"/>.</summary>
    bool EnterSurface(uint drawable);

    /// <summary>Copies the back buffer of the entered surface to its front buffer, as a swap does.</summary>
    void CopyToFront();

    /// <summary>Lets glReadPixels read a buffer of the entered surface, in default pixel modes and without a pack buffer. After
    /// <see cref="CopyToFront"/> both are alike, and the back one is the cheaper.</summary>
    void SelectForReading(SurfaceBuffer buffer);

    /// <summary>The guest's program is about to choose a front buffer by name for drawing or reading. From now on front buffers hold what
    /// was swapped.</summary>
    void UseFront();

    /// <summary>Makes current what was current before <see cref="EnterSurface"/>.</summary>
    void LeaveSurface();
}
