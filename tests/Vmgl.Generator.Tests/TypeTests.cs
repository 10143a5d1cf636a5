using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vmgl.Generator.Tests;

/// <summary>Types that one person can hold in mind, and methods that say what they do.</summary>
public sealed partial class TypeTests
{
    /// <summary>Lines of a type, all its hand-written partials together. A partial is for generated code, not for cutting a
    /// class.</summary>
    private const int MostLines = 500;

    /// <summary>Methods in a hundred whose name is a single word: where the type's name completes it, as in <c>Reader.Read</c>.</summary>
    private const double MostOneWordNames = 30;

    /// <summary>Types that are larger, with their lines at most. None may be added.</summary>
    private static readonly Dictionary<string, int> s_large = new()
    {
        ["Vmgl.GuestShim.Glx.GlxCommands"] = 900,
    };

    [Fact]
    public void Types_HaveFewEnoughLines()
    {
        Dictionary<string, int> large = SourceTree.Types.GroupBy(type => SourceTree.FullName(type.Type), type =>
            SourceTree.Lines(type.Type))
            .Select(type => (type.Key, Lines: type.Sum())).Where(type => type.Lines > MostLines)
                .ToDictionary(type => type.Key, type => type.Lines);

        Assert.Empty(large.Where(type => type.Value > s_large.GetValueOrDefault(type.Key))
            .Select(type => $"{type.Key}: {type.Value} lines"));
        Assert.Empty(s_large.Keys.Except(large.Keys).Select(name => $"{name} has become small: take it off the list"));
    }

    [Fact]
    public void Methods_AreMostlyNamedByMoreThanOneWord()
    {
        List<string> names = [.. SourceTree.Files.SelectMany(file => file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            // Named elsewhere: by a base class, by GL
            .Where(method => !method.Modifiers.Any(modifier => modifier.Text is "override" or "partial"))
            .Select(method => method.Identifier.Text)];
        List<string> oneWord = [.. names.Where(name => Word().Count(name) <= 1)];
        double share = 100.0 * oneWord.Count / names.Count;

        Assert.True(names.Count > 1000, $"{names.Count} methods");
        Assert.True(
            share < MostOneWordNames,
            $"{share:F1} % of {names.Count} methods; most often: {string.Join(", ", oneWord.GroupBy(name => name).OrderByDescending(name => name.Count()).Take(60).Select(name => $"{name.Key} {name.Count()}"))}");
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]*")]
    private static partial Regex Word();
}
