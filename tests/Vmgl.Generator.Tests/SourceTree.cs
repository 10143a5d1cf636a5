using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>The hand-written C# below src/, parsed.</summary>
internal static partial class SourceTree
{
    /// <summary>A file's path, relative to the repository's root, and its syntax tree.</summary>
    public static IReadOnlyList<(string Path, CompilationUnitSyntax Root)> Files { get; } = [.. Directory
        .EnumerateFiles(Checkout.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Checkout.Root, path))
        .Where(path => !IsGenerated(path))
        .Order(StringComparer.Ordinal)
        .Select(path => (path, Parse(path)))];

    /// <summary>Every type declaration that is not nested in another one, with its file.</summary>
    public static IEnumerable<(string Path, BaseTypeDeclarationSyntax Type)> Types => Files.SelectMany(
        file => file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is not TypeDeclarationSyntax)
        .Select(type => (file.Path, type)));

    /// <summary>The lines that a declaration takes up, its documentation included.</summary>
    public static int Lines(SyntaxNode declaration) =>
        declaration.GetText().Lines.Count - (declaration.GetText().Lines[^1].Span.IsEmpty ? 1 : 0);

    /// <summary>Whether a file is made by the generator or by a build.</summary>
    public static bool IsGenerated(string path) => Generated().IsMatch(path);

    /// <summary>A type's name with its namespace.</summary>
    public static string FullName(BaseTypeDeclarationSyntax type) =>
        $"{type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name}.{type.Identifier.Text}";

    private static CompilationUnitSyntax Parse(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Checkout.PathOf(path)), new CSharpParseOptions(LanguageVersion.Preview))
            .GetCompilationUnitRoot();

    [GeneratedRegex(@"/([Gg]enerated|obj|bin)/|\.g\.\w+$")]
    private static partial Regex Generated();
}
