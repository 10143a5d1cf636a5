using System.Text.RegularExpressions;

namespace Vmgl.Generator.Tests;

/// <summary>The documents name files, folders and make targets; those must exist.</summary>
public sealed partial class ArchitectureDocumentTests
{
    private static readonly string s_root = FindRoot();

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Document_PathsItNames_Exist(string document)
    {
        string[] paths = [.. PathsIn(Read(document))];
        Assert.True(paths.Length > 10, $"{document} names only {paths.Length} paths: is the pattern still right?");
        Assert.DoesNotContain(paths, path => !Path.Exists(Path.Combine(s_root, path)));
    }

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("README.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/PROTOCOL.md")]
    [InlineData("docs/SUSPEND.md")]
    [InlineData("docs/SNAPSHOT.md")]
    [InlineData("docs/xen.md")]
    [InlineData("docs/criu.md")]
    public void Document_LinksToFiles_LeadSomewhere(string document)
    {
        string folder = Path.GetDirectoryName(Path.Combine(s_root, document))!;
        IEnumerable<string> links = Link().Matches(Read(document)).Select(m => m.Groups[1].Value);
        Assert.DoesNotContain(links, link => !Path.Exists(Path.Combine(folder, link)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Document_MakeTargetsItNames_AreInTheMakefile(string document)
    {
        HashSet<string> targets = [.. Target().Matches(Read("Makefile")).SelectMany(m => m.Groups[1].Value.Split(' '))];
        string[] named = [.. Make().Matches(Read(document)).Select(m => m.Groups[1].Value).Distinct()];
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !targets.Contains(name));
    }

    /// <summary>Words that begin with a folder of the repository, without what follows a colon (line numbers).</summary>
    private static IEnumerable<string> PathsIn(string text) =>
        PathLike().Matches(text).Select(m => m.Value.TrimEnd('.', '/')).Distinct();

    private static string Read(string document) => File.ReadAllText(Path.Combine(s_root, document));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Vmgl.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"no Vmgl.sln above {AppContext.BaseDirectory}");
    }

    [GeneratedRegex(@"(?<![\w./-])(?:spec|native|src|tests|bench|docs|scripts)/[\w./-]*")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)\)")]
    private static partial Regex Link();

    /// <summary>"make" as a command: in a code span, or where an indented line begins, also behind "&amp;&amp;" and sudo.</summary>
    [GeneratedRegex(@"(?:`|^    (?:.*&& )?(?:sudo )?|&& )make ([a-z][a-z-]*)", RegexOptions.Multiline)]
    private static partial Regex Make();

    [GeneratedRegex(@"^([a-z][a-z -]*):(?!=)", RegexOptions.Multiline)]
    private static partial Regex Target();
}
