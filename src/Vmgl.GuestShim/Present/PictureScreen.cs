using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>Our own connection to an X server that the program draws on, and the windows there.</summary>
internal sealed unsafe class PictureScreen(Xcb server)
{
    private const byte Expose = 12;
    private const byte VisibilityNotify = 15;
    private const byte DestroyNotify = 17;
    private const byte UnmapNotify = 18;
    private const byte MapNotify = 19;
    private const byte ConfigureNotify = 22;
    private const byte FullyObscured = 2;
    private const int Viewable = 2;

    private readonly List<PictureWindow> _windows = [];

    public Xcb Server => server;

    /// <summary>Makes a window known, and asks for its events.</summary>
    public void AddWindow(PictureWindow window)
    {
        lock (_windows)
        {
            _windows.Add(window);
        }

        server.SelectEvents(window.Window, Xcb.WindowEvents);
        window.NoteMapped(server.GetMapState(window.Window) is null or Viewable); // pixmaps have none
    }

    public void RemoveWindow(PictureWindow window)
    {
        lock (_windows)
        {
            _windows.Remove(window);
        }
    }

    /// <summary>Takes all events that have come.</summary>
    public void DrainEvents()
    {
        lock (_windows)
        {
            for (XcbEvent* e = server.PollEvent(); e is not null; e = server.PollEvent())
            {
                HandleEvent(e);
                NativeMemory.Free(e);
            }

            if (server.IsBroken)
            {
                _windows.ForEach(window => window.NoteSize(null));
            }
        }
    }

    private void HandleEvent(XcbEvent* e)
    {
        byte type = (byte)(e->Type & 0x7F);
        uint id = type is VisibilityNotify or Expose ? e->FirstWindow : e->Window;
        foreach (PictureWindow window in _windows)
        {
            if (window.Window == id)
            {
                HandleEvent(window, type, e);
            }
        }
    }

    private static void HandleEvent(PictureWindow window, byte type, XcbEvent* e)
    {
        switch (type)
        {
            case Expose: window.NoteExposed(new PictureArea(e->ExposedX, e->ExposedY, e->ExposedWidth, e->ExposedHeight)); break;
            case VisibilityNotify: window.NoteObscured(e->Visibility == FullyObscured); break;
            case ConfigureNotify: window.NoteSize((e->Width, e->Height)); break;
            case MapNotify: window.NoteMapped(true); break;
            case UnmapNotify: window.NoteMapped(false); break;
            case DestroyNotify: window.NoteSize(null); break;
            default: break;
        }
    }
}
