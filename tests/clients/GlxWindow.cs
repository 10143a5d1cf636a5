using System.Runtime.InteropServices;
using System.Text;

namespace Vmgl.Clients;

/// <summary>A window on the display that <c>DISPLAY</c> names, with a context that is current on the calling thread.</summary>
internal sealed unsafe partial class GlxWindow : IDisposable
{
    /// <summary>Width and height in pixels.</summary>
    public const int Size = 256;

    private const string X11 = "libX11.so.6";
    private const string LibGl = "libGL.so.1";
    private const int Rgba = 0x8011; // GLX_RENDER_TYPE
    private const int RgbaBit = 1;
    private const int DoubleBuffer = 5;
    private const int DepthSize = 12;
    private const int MajorVersionAttribute = 0x2091;
    private const int MinorVersionAttribute = 0x2092;

    private readonly nint _display;
    private readonly nuint _window;
    private readonly nint _context;

    private GlxWindow(nint display, nuint window, nint context) => (_display, _window, _context) = (display, window, context);

    /// <summary>Opens a window and makes a context of at least this version current.</summary>
    /// <exception cref="InvalidOperationException">There is no display, no config with depth, or no such context.</exception>
    public static GlxWindow Open(int majorVersion, int minorVersion)
    {
        nint display = XOpenDisplay(null);
        if (display == 0)
        {
            throw new InvalidOperationException("DISPLAY cannot be opened");
        }

        int screen = XDefaultScreen(display);
        int* wanted = stackalloc int[] { Rgba, RgbaBit, DoubleBuffer, 1, DepthSize, 24, 0 };
        int count;
        nint* configs = glXChooseFBConfig(display, screen, wanted, &count);
        if (configs is null || count == 0)
        {
            throw new InvalidOperationException("no FBConfig with a depth buffer");
        }

        var create = (delegate* unmanaged<nint, nint, nint, int, int*, nint>)FindFunction("glXCreateContextAttribsARB");
        int* attributes = stackalloc int[] { MajorVersionAttribute, majorVersion, MinorVersionAttribute, minorVersion, 0 };
        nint context = create(display, configs[0], 0, 1, attributes);
        nuint window = CreateWindow(display, glXGetVisualFromFBConfig(display, configs[0]));
        if (context == 0 || glXMakeCurrent(display, window, context) == 0)
        {
            throw new InvalidOperationException($"no context of GL {majorVersion}.{minorVersion}");
        }

        return new GlxWindow(display, window, context);
    }

    /// <summary>The address of a GL or GLX function.</summary>
    public static nint FindFunction(string name)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
        {
            return glXGetProcAddressARB(text);
        }
    }

    /// <summary>Shows what was drawn.</summary>
    public void Swap() => glXSwapBuffers(_display, _window);

    public void Dispose()
    {
        _ = glXMakeCurrent(_display, 0, 0);
        glXDestroyContext(_display, _context);
        _ = XDestroyWindow(_display, _window);
        _ = XCloseDisplay(_display);
    }

    private static nuint CreateWindow(nint display, VisualInfo* visual)
    {
        const nuint BorderPixelAndColormap = 0x2008; // CWBorderPixel | CWColormap
        nuint root = XRootWindow(display, visual->Screen);
        WindowAttributes attributes = default;
        attributes.Colormap = XCreateColormap(display, root, visual->Visual, 0);
        nuint window = XCreateWindow(display, root, 0, 0, Size, Size, 0, visual->Depth, 1, visual->Visual, BorderPixelAndColormap,
            &attributes);
        _ = XMapWindow(display, window);
        _ = XSync(display, 0);
        return window;
    }

    /// <summary>XVisualInfo, as far as it is read here.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct VisualInfo
    {
        public nint Visual;
        public nuint Id;
        public int Screen;
        public int Depth;
    }

    /// <summary>XSetWindowAttributes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 112)]
    private struct WindowAttributes
    {
        [FieldOffset(96)]
        public nuint Colormap;
    }

    [LibraryImport(X11)]
    private static partial nint XOpenDisplay(byte* name);

    [LibraryImport(X11)]
    private static partial int XCloseDisplay(nint display);

    [LibraryImport(X11)]
    private static partial int XDefaultScreen(nint display);

    [LibraryImport(X11)]
    private static partial nuint XRootWindow(nint display, int screen);

    [LibraryImport(X11)]
    private static partial nuint XCreateColormap(nint display, nuint window, nint visual, int allocate);

    [LibraryImport(X11)]
    private static partial nuint XCreateWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint border, int depth, uint inputOutput, nint visual,
        nuint mask, WindowAttributes* attributes);

    [LibraryImport(X11)]
    private static partial int XMapWindow(nint display, nuint window);

    [LibraryImport(X11)]
    private static partial int XSync(nint display, int discard);

    [LibraryImport(X11)]
    private static partial int XDestroyWindow(nint display, nuint window);

    [LibraryImport(LibGl)]
    private static partial nint* glXChooseFBConfig(nint display, int screen, int* attributes, int* count);

    [LibraryImport(LibGl)]
    private static partial VisualInfo* glXGetVisualFromFBConfig(nint display, nint config);

    [LibraryImport(LibGl)]
    private static partial int glXMakeCurrent(nint display, nuint drawable, nint context);

    [LibraryImport(LibGl)]
    private static partial void glXDestroyContext(nint display, nint context);

    [LibraryImport(LibGl)]
    private static partial void glXSwapBuffers(nint display, nuint drawable);

    [LibraryImport(LibGl)]
    private static partial nint glXGetProcAddressARB(byte* name);
}
