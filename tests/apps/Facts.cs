using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Apps;

/// <summary>The software and the machine with which the figures were measured.</summary>
internal sealed partial record Facts(string Vmgl, string Renderer, string ForwardedVersion, string Machine, string Server,
    IReadOnlyList<string> Packages, DateTime When)
{
    /// <summary>The number at the beginning of the forwarded GL_VERSION.</summary>
    public Version Version => Version.TryParse(LeadingNumber().Match(ForwardedVersion).Value, out Version? version) ? version
        : new Version(0, 0);

    /// <summary>The renderer's first word, for a file's name.</summary>
    public string ShortRenderer => NotWord().Replace(Renderer.Split(' ')[0].ToLowerInvariant(), "-").Trim('-');

    /// <summary>The load average of the last 15 minutes: on a busy machine, rates mean little.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[2];

    /// <summary>Gathers the facts from glxinfo on both sides, and from the machine.</summary>
    /// <exception cref="InvalidOperationException">glxinfo failed.</exception>
    public static Facts Gather(Stage stage, IReadOnlyList<App> apps)
    {
        ProgramRun native = RunGlxinfo(stage, Side.Native), forwarded = RunGlxinfo(stage, Side.Forwarded);
        string renderer = FindLine(native, "OpenGL renderer string: "), version = FindLine(native, "OpenGL version string: ");
        string[] packages = [.. apps.SelectMany(app => app.Packages).Distinct().Order(StringComparer.Ordinal)];
        return new Facts(
            Tools.RunTool(EndToEnd.Tests.Checkout.StubDaemon, "--version").Trim(),
            $"{renderer}, OpenGL {version}",
            FindLine(forwarded, "OpenGL version string: "),
            DescribeMachine(),
            $"Xvfb {Stage.Width}×{Stage.Height}",
            [.. packages.Select(DescribePackage)],
            DateTime.UtcNow);
    }

    private static ProgramRun RunGlxinfo(Stage stage, Side side) => stage.RunProgram(side, ["glxinfo", "-B"], TimeSpan.FromSeconds(20));

    private static string FindLine(ProgramRun run, string start)
    {
        string? line = run.Output.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
        return line is null
            ? throw new InvalidOperationException($"glxinfo, {Programs.NameOf(run.Side)}: {run.Ending}, without a line \"{start}\". {run.Errors}")
            : line[start.Length..];
    }

    private static string DescribeMachine()
    {
        string? model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        string cores = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        return $"{cores} cores of {model?.Split(':', 2)[1].Trim() ?? "an unnamed processor"}";
    }

    private static string DescribePackage(string package)
    {
        try
        {
            return $"{package} {Tools.RunTool("dpkg-query", "-W", "-f", "${Version}", package)}";
        }
        catch (InvalidOperationException)
        {
            return $"{package} (not installed)";
        }
    }

    [GeneratedRegex(@"^\d+\.\d+")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();
}
