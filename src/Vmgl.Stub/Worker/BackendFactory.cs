using Vmgl.Stub.Backends.Egl;
using Vmgl.Stub.Backends.Glx;
using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Worker;

/// <summary>Chooses what draws.</summary>
internal static class BackendFactory
{
    /// <summary>Opens the renderer that <paramref name="options"/> ask for, on the calling thread, which stays its GL thread.</summary>
    /// <exception cref="BackendException">It cannot be opened.</exception>
    public static IHostBackend OpenBackend(Options options) => options.Renderer switch
    {
        Renderer.Null => new NullBackend(),
        _ when options.Headless => EglBackend.Open(options.Gpu ?? 0),
        _ => GlxBackend.Open(options.Display),
    };
}
