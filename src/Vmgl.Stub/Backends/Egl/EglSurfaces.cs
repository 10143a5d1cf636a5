using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Surfaces of EGL pbuffers (<see cref="EglDrawable"/>).</summary>
internal sealed class EglSurfaces(EglDrawables drawables, EglCurrent current, EglCopier copier) : ISurfaces
{
    private EglDrawable? _entered;

    /// <summary>Whether the back end's own context is current: what is drawn and read then belongs to no guest.</summary>
    public bool IsEntered => _entered is not null;

    /// <inheritdoc/>
    public bool CreateSurface(uint drawable, int screen, uint config, uint width, uint height)
    {
        bool made = drawables.CreateSurface(drawable, config, width, height);
        _ = current.BindAgain();
        return made;
    }

    /// <inheritdoc/>
    public bool ResizeSurface(uint drawable, uint width, uint height)
    {
        bool made = drawables.FindSurface(drawable) is EglDrawable surface && drawables.ResizeBuffers(surface, width, height);
        _ = current.BindAgain();
        return made;
    }

    /// <inheritdoc/>
    public bool HasSurface(uint drawable) => drawables.FindSurface(drawable) is not null;

    /// <inheritdoc/>
    public bool EnterSurface(uint drawable) => drawables.FindSurface(drawable) is EglDrawable surface && EnterSurface(surface);

    /// <summary>Makes the own context current on a drawable, whose back buffer can be read and whose front buffer can be drawn
    /// in.</summary>
    public bool EnterSurface(EglDrawable drawable)
    {
        if (drawable.FrontIsBehind)
        {
            CopyToFront(drawable);
        }

        _entered = copier.EnterContext(drawable.Config.Format, drawable.PbufferOf(SurfaceBuffer.Front), drawable.Main) ? drawable : null;
        if (_entered is null)
        {
            _ = current.BindAgain();
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
            _ = copier.EnterContext(surface.Config.Format, surface.PbufferOf(SurfaceBuffer.Front), surface.PbufferOf(buffer));
        }
    }

    /// <inheritdoc/>
    public void UseFront()
    {
        // The front buffer always holds what was swapped.
    }

    /// <inheritdoc/>
    public void LeaveSurface()
    {
        _entered = null;
        _ = current.BindAgain();
    }

    private void CopyToFront(EglDrawable surface)
    {
        if (copier.EnterContext(surface.Config.Format, surface.Front, surface.Main))
        {
            copier.CopyColor(surface);
        }
    }
}
