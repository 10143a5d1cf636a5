using System.Text.RegularExpressions;

namespace Vmgl.Generator;

/// <summary>A piece of a hand-written file: a method, or lines of the spec.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
internal sealed partial record HandWritten(string File, int Line, IReadOnlyList<string> Text)
{
    /// <summary>The method that a pattern declares, in the hand-written C# below a folder; null when there is none.</summary>
    /// <param name="declaration">A regular expression for a part of the line with its name.</param>
    public static HandWritten? FindMethod(string root, string folder, string declaration)
    {
        var wanted = new Regex(declaration);
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            string[] lines = Made().IsMatch(path) ? [] : System.IO.File.ReadAllLines(path);
            int at = Array.FindIndex(lines, line => wanted.IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            if (at >= 0)
            {
                return new HandWritten(Path.GetRelativePath(root, path), at + 1, [.. Method(lines, at)]);
            }
        }

        return null;
    }

    /// <summary>A block that begins at a line: up to the brace of the same depth, or to a blank line.</summary>
    public static IEnumerable<string> Block(string[] lines, int at)
    {
        string indent = Indent(lines[at]);
        for (int i = at; i < lines.Length && lines[i].Trim().Length > 0; i++)
        {
            yield return Outdented(lines[i], indent);
            if (lines[i] == indent + "}")
            {
                yield break;
            }
        }
    }

    /// <summary>A method: its declaration may take several lines, its body braces or an expression that ends with a semicolon.</summary>
    private static IEnumerable<string> Method(string[] lines, int at)
    {
        string indent = Indent(lines[at]);
        bool hasBraces = false;
        for (int i = at; i < lines.Length; i++)
        {
            yield return Outdented(lines[i], indent);
            hasBraces |= lines[i] == indent + "{";
            if (lines[i] == indent + "}" || (!hasBraces && lines[i].EndsWith(';')))
            {
                yield break;
            }
        }
    }

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];

    private static string Outdented(string line, string indent) =>
        line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line;

    [GeneratedRegex(@"/(Generated|obj|bin)/|\.g\.cs$")]
    private static partial Regex Made();
}
