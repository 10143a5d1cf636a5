using System.Globalization;

namespace Vmgl.Apps;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string Help = """
        apps [--short] [--only NAME,...] [--rounds N] [--record] [--list]

          --short        the entries of programs.list marked "short", for a few seconds each; with --only: one round of each
          --only NAMES   these programs; a name also selects those that begin with it and a hyphen
          --rounds N     the number of native and forwarded runs, which alternate; 3 by default
          --record       writes a summary to tests/apps/results; for the whole list only
          --list         lists the programs and runs nothing

        Exit status: 0 no differences, 1 something differs or is missing, 2 the command line is wrong, 3 forwarding is not proved.
        """;

    public bool Short { get; init; }

    public bool Record { get; init; }

    public bool List { get; init; }

    public bool ShowsHelp { get; init; }

    public int Rounds { get; init; } = 3;

    public IReadOnlyList<string> Only { get; init; } = [];

    /// <exception cref="FormatException">The command line is wrong; the message is for the user.</exception>
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
                "--help" or "-h" => options with { ShowsHelp = true },
                "--only" => options with { Only = ReadValue(arguments, ++i).Split(',', StringSplitOptions.RemoveEmptyEntries) },
                "--rounds" => options with { Rounds = ParseCount(ReadValue(arguments, ++i)) },
                string other => throw new FormatException($"unknown option \"{other}\"; --help lists the options"),
            };
        }

        return options.Record && (options.Short || options.Only.Count > 0)
            ? throw new FormatException("--record is for runs of the whole list") : options;
    }

    /// <summary>Selects the programs to run.</summary>
    /// <exception cref="FormatException">A name matches no program.</exception>
    public IReadOnlyList<App> SelectApps(IReadOnlyList<App> apps)
    {
        string? unknown = Only.FirstOrDefault(name => !apps.Any(app => app.MatchesAnyOf([name])));
        if (unknown is not null)
        {
            throw new FormatException($"unknown program \"{unknown}\"; --list lists the programs");
        }

        return Only.Count > 0 ? [.. apps.Where(app => app.MatchesAnyOf(Only)).Select(ShortenRun)]
            : Short ? [.. apps.Where(app => app.Short is not null).Select(ShortenRun)]
            : [.. apps.Where(app => !app.Extra)];
    }

    private App ShortenRun(App app) => !Short ? app : app with
    {
        Seconds = app.Short ?? app.Seconds,
        Messages = app.Messages is 0 or > ShortMessages ? ShortMessages : app.Messages,
    };

    private const int ShortMessages = 400;

    private static string ReadValue(IReadOnlyList<string> arguments, int at) =>
        at < arguments.Count ? arguments[at] : throw new FormatException($"{arguments[at - 1]} needs a value");

    private static int ParseCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and < 100
            ? count : throw new FormatException($"--rounds {text} is not between 1 and 99");
}
