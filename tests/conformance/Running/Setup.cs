using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Running;

/// <summary>What all workers use.</summary>
/// <param name="Scratch">Where tests may leave files.</param>
internal sealed record Setup(Piglit Piglit, string Daemon, string GuestLibrary, string Scratch, string? Display, TimeSpan Limit)
{
    /// <summary>Finds what was built.</summary>
    /// <exception cref="SetupException">It was not.</exception>
    public static Setup Create(Piglit piglit, string output, string? display, TimeSpan limit)
    {
        string scratch = Directory.CreateDirectory(Path.Combine(output, "scratch")).FullName;
        return new Setup(piglit, Built("dist/bin/stub-daemon"), Built("dist/lib/vmgl/libGL.so.1"), scratch, display, limit);
    }

    private static string Built(string path)
    {
        string full = Checkout.PathOf(path);
        return File.Exists(full) ? full : throw new SetupException($"{path} is missing: run `make` first");
    }
}

/// <summary>What the host's own OpenGL says of itself.</summary>
internal sealed record HostGl(string Renderer, string Version);
