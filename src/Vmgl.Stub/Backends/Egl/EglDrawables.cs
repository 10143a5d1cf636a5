using Vmgl.Wire;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Surfaces, the guest's pbuffers, and GLX windows, which are other names of surfaces; by the guest's numbers.</summary>
internal sealed unsafe class EglDrawables(EglLibrary egl, nint display, EglConfigs configs, EglCopier copier, EglRefusals refusals,
    int largest)
{
    /// <summary>Most pixels of a drawable: 8192 x 8192. With four bytes for the colours of each of two buffers and four for their depths
    /// that is 1 GiB, as much as anything of one guest may take at once.</summary>
    public const int MostPixels = 1 << 26;

    private readonly Dictionary<uint, EglDrawable> _surfaces = [];
    private readonly Dictionary<uint, EglDrawable> _pbuffers = [];
    private readonly Dictionary<uint, uint> _windows = [];

    /// <summary>The drawable of a number; null for 0 and for what is unknown.</summary>
    public EglDrawable? FindDrawable(uint drawable) =>
        _pbuffers.TryGetValue(drawable, out EglDrawable? pbuffer) ? pbuffer : FindSurface(drawable);

    /// <summary>The surface of a window or of a GLX window on it; null when there is none.</summary>
    public EglDrawable? FindSurface(uint drawable) => _surfaces.GetValueOrDefault(_windows.GetValueOrDefault(drawable, drawable));

    /// <summary>Makes a surface. Something of the back end's own is current afterwards.</summary>
    public bool CreateSurface(uint drawable, uint config, uint width, uint height)
    {
        refusals.ForgetError();
        EglConfig? found = configs.Find(config);
        if (found is null)
        {
            return refusals.SayGlx(EglRefusals.GlxBadFBConfig, EglRefusals.CreateWindow);
        }

        EglDrawable? made = IsFree(drawable) ? CreateDrawable(found, width, height, EglRefusals.CreateWindow) : null;
        return made is not null && _surfaces.TryAdd(drawable, made);
    }

    /// <summary>Gives a drawable buffers of another size; false, and it stays as it is, when the host refuses. Something of the back end's
    /// own is current afterwards.</summary>
    public bool ResizeBuffers(EglDrawable drawable, uint width, uint height)
    {
        refusals.ForgetError();
        if (CreateDrawable(drawable.Config, width, height, EglRefusals.CreateWindow) is not EglDrawable other)
        {
            return false;
        }

        (nint main, nint front) = (drawable.Main, drawable.Front);
        (drawable.Main, drawable.Front, drawable.DepthHolder) = (other.Main, other.Front, other.Main);
        (drawable.Width, drawable.Height, drawable.Accumulation, drawable.FrontIsBehind) = (width, height, null, false);
        DestroyPbuffer(main);
        DestroyPbuffer(front);
        return true;
    }

    /// <summary>Another name for a surface: a GLX window.</summary>
    public bool CreateWindow(uint drawable, uint window)
    {
        refusals.ForgetError();
        return _surfaces.ContainsKey(window) && IsFree(drawable) ? _windows.TryAdd(drawable, window)
            : refusals.SayGlx(EglRefusals.GlxBadDrawable, EglRefusals.CreateWindow);
    }

    /// <summary>Makes a pbuffer; its size in pixels, or null when the host refuses. Something of the back end's own is current
    /// afterwards.</summary>
    /// <param name="isLargest">Whether what is too large becomes smaller instead (GLX_LARGEST_PBUFFER).</param>
    public (uint Width, uint Height)? CreatePbuffer(uint drawable, uint config, uint width, uint height, bool isLargest)
    {
        refusals.ForgetError();
        if (configs.Find(config) is not EglConfig found)
        {
            _ = refusals.SayGlx(EglRefusals.GlxBadFBConfig, EglRefusals.CreatePbuffer);
            return null;
        }

        if (isLargest)
        {
            (width, height) = (Math.Min(width, (uint)largest), Math.Min(height, (uint)largest));
            height = width == 0 ? height : Math.Min(height, (uint)MostPixels / width);
        }

        // A pbuffer without pixels can be made by GLX; one pixel that nobody sees stands for it.
        EglDrawable? made = IsFree(drawable) ? CreateDrawable(found, Math.Max(width, 1), Math.Max(height, 1), EglRefusals.CreatePbuffer)
            : null;
        if (made is null)
        {
            return null;
        }

        _pbuffers.Add(drawable, made);
        return (width, height);
    }

    /// <summary>Destroys what has a number; the drawable that was destroyed, null when there was none or other names of it are
    /// left.</summary>
    public EglDrawable? ForgetDrawable(uint drawable)
    {
        _ = _windows.Remove(drawable);
        if (_pbuffers.Remove(drawable, out EglDrawable? removed) || _surfaces.Remove(drawable, out removed))
        {
            DestroyPbuffer(removed.Main);
            DestroyPbuffer(removed.Front);
        }

        return removed;
    }

    /// <summary>Destroys all.</summary>
    public void DestroyAll()
    {
        foreach (uint drawable in (uint[])[.. _surfaces.Keys, .. _pbuffers.Keys])
        {
            _ = ForgetDrawable(drawable);
        }

        _windows.Clear();
    }

    private bool IsFree(uint drawable) =>
        _surfaces.Count + _pbuffers.Count + _windows.Count < Limits.MaxDrawables
        && !_surfaces.ContainsKey(drawable) && !_pbuffers.ContainsKey(drawable) && !_windows.ContainsKey(drawable);

    /// <summary>Null when the host refuses, and the refusal says why.</summary>
    private EglDrawable? CreateDrawable(EglConfig config, uint width, uint height, ushort request)
    {
        if (width == 0 || height == 0)
        {
            _ = refusals.RaiseError(EglRefusals.BadValue, request);
            return null;
        }

        if (width > largest || height > largest || (ulong)width * height > MostPixels)
        {
            _ = refusals.RaiseError(EglRefusals.BadAlloc, request);
            return null;
        }

        var made = new EglDrawable(config) { Width = width, Height = height };
        made.DepthHolder = made.Main = CreatePbuffer(config.Format, width, height);
        made.Front = made.Main == 0 || !config.IsDouble ? 0 : CreatePbuffer(config.Format, width, height);
        if (made.Main != 0 && made.Front != 0 == config.IsDouble && copier.ClearBuffers(made))
        {
            return made;
        }

        DestroyPbuffer(made.Main);
        DestroyPbuffer(made.Front);
        _ = refusals.RaiseError(EglRefusals.BadAlloc, request);
        return null;
    }

    /// <summary>0 when the host refuses; a driver that makes a smaller one refuses too.</summary>
    private nint CreatePbuffer(EglFormat format, uint width, uint height)
    {
        int* attributes = stackalloc int[] { Egl.Width, (int)width, Egl.Height, (int)height, Egl.None };
        nint pbuffer = egl.CreatePbufferSurface(display, format.Handle, attributes);
        int madeWidth = 0, madeHeight = 0;
        if (pbuffer != 0 && (egl.QuerySurface(display, pbuffer, Egl.Width, &madeWidth) == 0 || madeWidth != width
            || egl.QuerySurface(display, pbuffer, Egl.Height, &madeHeight) == 0 || madeHeight != height))
        {
            DestroyPbuffer(pbuffer);
            return 0;
        }

        return pbuffer;
    }

    private void DestroyPbuffer(nint pbuffer)
    {
        if (pbuffer != 0)
        {
            _ = egl.DestroySurface(display, pbuffer);
        }
    }
}
