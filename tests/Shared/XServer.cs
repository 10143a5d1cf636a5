using System.Diagnostics;

namespace Vmgl.Tests.Shared;

/// <summary>An Xvfb of this test's own, on a display number that it chose itself.</summary>
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
        _process = Process.Start(start) ?? throw new InvalidOperationException("Xvfb does not start: is xvfb installed?");
        _process.ErrorDataReceived += (_, _) => { }; // keeps the pipe from filling
        _process.BeginErrorReadLine();
        Task<string?> number = _process.StandardOutput.ReadLineAsync();
        if (!number.Wait(TimeSpan.FromSeconds(StartSeconds)) || string.IsNullOrWhiteSpace(number.Result))
        {
            _process.Kill();
            throw new InvalidOperationException($"Xvfb named no display within {StartSeconds} s");
        }

        Display = $":{number.Result.Trim()}";
    }

    /// <summary>As DISPLAY wants it.</summary>
    public string Display { get; }

    /// <summary>A server that cannot draw by itself, as in a guest.</summary>
    public static XServer WithoutGlx() => new("-extension GLX", "640x480");

    /// <summary>One that shares no memory either, as an X server on another machine.</summary>
    public static XServer WithoutSharedMemory() => new("-extension GLX -extension MIT-SHM", "640x480");

    /// <summary>Whether the server has ended by itself.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>A server with GLX whose screen has this size, for programs with large windows.</summary>
    public static XServer WithScreen(int width, int height) => new("+extension GLX", $"{width}x{height}");

    /// <summary>Ends the server now, as a crash would.</summary>
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
