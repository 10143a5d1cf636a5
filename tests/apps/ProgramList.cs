using System.Globalization;
using System.Text;

namespace Vmgl.Apps;

/// <summary>Reads programs.list.</summary>
internal static class ProgramList
{
    public static IReadOnlyList<App> Read(string path) => Parse(File.ReadAllLines(path));

    /// <exception cref="FormatException">A line is wrong; the message contains its number.</exception>
    public static IReadOnlyList<App> Parse(IReadOnlyList<string> lines)
    {
        var apps = new List<App>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (IsEmpty(lines[i]))
            {
                continue;
            }

            int head = i;
            var command = new List<string>();
            while (i + 1 < lines.Count && lines[i + 1].StartsWith(' '))
            {
                command.AddRange(SplitWords(lines[++i]));
            }

            App app = ParseAtLine(head + 1, () => ParseHead(lines[head], command));
            apps.Add(apps.Exists(other => other.Name == app.Name) ? throw ErrorAtLine(head + 1, $"{app.Name} is listed twice") : app);
        }

        return apps;
    }

    /// <summary>Splits a line at blanks, except inside single and double quotes.</summary>
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IReadOnlyList<string> SplitWords(string line)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char quote = '\0';
        foreach (char c in line)
        {
            if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
                word ??= new();
            }
            else if (quote != '\0' || !char.IsWhiteSpace(c))
            {
                _ = (word ??= new()).Append(c);
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        if (word is not null)
        {
            words.Add(word.ToString());
        }

        return quote == '\0' ? words : throw new FormatException($"unclosed {quote}");
    }

    private static bool IsEmpty(string line) => string.IsNullOrWhiteSpace(line) || line.StartsWith('#');

    private static App ParseHead(string line, List<string> command)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || command.Count == 0 || line.StartsWith(' '))
        {
            throw new FormatException("expected: name kind seconds, and an indented command below");
        }

        if (!char.IsLetter(words[1][0]) || !Enum.TryParse(words[1], ignoreCase: true, out Kind kind))
        {
            throw new FormatException($"unknown kind \"{words[1]}\"");
        }

        var app = new App(words[0], kind, ParseNumber(words[2]), command);
        return words.Skip(3).Aggregate(app, ApplyWord);
    }

    private static App ApplyWord(App app, string word) => word.Split('=', 2) switch
    {
        ["packages", string value] => app with { Packages = value.Split(',') },
        ["process", string value] => app with { Process = value },
        ["needs", string value] when Version.TryParse(value, out Version? version) => app with { Needs = version },
        ["short", string value] => app with { Short = ParseNumber(value) },
        ["frames", string value] => app with { Frames = ParseNumber(value) },
        ["messages", string value] => app with { Messages = ParseNumber(value) },
        ["extra", "yes"] => app with { Extra = true },
        _ => throw new FormatException($"unknown or malformed word \"{word}\""),
    };

    private static int ParseNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : throw new FormatException($"\"{text}\" is not a number");

    private static App ParseAtLine(int line, Func<App> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException e)
        {
            throw ErrorAtLine(line, e.Message);
        }
    }

    private static FormatException ErrorAtLine(int line, string what) => new($"programs.list:{line}: {what}");
}
