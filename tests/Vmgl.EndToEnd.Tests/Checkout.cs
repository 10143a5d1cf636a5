namespace Vmgl.EndToEnd.Tests;

/// <summary>Where things lie in this checkout. What has to be built first says how when it is missing.</summary>
internal static class Checkout
{
    /// <summary>The folder of Vmgl.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string StubDaemon => Need("dist/bin/stub-daemon", "make");

    public static string Tool => Need("dist/bin/vmgl", "make");

    public static string GuestLibrary => Need("dist/lib/vmgl/libGL.so", "make");

    /// <summary>The tool for running programs; sr_daemon is the same by another name.</summary>
    public static string Vmgl => Need("dist/bin/vmgl", "make");

    public static string SrDaemon => Need("dist/bin/sr_daemon", "make");

    public static string Scene => Need("out/scenes/scene", "make -C tests/scenes");

    /// <summary>The GL clients that are written in C#.</summary>
    public static string Clients => Need("tests/clients/bin/Debug/net10.0/vmgl-clients", "dotnet build tests/clients");

    private static string Need(string path, string command)
    {
        string full = Path.Combine(Root, path);
        return File.Exists(full) ? full : throw new FileNotFoundException($"{path} is missing: run `{command}` first");
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Vmgl.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"no Vmgl.sln above {AppContext.BaseDirectory}");
    }
}
