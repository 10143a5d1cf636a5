using Vmgl.Wire;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>The guest's GLX windows, pixmaps and pbuffers: drawables that this worker made, by the guest's numbers.</summary>
internal sealed unsafe class GlxDrawables(GlxLibrary glx, nint display, GlxConfigReader configs)
{
    private readonly Dictionary<uint, Made> _made = [];

    /// <summary>The host's drawable; 0 when there is none of that number.</summary>
    public nuint FindDrawable(uint drawable) => _made.GetValueOrDefault(drawable).Handle;

    /// <summary>Makes a GLX window; false when the host refuses.</summary>
    public bool CreateWindow(uint drawable, int screen, uint config, uint window)
    {
        int none = 0;
        nint found = configs.FindConfig(screen, config);
        BeginRequest();
        return KeepDrawable(drawable, new Made(found == 0 ? 0 : glx.CreateWindow(display, found, window, &none),
            glx.DestroyWindow)) is not null;
    }

    /// <summary>Makes a GLX pixmap; its size, or null when the host refuses.</summary>
    public (uint Width, uint Height)? CreatePixmap(uint drawable, int screen, uint visual, uint config, uint pixmap)
    {
        BeginRequest();
        nuint handle = config != 0 ? PixmapByConfig(screen, config, pixmap) : PixmapByVisual(screen, visual, pixmap);
        return KeepDrawable(drawable, new Made(handle, glx.DestroyPixmap));
    }

    /// <summary>Makes a pbuffer; its size, or null when the host refuses.</summary>
    public (uint Width, uint Height)? CreatePbuffer(uint drawable, int screen, uint config, ReadOnlySpan<int> attributes)
    {
        nint found = configs.FindConfig(screen, config);
        BeginRequest();
        fixed (int* list = GlxConfigReader.TerminateList(attributes))
        {
            return KeepDrawable(drawable, new Made(found == 0 ? 0 : glx.CreatePbuffer(display, found, list), glx.DestroyPbuffer));
        }
    }

    /// <summary>Destroys one; the host's drawable, 0 when there is none of that number.</summary>
    public nuint DestroyDrawable(uint drawable)
    {
        if (!_made.Remove(drawable, out Made made))
        {
            return 0;
        }

        DestroyDrawable(made);
        return made.Handle;
    }

    private void BeginRequest()
    {
        XErrors.ForgetRefusal();
        XErrors.BeginTrap(display);
    }

    private (uint Width, uint Height)? KeepDrawable(uint drawable, Made made)
    {
        (uint Width, uint Height) size = made.Handle == 0 ? default : (QueryAttribute(made, GLX_WIDTH), QueryAttribute(made, GLX_HEIGHT));
        bool clean = XErrors.EndTrap(display);
        if (made.Handle == 0)
        {
            return null;
        }

        if (!clean || _made.Count >= Limits.MaxDrawables || !_made.TryAdd(drawable, made))
        {
            DestroyDrawable(made);
            return null;
        }

        return size;
    }

    private uint QueryAttribute(Made made, int attribute)
    {
        uint value = 0;
        glx.QueryDrawable(display, made.Handle, attribute, &value);
        return value;
    }

    /// <summary>The X pixmap below may be gone already; that is the guest's affair and no news.</summary>
    private void DestroyDrawable(Made made)
    {
        XErrors.BeginTrap(display);
        made.Destructor(display, made.Handle);
        _ = XErrors.EndTrap(display);
    }

    private nuint PixmapByConfig(int screen, uint config, uint pixmap)
    {
        int none = 0;
        nint found = configs.FindConfig(screen, config);
        return found == 0 ? 0 : glx.CreatePixmap(display, found, pixmap, &none);
    }

    private nuint PixmapByVisual(int screen, uint visual, uint pixmap)
    {
        XVisualInfo* found = configs.FindVisual(screen, visual);
        nuint made = found is null ? 0 : glx.CreateGLXPixmap(display, found, pixmap);
        X11.Free(found);
        return made;
    }

    private readonly struct Made(nuint handle, delegate* unmanaged<nint, nuint, void> destructor)
    {
        public readonly nuint Handle = handle;
        public readonly delegate* unmanaged<nint, nuint, void> Destructor = destructor;
    }
}
