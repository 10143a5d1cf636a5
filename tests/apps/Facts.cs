using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Apps;

/// <summary>What the figures were taken with.</summary>
internal sealed partial record Facts(string Vmgl, string Renderer, string ForwardedVersion, string Machine, string Server, IReadOnlyList<string> Packages, DateTime When)
{
    /// <summary>The number at the beginning of the forwarded GL_VERSION.</summary>
    public Version Version => Version.TryParse(Number().Match(ForwardedVersion).Value, out Version? version) ? version : new Version(0, 0);

    /// <summary>The renderer's first word, for a file's name.</summary>
    public string ShortRenderer => NotWord().Replace(Renderer.Split(' ')[0].ToLowerInvariant(), "-").Trim('-');

    /// <summary>How many programs wanted to run, on average over a quarter of an hour: on a busy machine rates say little.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[2];

    /// <summary>Asks glxinfo on both sides, and the machine.</summary>
    public static Facts Gather(Stage stage, IReadOnlyList<App> apps)
    {
        ProgramRun native = Info(stage, Side.Native), forwarded = Info(stage, Side.Forwarded);
        string renderer = Line(native, "OpenGL renderer string: "), version = Line(native, "OpenGL version string: ");
        string[] packages = [.. apps.SelectMany(app => app.Packages).Distinct().Order(StringComparer.Ordinal)];
        return new Facts(
            Tools.Run(EndToEnd.Tests.Checkout.StubDaemon, "--version").Trim(),
            $"{renderer}, OpenGL {version}",
            Line(forwarded, "OpenGL version string: "),
            DescribeMachine(),
            $"Xvfb {Stage.Width}×{Stage.Height}",
            [.. packages.Select(VersionOf)],
            DateTime.UtcNow);
    }

    private static ProgramRun Info(Stage stage, Side side) => stage.Run(side, ["glxinfo", "-B"], TimeSpan.FromSeconds(20));

    private static string Line(ProgramRun run, string start)
    {
        string? line = run.Output.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
        return line is null ? throw new InvalidOperationException($"glxinfo, {Programs.Name(run.Side)}: {run.Ending}, and no \"{start}\". {run.Errors}") : line[start.Length..];
    }

    private static string DescribeMachine()
    {
        string? model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        string cores = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        return $"{cores} cores of {model?.Split(':', 2)[1].Trim() ?? "an unnamed processor"}";
    }

    private static string VersionOf(string package)
    {
        try
        {
            return $"{package} {Tools.Run("dpkg-query", "-W", "-f", "${Version}", package)}";
        }
        catch (InvalidOperationException)
        {
            return $"{package} (not installed)";
        }
    }

    [GeneratedRegex(@"^\d+\.\d+")]
    private static partial Regex Number();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();
}
