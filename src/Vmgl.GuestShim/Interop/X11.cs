using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>A visual as XGetVisualInfo returns it: <c>XVisualInfo</c> of Xutil.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XVisualInfo
{
    public nint Visual;
    public nuint VisualId;
    public int Screen;
    public int Depth;
    public int Class;
    public nuint RedMask;
    public nuint GreenMask;
    public nuint BlueMask;
    public int ColormapSize;
    public int BitsPerRgb;
}

/// <summary><c>XErrorEvent</c> of Xlib.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XErrorEvent
{
    public int Type;
    public nint Display;
    public nuint ResourceId;
    public nuint Serial;
    public byte ErrorCode;
    public byte RequestCode;
    public byte MinorCode;
}

/// <summary><c>XWindowAttributes</c> of Xlib.h, up to what is read of it.</summary>
[StructLayout(LayoutKind.Sequential, Size = 136)]
internal struct XWindowAttributes
{
    public int X;
    public int Y;
    public int Width;
    public int Height;
    public int BorderWidth;
    public int Depth;
    public nint Visual;
}

/// <summary>The Xlib functions that GLX needs, on the program's own connection. Found at run time: a program that never
/// calls GLX must not load Xlib because of us, and one that does has it already.</summary>
internal static unsafe class X11
{
    public const nint VisualIdMask = 0x1;
    public const nint VisualScreenMask = 0x2;
    private const nuint CardinalAtom = 6;
    private const int Replace = 0;

    private static readonly nint s_library = NativeLibrary.Load("libX11.so.6");
    private static readonly delegate* unmanaged<nint, nint, XVisualInfo*, int*, XVisualInfo*> s_getVisualInfo =
        (delegate* unmanaged<nint, nint, XVisualInfo*, int*, XVisualInfo*>)FindFunction("XGetVisualInfo");

    private static readonly delegate* unmanaged<void*, int> s_free = (delegate* unmanaged<void*, int>)FindFunction("XFree");
    private static readonly delegate* unmanaged<nint, int, int> s_sync = (delegate* unmanaged<nint, int, int>)FindFunction("XSync");
    private static readonly delegate* unmanaged<nint, byte*, int, nuint> s_internAtom =
        (delegate* unmanaged<nint, byte*, int, nuint>)FindFunction("XInternAtom");

    private static readonly delegate* unmanaged<nint, nuint, nuint, nuint, int, int, void*, int, int> s_changeProperty =
        (delegate* unmanaged<nint, nuint, nuint, nuint, int, int, void*, int, int>)FindFunction("XChangeProperty");

    private static readonly delegate* unmanaged<nint, nuint, nuint, int> s_deleteProperty =
        (delegate* unmanaged<nint, nuint, nuint, int>)FindFunction("XDeleteProperty");

    private static readonly delegate* unmanaged<nint, nuint, nuint*, int*, int*, uint*, uint*, uint*, uint*, int> s_getGeometry =
        (delegate* unmanaged<nint, nuint, nuint*, int*, int*, uint*, uint*, uint*, uint*, int>)FindFunction("XGetGeometry");

    private static readonly delegate* unmanaged<nint, nuint, uint, uint, uint, nuint> s_createPixmap =
        (delegate* unmanaged<nint, nuint, uint, uint, uint, nuint>)FindFunction("XCreatePixmap");

    private static readonly delegate* unmanaged<nint, nuint,
        int> s_freePixmap = (delegate* unmanaged<nint, nuint, int>)FindFunction("XFreePixmap");
    private static readonly delegate* unmanaged<nint, int,
        nuint> s_rootWindow = (delegate* unmanaged<nint, int, nuint>)FindFunction("XRootWindow");
    private static readonly delegate* unmanaged<nint, int> s_screenCount = (delegate* unmanaged<nint, int>)FindFunction("XScreenCount");
    private static readonly delegate* unmanaged<nint,
        byte*> s_displayString = (delegate* unmanaged<nint, byte*>)FindFunction("XDisplayString");

    private static readonly delegate* unmanaged<nint,
        nint> s_setErrorHandler = (delegate* unmanaged<nint, nint>)FindFunction("XSetErrorHandler");
    private static readonly delegate* unmanaged<nint, nuint> s_nextRequest = (delegate* unmanaged<nint, nuint>)FindFunction("XNextRequest");
    private static readonly delegate* unmanaged<nint, byte*, int*, int*, int*, int> s_queryExtension =
        (delegate* unmanaged<nint, byte*, int*, int*, int*, int>)FindFunction("XQueryExtension");

    private static readonly delegate* unmanaged<nint, nuint, XWindowAttributes*, int> s_getWindowAttributes =
        (delegate* unmanaged<nint, nuint, XWindowAttributes*, int>)FindFunction("XGetWindowAttributes");

    private static readonly delegate* unmanaged<nint,
        nuint> s_visualId = (delegate* unmanaged<nint, nuint>)FindFunction("XVisualIDFromVisual");

