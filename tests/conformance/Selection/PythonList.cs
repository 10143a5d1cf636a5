using System.Text;

namespace Vmgl.Conformance.Selection;

/// <summary>Reads a Python list (or set) of string literals, the form of command lines in piglit's profiles.</summary>
internal static class PythonList
{
    /// <summary>Returns the strings of <paramref name="literal"/>, in order.</summary>
    /// <exception cref="FormatException">A string is not terminated.</exception>
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

    /// <summary>Reads a string from the opening quote at <paramref name="at"/>, and moves it to the closing quote.</summary>
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

        return at < literal.Length ? text.ToString() : throw new FormatException($"unterminated string in {literal}");
    }
}
