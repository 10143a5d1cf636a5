namespace Vmgl.Stub.Backends.Glx;

/// <summary>Swap intervals through whichever extension the host has; EXT first, because it alone names the drawable.</summary>
internal sealed unsafe class GlxSwapControl(GlxLibrary glx, nint display, string extensions)
{
    private readonly bool _ext = HasExtension(extensions, "GLX_EXT_swap_control") && glx.SwapIntervalExt is not null;
    private readonly bool _mesa = HasExtension(extensions, "GLX_MESA_swap_control") && glx.SwapIntervalMesa is not null;
    private readonly bool _sgi = HasExtension(extensions, "GLX_SGI_swap_control") && glx.SwapIntervalSgi is not null;

    /// <summary>Sets the interval in refreshes of <paramref name="drawable"/>, which is current. Negative intervals
    /// (EXT_swap_control_tear) reach only EXT; SGI has no 0. Errors are X errors and are logged as such.</summary>
    public void SetInterval(nuint drawable, int interval)
    {
        if (_ext)
        {
            glx.SwapIntervalExt(display, drawable, interval);
        }
        else if (_mesa && interval >= 0)
        {
            _ = glx.SwapIntervalMesa((uint)interval);
        }
        else if (_sgi && interval > 0)
        {
            _ = glx.SwapIntervalSgi(interval);
        }
    }

    private static bool HasExtension(string extensions, string name) => extensions.Split(' ').Contains(name);
}
