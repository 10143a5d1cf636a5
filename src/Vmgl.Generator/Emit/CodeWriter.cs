using System.Text;

namespace Vmgl.Generator.Emit;

/// <summary>Text with indentation. Blocks are C's and C#'s.</summary>
public sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One line, or several separated by line feeds, at the current depth.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            _text.Append(line.Length == 0 ? "" : new string(' ', _depth * 4)).Append(line).Append('\n');
        }
    }

    /// <summary>A block in braces below <paramref name="head"/>.</summary>
    public void Block(string head, Action body, string close = "}")
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line(close);
    }

    public override string ToString() => _text.ToString();
}
