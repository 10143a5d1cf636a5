using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>Xlib calls whose X errors the program must not see. One thread at a time; errors of other threads' requests reach the program's
/// handler.</summary>
internal static unsafe class XErrorTrap
{
    private static readonly Lock s_lock = new();
    private static nint s_handlerBefore;
    private static nint s_display;
    private static nuint s_serial;
    private static bool s_trapped;

    /// <summary>Calls <paramref name="action"/> and waits until the X server has carried it out.</summary>
    /// <returns>True when it caused no X error.</returns>
    public static bool RunTrapped(nint display, nuint resource, Action<nint, nuint> action)
    {
        lock (s_lock)
        {
            (s_display, s_serial, s_trapped) = (display, X11.NextRequest(display), false);
            s_handlerBefore = X11.SetErrorHandler((nint)(delegate* unmanaged<nint, XErrorEvent*, int>)&OnError);
            action(display, resource);
            X11.SyncDisplay(display);
            X11.SetErrorHandler(s_handlerBefore);
            return !s_trapped;
        }
    }

    /// <summary>Whether the X server has a drawable of this id.</summary>
    public static bool DrawableExists(nint display, nuint drawable) =>
        RunTrapped(display, drawable, static (display, drawable) => X11.TryGetSize(display, drawable, out _, out _));

    [UnmanagedCallersOnly]
    private static int OnError(nint display, XErrorEvent* error)
    {
        if (display == s_display && error->Serial >= s_serial)
        {
            s_trapped = true;
            return 0;
        }

        return ((delegate* unmanaged<nint, XErrorEvent*, int>)s_handlerBefore)(display, error);
    }
}
