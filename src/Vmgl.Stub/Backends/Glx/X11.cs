using System.Runtime.InteropServices;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>The parts of libX11 that the worker needs. Xlib's <c>long</c>, <c>XID</c> and <c>Atom</c> are as wide as a pointer.
/// Functions that always return 1 are declared <c>void</c>.</summary>
internal static unsafe partial class X11
{
    /// <summary>Atom of the predefined property type CARDINAL.</summary>
    public const nint CardinalType = 6;

    /// <summary>XGetVisualInfo masks.</summary>
    public const nint VisualIdMask = 1;
    public const nint VisualScreenMask = 2;

    private const string Library = "libX11.so.6";
    private const int InputOutput = 1;
    private const int AllocNone = 0;
    private const nuint BorderPixelAndColormap = (1 << 3) | (1 << 13);

    [LibraryImport(Library, EntryPoint = "XInitThreads")]
    public static partial void InitThreads();

    [LibraryImport(Library, EntryPoint = "XOpenDisplay", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenDisplay(string? name);

    [LibraryImport(Library, EntryPoint = "XCloseDisplay")]
    public static partial void CloseDisplay(nint display);

    [LibraryImport(Library, EntryPoint = "XDisplayString")]
    public static partial nint DisplayString(nint display);

    [LibraryImport(Library, EntryPoint = "XDisplayName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint DisplayName(string? name);

    [LibraryImport(Library, EntryPoint = "XSync")]
    public static partial void Sync(nint display, int discard);

    [LibraryImport(Library, EntryPoint = "XNextRequest")]
    public static partial nuint NextRequest(nint display);

    [LibraryImport(Library, EntryPoint = "XScreenCount")]
    public static partial int ScreenCount(nint display);

    [LibraryImport(Library, EntryPoint = "XDefaultScreen")]
    public static partial int DefaultScreen(nint display);

    [LibraryImport(Library, EntryPoint = "XRootWindow")]
    public static partial nuint RootWindow(nint display, int screen);

    [LibraryImport(Library, EntryPoint = "XFree")]
    public static partial void Free(void* data);

    [LibraryImport(Library, EntryPoint = "XInternAtom", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint InternAtom(nint display, string name, int onlyIfExists);

    /// <summary>Returns 0 on success. Items of format 32 are C longs, whatever the wire says.</summary>
    [LibraryImport(Library, EntryPoint = "XGetWindowProperty")]
    public static partial int GetWindowProperty(
        nint display, nuint window, nint property, nint offset, nint length, int delete, nint requestedType,
        out nint type, out int format, out nuint items, out nuint bytesAfter, out nuint* data);

    /// <summary>Returns 0 when the window is not there.</summary>
    [LibraryImport(Library, EntryPoint = "XGetWindowAttributes")]
    public static partial int GetWindowAttributes(nint display, nuint window, XWindowAttributes* attributes);

    [LibraryImport(Library, EntryPoint = "XVisualIDFromVisual")]
    public static partial nuint VisualIdFromVisual(nint visual);

    [LibraryImport(Library, EntryPoint = "XGetVisualInfo")]
    public static partial XVisualInfo* GetVisualInfo(nint display, nint mask, XVisualInfo* template, int* count);

    [LibraryImport(Library, EntryPoint = "XDestroyWindow")]
    public static partial void DestroyWindow(nint display, nuint window);

    [LibraryImport(Library, EntryPoint = "XFreeColormap")]
    public static partial void FreeColormap(nint display, nuint colormap);

    [LibraryImport(Library, EntryPoint = "XSetErrorHandler")]
    public static partial nint SetErrorHandler(delegate* unmanaged<nint, XErrorEvent*, int> handler);

    [LibraryImport(Library, EntryPoint = "XSetIOErrorHandler")]
    public static partial nint SetIoErrorHandler(delegate* unmanaged<nint, int> handler);

    [LibraryImport(Library, EntryPoint = "XQueryExtension", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int QueryExtension(nint display, string name, out int majorOpcode, out int firstEvent, out int firstError);

    [LibraryImport(Library, EntryPoint = "XGetErrorText")]
    public static partial void GetErrorText(nint display, int code, byte* text, int length);

    /// <summary>A 1×1 window of <paramref name="visual"/> that is never mapped, and the colormap it needs.</summary>
    public static nuint CreateHiddenWindow(nint display, XVisualInfo* visual, out nuint colormap) =>
        CreateTopWindow(display, visual, 1, 1, out colormap);

    /// <summary>A window of <paramref name="visual"/> for the user, not mapped yet, and the colormap it needs. Sizes are pixels.</summary>
    public static nuint CreateTopWindow(nint display, XVisualInfo* visual, uint width, uint height, out nuint colormap)
    {
        nuint root = RootWindow(display, visual->Screen);
        colormap = CreateColormap(display, root, visual->Visual, AllocNone);
        var attributes = new XSetWindowAttributes { Colormap = colormap };
        return CreateWindow(
            display, root, 0, 0, width, height, 0, visual->Depth, InputOutput, visual->Visual, BorderPixelAndColormap, &attributes);
    }

    [LibraryImport(Library, EntryPoint = "XMapWindow")]
    public static partial void MapWindow(nint display, nuint window);

    [LibraryImport(Library, EntryPoint = "XResizeWindow")]
    public static partial void ResizeWindow(nint display, nuint window, uint width, uint height);

    [LibraryImport(Library, EntryPoint = "XPending")]
    public static partial int Pending(nint display);

    [LibraryImport(Library, EntryPoint = "XNextEvent")]
    public static partial void NextEvent(nint display, XEvent* e);

    [LibraryImport(Library, EntryPoint = "XSetWMProtocols")]
    public static partial void SetProtocols(nint display, nuint window, nint* protocols, int count);

    [LibraryImport(Library, EntryPoint = "XChangeProperty")]
    public static partial void ChangeProperty(
        nint display, nuint window, nint property, nint type, int format, int mode, byte* data, int items);

    [LibraryImport(Library, EntryPoint = "XCreateColormap")]
    private static partial nuint CreateColormap(nint display, nuint window, nint visual, int alloc);

    [LibraryImport(Library, EntryPoint = "XCreateWindow")]
    private static partial nuint CreateWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint border, int depth, uint windowClass, nint visual,
        nuint valueMask, XSetWindowAttributes* attributes);
}
