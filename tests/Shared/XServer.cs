using System.Diagnostics;

namespace Vmgl.Tests.Shared;

/// <summary>An Xvfb for one test, on a free display number.</summary>
public sealed class XServer : IDisposable
{
    private const int StartSeconds = 20;
    private readonly Process _process;

    public XServer()
        : this("+extension GLX", "640x480")
    {
    }

    private XServer(string extension, string size)
    {
        var start = new ProcessStartInfo("Xvfb", $"-displayfd 1 -screen 0 {size}x24 {extension} -noreset -nolisten tcp")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("Xvfb cannot be started: is xvfb installed?");
        _process.ErrorDataReceived += (_, _) => { }; // keeps the pipe from filling
        _process.BeginErrorReadLine();
        Task<string?> number = _process.StandardOutput.ReadLineAsync();
        if (!number.Wait(TimeSpan.FromSeconds(StartSeconds)) || string.IsNullOrWhiteSpace(number.Result))
        {
            _process.Kill();
            throw new InvalidOperationException($"Xvfb reported no display within {StartSeconds} s");
        }

        Display = $":{number.Result.Trim()}";
    }

    /// <summary>The display's name in the form of DISPLAY.</summary>
    public string Display { get; }

    /// <summary>Starts a server without GLX, as in a guest.</summary>
    public static XServer WithoutGlx() => new("-extension GLX", "640x480");

    /// <summary>Starts a server without GLX and without MIT-SHM, like an X server on another machine.</summary>
    public static XServer WithoutSharedMemory() => new("-extension GLX -extension MIT-SHM", "640x480");

    /// <summary>Whether the server has exited.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a server with GLX and a screen of this size in pixels, for programs with large windows.</summary>
    public static XServer WithScreen(int width, int height) => new("+extension GLX", $"{width}x{height}");

    /// <summary>Kills the server, like a crash.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
