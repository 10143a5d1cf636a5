using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Surfaces of EGL pbuffers (<see cref="EglDrawable"/>).</summary>
internal sealed class EglSurfaces(EglDrawables drawables, EglCurrent current, EglCopier copier) : ISurfaces
{
    private EglDrawable? _entered;

    /// <summary>Whether the back end's own context is current: what is drawn and read then belongs to no guest.</summary>
    public bool IsEntered => _entered is not null;

    /// <inheritdoc/>
    public bool Create(uint drawable, int screen, uint config, uint width, uint height)
    {
        bool made = drawables.CreateSurface(drawable, config, width, height);
        _ = current.Bind();
        return made;
    }

    /// <inheritdoc/>
    public bool Resize(uint drawable, uint width, uint height)
    {
        bool made = drawables.FindSurface(drawable) is EglDrawable surface && drawables.Resize(surface, width, height);
        _ = current.Bind();
        return made;
    }

    /// <inheritdoc/>
    public bool Contains(uint drawable) => drawables.FindSurface(drawable) is not null;

    /// <inheritdoc/>
    public bool Enter(uint drawable) => drawables.FindSurface(drawable) is EglDrawable surface && Enter(surface);

    /// <summary>Makes the own context current on a drawable, whose back buffer can be read and whose front buffer can be drawn in.</summary>
    public bool Enter(EglDrawable drawable)
    {
        if (drawable.FrontIsBehind)
        {
            CopyToFront(drawable);
        }

        _entered = copier.Enter(drawable.Config.Format, drawable.Of(SurfaceBuffer.Front), drawable.Main) ? drawable : null;
        if (_entered is null)
        {
            _ = current.Bind();
        }

        return _entered is not null;
    }

    /// <inheritdoc/>
    public void CopyToFront()
    {
        if (_entered is { IsDouble: true } surface)
        {
            CopyToFront(surface);
        }
    }

    /// <inheritdoc/>
    public void SelectForReading(SurfaceBuffer buffer)
    {
        if (_entered is EglDrawable surface)
        {
            _ = copier.Enter(surface.Config.Format, surface.Of(SurfaceBuffer.Front), surface.Of(buffer));
        }
    }

    /// <inheritdoc/>
    public void UseFront()
    {
        // The front buffer always holds what was swapped.
    }

    /// <inheritdoc/>
    public void Leave()
    {
        _entered = null;
        _ = current.Bind();
    }

    private void CopyToFront(EglDrawable surface)
    {
        if (copier.Enter(surface.Config.Format, surface.Front, surface.Main))
        {
            copier.CopyColor(surface);
        }
    }
}
