using System.Diagnostics;

namespace Vmgl.Conformance.Verdicts;

/// <summary>Where a run took place.</summary>
internal static class Machine
{
    /// <summary>VMGL's version.</summary>
    public static string Vmgl => typeof(Machine).Assembly.GetName().Version!.ToString(3);

    /// <summary>As uname says it, without what its builder added.</summary>
    public static string Kernel => First("/proc/sys/kernel/osrelease", "").Split('-')[0];

    /// <summary>As /etc/os-release says it.</summary>
    public static string System => First("/etc/os-release", "PRETTY_NAME=").Trim('"');

    /// <summary>Model and number.</summary>
    public static string Processors => $"{Environment.ProcessorCount} × {First("/proc/cpuinfo", "model name").TrimStart('\t', ':', ' ')}";

    /// <summary>The Debian package's version, or "unknown" where piglit is not from a package.</summary>
    public static string PiglitVersion()
    {
        try
        {
            using Process query = Process.Start(new ProcessStartInfo("dpkg-query", ["-W", "-f", "${Version}", "piglit"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            string version = query.StandardOutput.ReadToEnd().Trim();
            query.WaitForExit();
            return version.Length > 0 ? version : "unknown";
        }
        catch (global::System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }

    private static string First(string file, string start) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line
            ? line[start.Length..].Trim()
            : "unknown";
}
