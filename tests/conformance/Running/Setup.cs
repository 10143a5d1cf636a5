using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Running;

/// <summary>What all workers use.</summary>
/// <param name="Scratch">Where tests may leave files.</param>
/// <param name="Seed">Decides when the host is killed while tests run; null: it is not.</param>
internal sealed record Setup(Piglit Piglit, string Daemon, string GuestLibrary, string Scratch, string? Display, TimeSpan Limit, int? Seed)
{
    /// <summary>Finds what was built.</summary>
    /// <exception cref="SetupException">It was not.</exception>
    public static Setup Create(Piglit piglit, string output, Options options)
    {
        string scratch = Directory.CreateDirectory(Path.Combine(output, "scratch")).FullName;
        return new Setup(piglit, Built("dist/bin/stub-daemon"), Built("dist/lib/vmgl/libGL.so.1"), scratch, options.Display, options.Limit, options.Seed);
    }

    private static string Built(string path)
    {
        string full = Checkout.PathOf(path);
        return File.Exists(full) ? full : throw new SetupException($"{path} is missing: run `make` first");
    }
}

/// <summary>What the host's own OpenGL says of itself.</summary>
internal sealed record HostGl(string Renderer, string Version);
