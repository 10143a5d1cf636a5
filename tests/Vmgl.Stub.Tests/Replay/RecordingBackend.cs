using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>A host that writes down what it is asked, and refuses the contexts it is told to.</summary>
internal sealed class RecordingBackend : IHostBackend
{
    /// <summary>One line a call.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Contexts that cannot be created or made current.</summary>
    public HashSet<uint> Refused { get; } = [];

    public string Description => "recording";

    public string GlxExtensions => "GLX_one GLX_two";

    public Refusal? Refusal { get; set; }

    public ISurfaces Surfaces { get; init; } = new NoSurfaces();

    public nint GetProcAddress(string name) => 0;

    public HostConfigs ReadConfigs(int screen) => NullConfigs.BuildTable();

    public uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes) => Say($"choose configs {List(attributes)}", new uint[] { 7, 8 });

    public uint ChooseVisual(int screen, ReadOnlySpan<int> attributes) => Say($"choose visual {List(attributes)}", 9u);

    public AttachStatus AttachWindow(uint drawable, ReadOnlySpan<uint> token) =>
        Say($"attach {drawable} {string.Join('-', token.ToArray())}", AttachStatus.OtherServer);

    public (uint Width, uint Height)? CreatePbuffer(uint drawable, int screen, uint config, ReadOnlySpan<int> attributes) =>
        Say($"pbuffer {drawable}", (1u, 2u));

    public bool CreateHostWindow(uint drawable, int screen, uint config, uint width, uint height, string title) =>
        Say($"host window {drawable} {width} {height} {title}", true);

    public bool ResizeHostWindow(uint drawable, uint width, uint height) => Say($"resize {drawable} {width} {height}", true);

    public uint TakeClosedWindow() => 0;

    public bool CreateWindow(uint drawable, int screen, uint config, uint window) => true;

    public (uint Width, uint Height)? CreatePixmap(uint drawable, int screen, uint visual, uint config, uint pixmap) =>
        Say($"pixmap {drawable}", (1u, 2u));

    public void ForgetDrawable(uint drawable) => Said.Add($"forget {drawable}");

    public bool CreateContext(ContextRequest request) => Say($"create {request.Context}", !Refused.Contains(request.Context));

    public void DestroyContext(uint context) => Said.Add($"destroy {context}");

    public bool MakeCurrent(uint context, uint draw, uint read) => Say($"current {context} {draw} {read}", !Refused.Contains(context));

    public void SwapBuffers(uint drawable) => Said.Add($"swap {drawable}");

    public void SetSwapInterval(uint drawable, int interval) => Said.Add($"interval {drawable} {interval}");

    public void CopyContext(uint source, uint destination, uint mask) => Said.Add($"copy {source} {destination} {mask}");

    public void WaitForDisplay() => Said.Add("wait");

    public void Dispose()
    {
    }

    private static string List(ReadOnlySpan<int> attributes) => string.Join(' ', attributes.ToArray());

    private T Say<T>(string line, T answer)
    {
        Said.Add(line);
        return answer;
    }
}
