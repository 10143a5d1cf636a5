using System.Runtime.InteropServices;
using System.Text;
using Vmgl.Wire;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Windows on the host's display that show what a guest draws into windows of its own X server.</summary>
internal sealed unsafe class GlxHostWindows(GlxLibrary glx, nint display, GlxConfigReader configs)
{
    private const int ClientMessage = 33;

    private readonly Dictionary<uint, HostWindow> _windows = [];
    private readonly nint _protocols = X11.InternAtom(display, "WM_PROTOCOLS", 0);
    private readonly nint _deleteWindow = X11.InternAtom(display, "WM_DELETE_WINDOW", 0);

    /// <summary>Whether there are any.</summary>
    public bool Any => _windows.Count > 0;

    /// <summary>The window of a drawable; 0 when there is none.</summary>
    public nuint FindWindow(uint drawable) => _windows.GetValueOrDefault(drawable).Window;

    /// <summary>Opens a window; false when the host refuses.</summary>
    public bool CreateWindow(uint drawable, int screen, uint config, uint width, uint height, string title)
    {
        XErrors.ForgetRefusal();
        nint found = configs.FindConfig(screen, config);
        XVisualInfo* visual = found == 0 || _windows.Count >= Limits.MaxDrawables || _windows.ContainsKey(drawable)
            ? null : glx.GetVisualFromFBConfig(display, found);
        if (visual is null)
        {
            return false;
        }

        XErrors.BeginTrap(display);
        nuint window = X11.CreateTopWindow(display, visual, width, height, out nuint colormap);
        X11.Free(visual);
        NameWindow(window, title);
        nint delete = _deleteWindow;
        X11.SetProtocols(display, window, &delete, 1);
        X11.MapWindow(display, window);
        var made = new HostWindow(window, colormap);
        if (!XErrors.EndTrap(display))
        {
            DestroyWindow(made);
            return false;
        }

        _windows.Add(drawable, made);
        return true;
    }

    /// <summary>Gives a window another size, in pixels; false when there is none.</summary>
    public bool ResizeWindow(uint drawable, uint width, uint height)
    {
        if (!_windows.TryGetValue(drawable, out HostWindow window))
        {
            return false;
        }

        X11.ResizeWindow(display, window.Window, width, height);
        X11.Sync(display, 0);
        return true;
    }

    /// <summary>Closes a drawable's window; it, or 0 when there is none.</summary>
    public nuint DestroyWindow(uint drawable)
    {
        if (!_windows.Remove(drawable, out HostWindow window))
        {
            return 0;
        }

        DestroyWindow(window);
        return window.Window;
    }

    /// <summary>A drawable whose window the user wants to close; 0 when there is no more.</summary>
    public uint TakeClosed()
    {
        XEvent e;
        while (X11.Pending(display) > 0)
        {
            X11.NextEvent(display, &e);
            if (e.Type == ClientMessage && e.MessageType == _protocols && e.FirstLong == _deleteWindow)
            {
                foreach ((uint drawable, HostWindow window) in _windows)
                {
                    if (window.Window == e.Window)
                    {
                        return drawable;
                    }
                }
            }
        }

        return 0;
    }

    private void DestroyWindow(HostWindow window)
    {
        XErrors.BeginTrap(display);
        X11.DestroyWindow(display, window.Window);
        X11.FreeColormap(display, window.Colormap);
        _ = XErrors.EndTrap(display);
    }

    private void NameWindow(nuint window, string title)
    {
        const nint TextType = 31; // XA_STRING, Latin-1: what window managers without _NET_WM_NAME read (ICCCM section 4.1.2.1)
        nint utf8 = X11.InternAtom(display, "UTF8_STRING", 0);
        SetText(window, "_NET_WM_NAME", utf8, Encoding.UTF8.GetBytes(title));
        SetText(window, "WM_NAME", TextType, Encoding.Latin1.GetBytes(title));
    }

    private void SetText(nuint window, string property, nint type, ReadOnlySpan<byte> text)
    {
        const int Replace = 0;
        const int Format8 = 8;
        fixed (byte* bytes = text)
        {
            X11.ChangeProperty(display, window, X11.InternAtom(display, property, 0), type, Format8, Replace, bytes, text.Length);
        }
    }

    private readonly record struct HostWindow(nuint Window, nuint Colormap);
}
