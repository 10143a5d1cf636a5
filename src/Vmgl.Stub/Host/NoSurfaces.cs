namespace Vmgl.Stub.Host;

/// <summary>For a back end that has no pictures to return: it refuses every surface.</summary>
internal sealed class NoSurfaces : ISurfaces
{
    /// <inheritdoc/>
    public bool Create(uint drawable, int screen, uint config, uint width, uint height) => false;

    /// <inheritdoc/>
    public bool Resize(uint drawable, uint width, uint height) => false;

    /// <inheritdoc/>
    public bool Contains(uint drawable) => false;

    /// <inheritdoc/>
    public bool Enter(uint drawable) => false;

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
    public void Leave()
    {
    }
}
