using System.Diagnostics;
using System.Globalization;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A VNC viewer as people use it, on a screen of its own that is photographed, with hands on its mouse and keyboard.</summary>
internal sealed class VncViewer : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private readonly XServer _screen = XServer.WithScreen(800, 600);
    private readonly string _folder = Directory.CreateTempSubdirectory("vmgl-viewer-").FullName;
    private readonly Dictionary<string, string> _environment;
    private readonly Background _viewer;

    /// <summary>Connects to a VNC server.</summary>
    /// <param name="on">What a command line begins with to run where the viewer is.</param>
    public VncViewer(string server, int port, IReadOnlyList<string> on)
    {
        _environment = new() { ["DISPLAY"] = _screen.Display, ["HOME"] = _folder, ["LC_ALL"] = "C" };
        // Every pixel as it is: no JPEG, full colours. No tip about the menu key above the picture.
        _viewer = Background.Start(
            [
                .. on, "xtigervncviewer", "-SecurityTypes=None", "-PreferredEncoding=ZRLE", "-AutoSelect=0", "-NoJPEG=1", "-FullColor=1",
                "-RemoteResize=0", "-MenuKey=", "-AlertOnFatalError=0", $"{server}::{port}",
            ],
            _environment);
    }

    /// <summary>Fails the test unless the viewer comes to show a picture in the upper left of the remote desktop.</summary>
    public void AssertShows(Picture picture)
    {
        var clock = Stopwatch.StartNew();
        string? difference;
        do
        {
            difference = Look(picture);
        }
        while (difference is not null && clock.Elapsed < s_limit);

        Assert.True(difference is null, $"{difference}\nThe viewer: {_viewer}");
    }

    /// <summary>Clicks on a place of the remote desktop.</summary>
    public void Click(int x, int y)
    {
        (int left, int top) = Place() ?? throw new InvalidOperationException("the viewer has no window");
        XDoTool("mousemove", $"{left + x}", $"{top + y}");
        XDoTool("click", "1");
    }

    /// <summary>Types a key. A desktop's window manager would have given the viewer the keyboard.</summary>
    public void Type(string key)
    {
        XDoTool("windowfocus", "--sync", Window() ?? throw new InvalidOperationException("the viewer has no window"));
        XDoTool("key", key);
    }

    public void Dispose()
    {
        _viewer.Dispose();
        _screen.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Null when it shows the picture; otherwise how what it shows differs.</summary>
    private string? Look(Picture picture)
    {
        if (Place() is not (int left, int top))
        {
            return "the viewer has no window";
        }

        string path = Path.Combine(_folder, "screen.ppm");
        _ = Background.Run(["import", "-window", "root", "-depth", "8", path], _environment);
        return Picture.Read(path).Cut(left, top, picture.Width, picture.Height).DifferenceFrom(picture);
    }

    private (int Left, int Top)? Place()
    {
        if (Window() is not string window)
        {
            return null;
        }

        Dictionary<string, string> words = XDoTool("getwindowgeometry", "--shell", window).Split('\n')
            .Select(line => line.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return (int.Parse(words["X"], CultureInfo.InvariantCulture), int.Parse(words["Y"], CultureInfo.InvariantCulture));
    }

    /// <summary>The window of the remote desktop; null while there is none.</summary>
    private string? Window()
    {
        try
        {
            return XDoTool("search", "--onlyvisible", "--name", "TigerVNC").Split('\n')[^1];
        }
        catch (InvalidOperationException)
        {
            return null; // xdotool fails when it finds nothing
        }
    }

    private string XDoTool(params string[] arguments) => Background.Run(["xdotool", .. arguments], _environment);
}
