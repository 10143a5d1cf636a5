using System.Text.RegularExpressions;
using System.Xml.Linq;
using Vmgl.Generator.Model;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>The rooms of the house: which may know which, and where names of GL's functions may stand.</summary>
public sealed partial class HouseTests
{
    /// <summary>Names in one hand-written file from which on it is a list of its own.</summary>
    private const int List = 5;

    /// <summary>Which rooms each room may refer to.</summary>
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["Vmgl.Wire"] = [],
        ["Vmgl.Link"] = ["Vmgl.Wire"],
        ["Vmgl.Generator"] = [],
        ["Vmgl.SuspendResume"] = ["Vmgl.Wire"],
        ["Vmgl.GuestShim"] = ["Vmgl.Wire", "Vmgl.Link", "Vmgl.SuspendResume"],
        ["Vmgl.Stub"] = ["Vmgl.Wire", "Vmgl.Link"],
        ["Vmgl.Cli"] = ["Vmgl.Wire", "Vmgl.Link", "Vmgl.SuspendResume"],
    };

    /// <summary>Hand-written files that name many GL functions, each with its reason.</summary>
    private static readonly Dictionary<string, string> s_lists = new()
    {
        ["src/Vmgl.Stub/Backends/Egl/EglEntryPoints.cs"] = "what a drawable's buffers mean to: EGL's pbuffers have one colour buffer and no accumulation",
        ["src/Vmgl.Stub/Backends/Egl/EglGl.cs"] = "what the back end itself calls of the host's GL",
        ["src/Vmgl.Stub/Backends/Glx/GlxLibrary.cs"] = "what the worker itself calls of the host's libGL",
    };

    [Fact]
    public void Projects_ReferToWhatTheyMay() => Assert.All(
        Directory.EnumerateFiles(Checkout.PathOf("src"), "*.csproj", SearchOption.AllDirectories),
        project => Assert.Empty(References(project).Except(s_arrows[Path.GetFileNameWithoutExtension(project)])));

    [Fact]
    public void Projects_AllHaveTheirArrows() => Assert.Equal(
        s_arrows.Keys.Order(),
        Directory.EnumerateFiles(Checkout.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Fact]
    public void NamesOfGl_AreListedNowhereButInTheSpec()
    {
        HashSet<string> known = [.. Loaded.ReadTree(Checkout.Root).Commands.Where(c => !c.IsOwn).SelectMany(c => c.Also.Prepend(c.Name))];
        Dictionary<string, int> named = HandWritten().ToDictionary(file => file, file => Named(file, known));

        Assert.Equal(s_lists.Keys, named.Where(file => file.Value >= List).Select(file => file.Key));
        Assert.True(named.Count > 100, $"{named.Count} files");
    }

    private static IEnumerable<string> References(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> HandWritten() => new[] { "src", "native", "scripts" }
        .SelectMany(folder => Directory.EnumerateFiles(Checkout.PathOf(folder), "*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Checkout.Root, path))
        .Where(path => Path.GetExtension(path) is ".c" or ".h" or ".cs" or ".sh" && !Made().IsMatch(path))
        .Order(StringComparer.Ordinal);

    /// <summary>How many different functions a file's code names; comments may name any.</summary>
    private static int Named(string file, HashSet<string> known) =>
        Name().Matches(Comment().Replace(File.ReadAllText(Checkout.PathOf(file)), "")).Select(match => match.Value).Where(known.Contains)
            .Distinct().Count();

    [GeneratedRegex(@"/(Generated|generated|obj|bin)/|\.g\.")]
    private static partial Regex Made();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bgl[A-Z]\w*")]
    private static partial Regex Name();
}
