using System.Net.Sockets;
using Vmgl.Wire;
using Vmgl.Wire.Glx;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Worker;

/// <summary>Swallows everything.</summary>
internal sealed class NullBackend : IHostBackend
{
    public string Description => "null renderer";

    public string GlxExtensions => "";

    public nint GetProcAddress(string name) => 0;

    public HostConfigs ReadConfigs(int screen) => new([], [], [], []);

    public uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes) => [];

    public uint ChooseVisual(int screen, ReadOnlySpan<int> attributes) => 0;

    public AttachStatus AttachWindow(uint drawable, ReadOnlySpan<uint> token) => AttachStatus.Attached;

    public void ForgetDrawable(uint drawable) { }

    public bool CreateContext(ContextRequest request) => true;

    public void DestroyContext(uint context) { }

    public bool MakeCurrent(uint context, uint draw, uint read) => true;

    public void SwapBuffers(uint drawable) { }

    public void SetSwapInterval(uint drawable, int interval) { }

    public void CopyContext(uint source, uint destination, uint mask) { }

    public void WaitForDisplay() { }

    public void Dispose() { }
}

/// <summary>The GL of an X display.</summary>
internal static class GlxBackend
{
    public static IHostBackend Open(string display) =>
        throw new BackendException($"no X display {display}: this build cannot open one; --renderer null draws nothing");
}

/// <summary>Serves one guest.</summary>
internal static class Session
{
    /// <summary>Welcomes the guest and reads until it leaves. Returns the exit status.</summary>
    public static int Run(Socket connection, Hello hello, IHostBackend backend, Log log)
    {
        _ = connection.Send(Answer.Welcome(backend.Description).Encode());
        byte[] dropped = new byte[Limits.BatchBytes];
        while (connection.Receive(dropped) > 0)
        {
        }

        log.Line($"{hello.ProgramName} left");
        return 0;
    }
}
