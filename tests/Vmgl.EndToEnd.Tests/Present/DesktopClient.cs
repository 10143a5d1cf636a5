using System.Runtime.InteropServices;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>A client of an X server that looks at other programs' windows and does to them what users do.</summary>
internal sealed unsafe partial class DesktopClient : IDisposable
{
    private const string Library = "libX11.so.6";
    private const int ZPixmap = 2;
    private const int ClientMessage = 33;
    private const int KeyPress = 2;

    private readonly nint _display;

    public DesktopClient(string display)
    {
        _ = XSetErrorHandler(&IgnoreError); // windows of others may go at any time
        _display = XOpenDisplay(display);
        Assert.NotEqual(0, _display);
    }

    /// <summary>The windows of this name on the screen.</summary>
    public nuint[] Find(string name) => [.. TopWindows().Where(window => NameOf(window) == name)];

    /// <summary>Waits for the only window of this name.</summary>
    public nuint WaitFor(string name)
    {
        nuint[] found = [];
        GuestAndHost.WaitUntil(() => (found = Find(name)).Length == 1, $"a window called {name}");
        return found[0];
    }

    /// <summary>All windows on the screen.</summary>
    public nuint[] TopWindows()
    {
        nuint root, parent;
        nuint* children;
        uint count;
        if (XQueryTree(_display, XDefaultRootWindow(_display), &root, &parent, &children, &count) == 0)
        {
            return [];
        }

        nuint[] windows = new ReadOnlySpan<nuint>(children, (int)count).ToArray();
        _ = XFree(children);
        return windows;
    }

    public (int Width, int Height) SizeOf(nuint window)
    {
        nuint root;
        int x, y;
        uint width, height, border, depth;
        return XGetGeometry(_display, window, &root, &x, &y, &width, &height, &border, &depth) == 0 ? (0, 0) : ((int)width, (int)height);
    }

    /// <summary>What a window shows; null when it is gone.</summary>
    public Picture? Look(nuint window)
    {
        (int width, int height) = SizeOf(window);
        nint image = width == 0 ? 0 : XGetImage(_display, window, 0, 0, (uint)width, (uint)height, nuint.MaxValue, ZPixmap);
        if (image == 0)
        {
            return null;
        }

        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++)
        {
            nuint pixel = XGetPixel(image, i % width, i / width);
            (pixels[i * 3], pixels[(i * 3) + 1], pixels[(i * 3) + 2]) = ((byte)(pixel >> 16), (byte)(pixel >> 8), (byte)pixel);
        }

        _ = XDestroyImage(image);
        return Picture.Of($"window 0x{window:x}", width, height, pixels);
    }

    public void Resize(nuint window, int width, int height)
    {
        _ = XResizeWindow(_display, window, (uint)width, (uint)height);
        _ = XSync(_display, 0);
    }

    /// <summary>Asks a window to close, as window managers do (ICCCM section 4.2.8.1).</summary>
    public void Close(nuint window)
    {
        nint protocols = XInternAtom(_display, "WM_PROTOCOLS", 0);
        Send(window, [ClientMessage, 0, 0, 0, (long)window, protocols, 32, XInternAtom(_display, "WM_DELETE_WINDOW", 0)]);
    }

    /// <summary>Presses a key in a window.</summary>
    public void Press(nuint window, uint keySym)
    {
        int code = XKeysymToKeycode(_display, keySym);
        // XKeyEvent: type, serial, send_event, display, window, root, subwindow, time, four coordinates, state and keycode, same_screen.
        Send(window, [KeyPress, 0, 0, 0, (long)window, (long)XDefaultRootWindow(_display), 0, 0, 0, 0, (long)code << 32, 1]);
    }

    public void Dispose() => _ = XCloseDisplay(_display);

    private void Send(nuint window, long[] fields)
    {
        long* message = stackalloc long[24];
        new Span<long>(message, 24).Clear();
        fields.CopyTo(new Span<long>(message, 24));
        _ = XSendEvent(_display, window, 0, 0, message);
        _ = XSync(_display, 0);
    }

    private string NameOf(nuint window)
    {
        byte* name = null;
        if (XFetchName(_display, window, &name) == 0)
        {
            return "";
        }

        string text = Marshal.PtrToStringUTF8((nint)name) ?? "";
        _ = XFree(name);
        return text;
    }

    [UnmanagedCallersOnly]
    private static int IgnoreError(nint display, nint error) => 0;

    [LibraryImport(Library)]
    private static partial nint XSetErrorHandler(delegate* unmanaged<nint, nint, int> handler);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport(Library)]
    private static partial int XCloseDisplay(nint display);

    [LibraryImport(Library)]
    private static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    private static partial int XQueryTree(nint display, nuint window, nuint* root, nuint* parent, nuint** children, uint* count);

    [LibraryImport(Library)]
    private static partial int XFetchName(nint display, nuint window, byte** name);

    [LibraryImport(Library)]
    private static partial int XFree(void* memory);

    [LibraryImport(Library)]
    private static partial int XGetGeometry(
        nint display, nuint window, nuint* root, int* x, int* y, uint* width, uint* height, uint* border, uint* depth);

    [LibraryImport(Library)]
    private static partial nint XGetImage(nint display, nuint window, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library)]
    private static partial nuint XGetPixel(nint image, int x, int y);

    [LibraryImport(Library)]
    private static partial int XDestroyImage(nint image);

    [LibraryImport(Library)]
    private static partial int XResizeWindow(nint display, nuint window, uint width, uint height);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library)]
    private static partial byte XKeysymToKeycode(nint display, nuint keySym);

    [LibraryImport(Library)]
    private static partial int XSendEvent(nint display, nuint window, int propagate, nint mask, void* message);

    [LibraryImport(Library)]
    private static partial int XSync(nint display, int discard);
}
