namespace Vmgl.Stub.Host;

/// <summary>For a back end that has no pictures to return: it refuses every surface.</summary>
internal sealed class NoSurfaces : ISurfaces
{
    /// <inheritdoc/>
    public bool CreateSurface(uint drawable, int screen, uint config, uint width, uint height) => false;

    /// <inheritdoc/>
    public bool ResizeSurface(uint drawable, uint width, uint height) => false;

    /// <inheritdoc/>
    public bool HasSurface(uint drawable) => false;

    /// <inheritdoc/>
    public bool EnterSurface(uint drawable) => false;

    /// <inheritdoc/>
    public void CopyToFront()
    {
    }

    /// <inheritdoc/>
    public void SelectForReading(SurfaceBuffer buffer)
    {
    }

    /// <inheritdoc/>
    public void UseFront()
    {
    }

    /// <inheritdoc/>
    public void LeaveSurface()
    {
    }
}
