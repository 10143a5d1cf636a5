using System.Runtime.InteropServices;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Xlib's XVisualInfo (Xutil.h).</summary>
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

/// <summary>Xlib's XErrorEvent (Xlib.h).</summary>
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

/// <summary>Xlib's XWindowAttributes (Xlib.h): what XGetWindowAttributes fills.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XWindowAttributes
{
    public int X, Y, Width, Height, BorderWidth, Depth;
    public nint Visual;
    public nuint Root;
    public int Class, BitGravity, WinGravity, BackingStore;
    public nuint BackingPlanes, BackingPixel;
    public int SaveUnder;
    public nuint Colormap;
    public int MapInstalled, MapState;
    public nint AllEventMasks, YourEventMask, DoNotPropagateMask;
    public int OverrideRedirect;
    public nint Screen;
}

/// <summary>Xlib's XEvent, as far as client messages need it (Xlib.h).</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct XEvent
{
    [FieldOffset(0)] public int Type;

    /// <summary>Of a client message, as what follows is.</summary>
    [FieldOffset(32)] public nuint Window;
    [FieldOffset(40)] public nint MessageType;
    [FieldOffset(56)] public nint FirstLong;
}

/// <summary>Xlib's XSetWindowAttributes (Xlib.h): what XCreateWindow reads.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XSetWindowAttributes
{
    public nuint BackgroundPixmap, BackgroundPixel, BorderPixmap, BorderPixel;
    public int BitGravity, WinGravity, BackingStore;
    public nuint BackingPlanes, BackingPixel;
    public int SaveUnder;
    public nint EventMask, DoNotPropagateMask;
    public int OverrideRedirect;
    public nuint Colormap, Cursor;
}
