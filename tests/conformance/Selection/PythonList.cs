using System.Text;

namespace Vmgl.Conformance.Selection;

/// <summary>Reads a Python list (or set) of string literals: that is how piglit's profiles keep command lines.</summary>
internal static class PythonList
{
    /// <summary>The strings of <paramref name="literal"/>, in order.</summary>
    /// <exception cref="FormatException">A string does not end.</exception>
    public static List<string> Parse(string literal)
    {
        var items = new List<string>();
        for (int at = 0; at < literal.Length; at++)
        {
            if (literal[at] is '\'' or '"')
            {
                items.Add(ReadString(literal, ref at));
            }
        }

        return items;
    }

    /// <summary>From the opening quote at <paramref name="at"/>; leaves it at the closing one.</summary>
    private static string ReadString(string literal, ref int at)
    {
        char quote = literal[at];
        var text = new StringBuilder();
        for (at++; at < literal.Length && literal[at] != quote; at++)
        {
            if (literal[at] == '\\' && at + 1 < literal.Length)
            {
                at++;
            }

            _ = text.Append(literal[at]);
        }

        return at < literal.Length ? text.ToString() : throw new FormatException($"a string does not end in {literal}");
    }
}
