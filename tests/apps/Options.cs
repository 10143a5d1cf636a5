using System.Globalization;

namespace Vmgl.Apps;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string Help = """
        apps [--short] [--only NAME,...] [--rounds N] [--record] [--list]

          --short        the entries of programs.list that say so, for a few seconds each; with --only: one round of each
          --only NAMES   these programs; a name also means those that begin with it and a hyphen
          --rounds N     how often native and forwarded runs alternate, 3 if not given
          --record       writes a summary below tests/apps/results; the whole list only
          --list         says what there is, and runs nothing

        Exit status: 0 all the same, 1 something differs or is missing, 2 the command line is wrong, 3 forwarding is not proved.
        """;

    public bool Short { get; init; }

    public bool Record { get; init; }

    public bool List { get; init; }

    public bool Helps { get; init; }

    public int Rounds { get; init; } = 3;

    public IReadOnlyList<string> Only { get; init; } = [];

    /// <exception cref="FormatException">The message is for the user.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (int i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--short" => options with { Short = true, Rounds = 1 },
                "--record" => options with { Record = true },
                "--list" => options with { List = true },
                "--help" or "-h" => options with { Helps = true },
                "--only" => options with { Only = Value(arguments, ++i).Split(',', StringSplitOptions.RemoveEmptyEntries) },
                "--rounds" => options with { Rounds = Count(Value(arguments, ++i)) },
                string other => throw new FormatException($"\"{other}\" means nothing; --help says what does"),
            };
        }

        return options.Record && (options.Short || options.Only.Count > 0)
            ? throw new FormatException("--record is for runs of the whole list") : options;
    }

    /// <summary>What is to run of a list.</summary>
    /// <exception cref="FormatException">A name is of no program.</exception>
    public IReadOnlyList<App> Select(IReadOnlyList<App> apps)
    {
        string? unknown = Only.FirstOrDefault(name => !apps.Any(app => app.IsMeant([name])));
        if (unknown is not null)
        {
            throw new FormatException($"no program \"{unknown}\"; --list says which there are");
        }

        return Only.Count > 0 ? [.. apps.Where(app => app.IsMeant(Only)).Select(Shorten)]
            : Short ? [.. apps.Where(app => app.Short is not null).Select(Shorten)]
            : [.. apps.Where(app => !app.Extra)];
    }

    private App Shorten(App app) => !Short ? app : app with
    {
        Seconds = app.Short ?? app.Seconds,
        Messages = app.Messages is 0 or > ShortMessages ? ShortMessages : app.Messages,
    };

    private const int ShortMessages = 400;

    private static string Value(IReadOnlyList<string> arguments, int at) =>
        at < arguments.Count ? arguments[at] : throw new FormatException($"{arguments[at - 1]} needs a value");

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and < 100
            ? count : throw new FormatException($"--rounds {text} is not between 1 and 99");
}
