using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Running;

/// <summary>The setup that all workers share.</summary>
/// <param name="Scratch">The working folder of tests, for files that they write.</param>
/// <param name="Limit">The time after which a test is killed.</param>
/// <param name="Seed">The seed that determines when the host's workers are killed; null if they are not.</param>
internal sealed record Setup(Piglit Piglit, string Daemon, string GuestLibrary, string Scratch, string? Display, TimeSpan Limit, int? Seed)
{
    /// <summary>Creates the setup with the programs that were built.</summary>
    /// <exception cref="SetupException">A program was not built.</exception>
    public static Setup Create(Piglit piglit, string output, Options options)
    {
        string scratch = Directory.CreateDirectory(Path.Combine(output, "scratch")).FullName;
        return new Setup(piglit, RequireBuilt("dist/bin/stub-daemon"), RequireBuilt("dist/lib/vmgl/libGL.so.1"), scratch, options.Display,
            options.Limit, options.Seed);
    }

    private static string RequireBuilt(string path)
    {
        string full = Checkout.PathOf(path);
        return File.Exists(full) ? full : throw new SetupException($"{path} is missing: run `make` first");
    }
}

/// <summary>The renderer and version strings of the host's own OpenGL.</summary>
internal sealed record HostGl(string Renderer, string Version);
