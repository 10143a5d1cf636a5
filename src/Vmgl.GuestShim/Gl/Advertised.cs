using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>GL's version and extensions as the program sees them: the host's, reduced to those that are implemented here, and to those that
/// the user allows this program. Old programs overflow at long extension lists, and choose a path by what they see.</summary>
internal sealed class Advertised
{
    /// <summary>The newest version to claim, as <c>1.3</c>.</summary>
    public const string VersionVariable = "VMGL_GL_VERSION";

    /// <summary>Extensions, separated by blanks or commas: only these, or all but those that begin with <c>-</c>.</summary>
    public const string ExtensionsVariable = "VMGL_EXTENSIONS";

    private const string ShadersExtension = "GL_ARB_shading_language_100";

    private static readonly char[] s_separators = [' ', ',', '\t', '\n'];

    private readonly Version _newest;
    private readonly HashSet<string> _only;
    private readonly HashSet<string> _without;

    private Advertised(string? version, string? extensions)
    {
        Version ours = Version.Parse(Capabilities.GlVersion.Length == 0 ? "1.0" : Capabilities.GlVersion);
        _newest = ReadVersion(version, ours);
        string[] words = (extensions ?? "").Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        _without = [.. words.Where(w => w[0] == '-').Select(w => w[1..])];
        _only = [.. words.Where(w => w[0] != '-')];
        foreach (string unknown in _only.Concat(_without).Except(Capabilities.GlExtensions))
        {
            Failure.ReportLine($"{ExtensionsVariable}: VMGL does not know the extension {unknown}");
        }
    }

    /// <summary>For this process.</summary>
    public static Advertised Here { get; } = new(
        Environment.GetEnvironmentVariable(VersionVariable), Environment.GetEnvironmentVariable(ExtensionsVariable));

    /// <summary>GL_VERSION for a host whose own is <paramref name="host"/>.</summary>
    public string VersionString(string host)
    {
        Version theirs = host.Split(' ', '.') is [string major, string minor, ..]
            && Version.TryParse($"{major}.{minor}", out Version? parsed)
            ? parsed
            : _newest;
        return $"{(theirs < _newest ? theirs : _newest)} VMGL {typeof(Advertised).Assembly.GetName().Version?.ToString(3)}";
    }

    /// <summary>The newest version to claim.</summary>
    public Version Newest => _newest;

    /// <summary>Whether there is a shading language: in GL 2.0, or by ARB_shading_language_100.</summary>
    public bool HasShaders => _newest >= new Version(2, 0)
        || (Capabilities.GlExtensions.Contains(ShadersExtension) && IsAllowed(ShadersExtension));

    /// <summary>GL_SHADING_LANGUAGE_VERSION for a host whose own is <paramref name="host"/>: that of the GL version claimed.</summary>
    public string ShadingLanguage(string host)
    {
        string ours = _newest >= new Version(2, 1) ? "1.20" : "1.10";
        return Version.TryParse(host.Split(' ')[0], out Version? theirs) && theirs < Version.Parse(ours) ? host : ours;
    }

    /// <summary>GL_EXTENSIONS for a host whose own are <paramref name="host"/>, each with a blank behind it.</summary>
    public string FilterExtensions(string host) =>
        string.Concat(host.Split(' ').Intersect(Capabilities.GlExtensions).Where(IsAllowed).Select(e => e + " "));

    private bool IsAllowed(string extension) => !_without.Contains(extension) && (_only.Count == 0 || _only.Contains(extension));

    private static Version ReadVersion(string? wanted, Version ours)
    {
        if (string.IsNullOrEmpty(wanted))
        {
            return ours;
        }

        if (!Version.TryParse(wanted, out Version? version) || version.Major < 1)
        {
            Failure.ReportLine($"{VersionVariable}={wanted} is not a GL version; write it as 1.3");
            return ours;
        }

        if (version > ours)
        {
            Failure.ReportLine($"{VersionVariable}={wanted}: VMGL has GL {ours}");
        }

        return version > ours ? ours : version;
    }
}
