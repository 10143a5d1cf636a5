using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>Lines that fit on a screen.</summary>
public sealed class LineTests
{
    /// <summary>Characters of a line, as .editorconfig has it.</summary>
    private const int MostCharacters = 140;

    /// <summary>A literal of so many characters may make its line longer: cut in pieces it could not be searched for.</summary>
    private const int LongLiteral = 40;

    [Fact]
    public void Editorconfig_HasTheSameLimit() =>
        Assert.Contains($"max_line_length = {MostCharacters}", File.ReadAllLines(Checkout.PathOf(".editorconfig")));

    [Fact]
    public void Lines_AreShortEnough()
    {
        string[] files = [.. new[] { "src", "tests", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Checkout.PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) == ".cs" && !SourceTree.IsGenerated(path))];

        Assert.True(files.Length > 400, $"{files.Length} files");
        Assert.Empty(files.SelectMany(FindLongLines));
    }

    private static IEnumerable<string> FindLongLines(string path)
    {
        string[] lines = File.ReadAllLines(path);
        int[] tooLong = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].Length > MostCharacters)];
        if (tooLong.Length == 0)
        {
            return [];
        }

        HashSet<int> excused = LinesWithLongLiterals(path);
        string file = Path.GetRelativePath(Checkout.Root, path);
        return tooLong.Where(i => !excused.Contains(i)).Select(i => $"{file}:{i + 1}: {lines[i].Length} characters");
    }

    private static HashSet<int> LinesWithLongLiterals(string path)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview));
        IEnumerable<SyntaxNode> literals = tree.GetRoot().DescendantNodes().Where(node => node.Span.Length >= LongLiteral
            && node.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.InterpolatedStringExpression
                or SyntaxKind.Utf8StringLiteralExpression);
        return [.. literals.SelectMany(literal =>
        {
            FileLinePositionSpan span = tree.GetLineSpan(literal.Span);
            return Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
        })];
    }
}