    /// <summary>Makes <paramref name="handler"/> the process's X error handler; the one before, which is never 0.</summary>
    public static nint SetErrorHandler(nint handler) => s_setErrorHandler(handler);

    /// <summary>The number that the next request of a connection gets.</summary>
    public static nuint NextRequest(nint display) => s_nextRequest(display);

    /// <summary>An extension of the X server: its major opcode and the first of its events and errors; all 0 when it does not have
    /// it.</summary>
    public static (int Major, int FirstEvent, int FirstError) QueryExtension(nint display, ReadOnlySpan<byte> name)
    {
        int major, firstEvent, firstError;
        fixed (byte* text = name)
        {
            return s_queryExtension(display, text, &major, &firstEvent, &firstError) != 0 ? (major, firstEvent, firstError) : default;
        }
    }

    /// <summary>Visuals that match a template; <see cref="FreeMemory"/> the result.</summary>
    public static XVisualInfo* GetVisualInfo(nint display, nint mask, XVisualInfo* template, out int count)
    {
        int found = 0;
        XVisualInfo* list = s_getVisualInfo(display, mask, template, &found);
        count = found;
        return list;
    }

    public static void FreeMemory(void* memory) => s_free(memory);

    /// <summary>Waits until the X server has carried out everything sent on this connection.</summary>
    public static void SyncDisplay(nint display) => s_sync(display, 0);

    public static int ScreenCount(nint display) => s_screenCount(display);

    /// <summary>The display's name, e.g. <c>:0</c>.</summary>
    public static string DisplayName(nint display) => Marshal.PtrToStringUTF8((nint)s_displayString(display)) ?? "";

    /// <summary>Writes the window's <c>_VMGL_TOKEN</c> and waits until the X server has it.</summary>
    public static void SetToken(nint display, nuint window, ReadOnlySpan<uint> token)
    {
        // Xlib takes format-32 items as C longs.
        nuint* items = stackalloc nuint[token.Length];
        for (int i = 0; i < token.Length; i++)
        {
            items[i] = token[i];
        }

        s_changeProperty(display, window, TokenAtom(display), CardinalAtom, 32, Replace, items, token.Length);
        SyncDisplay(display);
    }

    /// <summary>Removes the window's token again.</summary>
    public static void DeleteToken(nint display, nuint window) => s_deleteProperty(display, window, TokenAtom(display));

    /// <summary>A drawable's size in pixels; false when the X server does not know it.</summary>
    public static bool TryGetSize(nint display, nuint drawable, out uint width, out uint height)
    {
        nuint root;
        int x, y;
        uint w, h, border, depth;
        bool known = s_getGeometry(display, drawable, &root, &x, &y, &w, &h, &border, &depth) != 0;
        (width, height) = known ? (w, h) : (0, 0);
        return known;
    }

    /// <summary>The visual of a window by its id; 0 when the X server does not know the window.</summary>
    public static uint VisualOf(nint display, nuint window)
    {
        XWindowAttributes attributes;
        return s_getWindowAttributes(display, window, &attributes) == 0 ? 0 : (uint)s_visualId(attributes.Visual);
    }

    /// <summary>How a window's pixels lie in images; null when the X server does not know the window, or has another layout than 16 or 32
    /// bits.</summary>
    public static PixelFormat? FormatOf(nint display, nuint window) => FormatOfVisual(display, VisualOf(display, window));

    /// <summary>How pixels of a visual lie in images; null when there is none, or one of another layout than 16 or 32 bits.</summary>
    public static PixelFormat? FormatOfVisual(nint display, uint id)
    {
        XVisualInfo template = new() { VisualId = id };
        XVisualInfo* visual = template.VisualId == 0 ? null : GetVisualInfo(display, VisualIdMask, &template, out _);
        if (visual is null)
        {
            return null;
        }

        int bits = visual->Depth > 16 ? 32 : 16;
        PixelFormat? format = visual->Depth < 15 || visual->RedMask == 0
            ? null : new PixelFormat((byte)visual->Depth, bits, (uint)visual->RedMask, (uint)visual->GreenMask, (uint)visual->BlueMask);
        FreeMemory(visual);
        return format;
    }

    /// <summary>The root window of a screen.</summary>
    public static nuint RootWindow(nint display, int screen) => s_rootWindow(display, screen);

    /// <summary>An id that nothing else on this X server has, for a drawable that X does not know: that of a pixmap of one bit.</summary>
    public static nuint ReserveId(nint display) => s_createPixmap(display, RootWindow(display, 0), 1, 1, 1);

    /// <summary>Gives a reserved id back.</summary>
    public static void ReleaseId(nint display, nuint id) => s_freePixmap(display, id);

    /// <summary>The property that shows the host that it draws on the program's X server.</summary>
    public static ReadOnlySpan<byte> TokenProperty => "_VMGL_TOKEN"u8;

    private static nuint TokenAtom(nint display)
    {
        fixed (byte* name = TokenProperty) // literals end with a zero that is not counted
        {
            return s_internAtom(display, name, 0);
        }
    }

    private static nint FindFunction(string name) => NativeLibrary.GetExport(s_library, name);
}
