using System.Runtime.InteropServices;

namespace Vmgl.Stub.Tests;

/// <summary>A window as a guest program makes one: on its own connection to the X server, with the token property.</summary>
internal sealed unsafe partial class GuestWindow : IDisposable
{
    public const int Size = 32;
    private const string Library = "libX11.so.6";
    private const int ZPixmap = 2;
    private const nint Cardinal = 6;

    private readonly nint _display;
    private bool _isAbandoned;

    public GuestWindow(string display, uint[]? token)
    {
        _display = XOpenDisplay(display);
        Assert.NotEqual(0, _display);
        nuint window = XCreateSimpleWindow(_display, XDefaultRootWindow(_display), 0, 0, Size, Size, 0, 0, 0);
        Id = (uint)window;
        if (token is not null)
        {
            nuint[] longs = Array.ConvertAll(token, word => (nuint)word);
            fixed (nuint* data = longs)
            {
                _ = XChangeProperty(_display, window, XInternAtom(_display, "_VMGL_TOKEN", 0), Cardinal, 32, 0, data, longs.Length);
            }
        }

        _ = XMapWindow(_display, window);
        _ = XSync(_display, 0);
    }

    /// <summary>The XID.</summary>
    public uint Id { get; }

    /// <summary>0xRRGGBB of a pixel, as another program would see it.</summary>
    public uint ReadPixel(int x, int y)
    {
        nint image = XGetImage(_display, Id, x, y, 1, 1, nuint.MaxValue, ZPixmap);
        Assert.NotEqual(0, image);
        uint pixel = (uint)XGetPixel(image, 0, 0);
        _ = XDestroyImage(image);
        return pixel & 0xFFFFFF;
    }

    /// <summary>Destroys the window, as a program does that ends in the middle of a frame.</summary>
    public void Vanish()
    {
        _ = XDestroyWindow(_display, Id);
        _ = XSync(_display, 0);
    }

    /// <summary>Takes the window off the screen.</summary>
    public void Unmap()
    {
        _ = XUnmapWindow(_display, Id);
        _ = XSync(_display, 0);
    }

    /// <summary>Puts the window on the screen again.</summary>
    public void Map()
    {
        _ = XMapWindow(_display, Id);
        _ = XSync(_display, 0);
    }

    /// <summary>Its X server is gone: nothing more is said to it, which would end this process.</summary>
    public void Abandon() => _isAbandoned = true;

    public void Dispose() => _ = _isAbandoned ? 0 : XCloseDisplay(_display);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport(Library)]
    private static partial int XCloseDisplay(nint display);

    [LibraryImport(Library)]
    private static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    private static partial nuint XCreateSimpleWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint border, nuint borderPixel, nuint background);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library)]
    private static partial int XChangeProperty(
        nint display, nuint window, nint property, nint type, int format, int mode, void* data, int items);

    [LibraryImport(Library)]
    private static partial int XMapWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial int XUnmapWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial int XDestroyWindow(nint display, nuint window);

    [LibraryImport(Library)]
    private static partial int XSync(nint display, int discard);

    [LibraryImport(Library)]
    private static partial nint XGetImage(
        nint display, nuint drawable, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library)]
    private static partial nuint XGetPixel(nint image, int x, int y);

    [LibraryImport(Library)]
    private static partial int XDestroyImage(nint image);
}
