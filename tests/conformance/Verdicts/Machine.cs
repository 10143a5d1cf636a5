using System.Diagnostics;

namespace Vmgl.Conformance.Verdicts;

/// <summary>The machine of a run, and its software.</summary>
internal static class Machine
{
    /// <summary>VMGL's version.</summary>
    public static string Vmgl => typeof(Machine).Assembly.GetName().Version!.ToString(3);

    /// <summary>The kernel's version, without the distribution's suffix.</summary>
    public static string Kernel => FindValue("/proc/sys/kernel/osrelease", "").Split('-')[0];

    /// <summary>The system's name in /etc/os-release.</summary>
    public static string System => FindValue("/etc/os-release", "PRETTY_NAME=").Trim('"');

    /// <summary>Number and model of the processors.</summary>
    public static string Processors => $"{Environment.ProcessorCount} × {FindValue("/proc/cpuinfo", "model name").TrimStart('\t', ':', ' ')}";

    /// <summary>The version of piglit's Debian package, or "unknown" if piglit is not from a package.</summary>
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

    private static string FindValue(string file, string start) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line
            ? line[start.Length..].Trim()
            : "unknown";
}
