using System.CommandLine;
using System.Text.RegularExpressions;

namespace Vmgl.Conformance;

/// <summary>The options of a conformance run.</summary>
internal sealed record Options
{
    public required IReadOnlyList<string> Sets { get; init; }

    public required int Workers { get; init; }

    public required TimeSpan Limit { get; init; }

    public Regex? Filter { get; init; }

    public bool Sample { get; init; }

    /// <summary>The seed that determines when the host's workers are killed; null if they are not.</summary>
    public int? Seed { get; init; }

    public bool Record { get; init; }

    public bool List { get; init; }

    /// <summary>An X server that is already running; null starts one for each worker.</summary>
    public string? Display { get; init; }

    /// <summary>Whether every test of the sets is run.</summary>
    public bool IsWhole => Filter is null && !Sample;
}

/// <summary>The command line of a conformance run.</summary>
internal sealed class CommandLine
{
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "A set of selection.txt; may be given more than once",
        HelpName = "NAME",
        DefaultValueFactory = _ => ["gl1"],
    };

    private readonly Option<string?> _filter = new("--filter") { Description = "Only tests whose names match", HelpName = "REGEX" };
    private readonly Option<int> _workers = CreateNumberOption("--workers",
        "Tests at the same time, each worker with its own X server and daemon", 2, 64);
    private readonly Option<int> _limit = CreateNumberOption("--limit", "Seconds after which a test is killed", 60, 3600);
    private readonly Option<string?> _display = new("--display") { Description = "Use this X server and one worker", HelpName = ":N" };
    private readonly Option<bool> _sample = new("--sample") { Description = "Only a sample of the sets, the same tests every time" };
    private readonly Option<int?> _kill = new("--kill") { Description = "Kill the host's workers repeatedly while forwarded tests run, at moments derived from SEED", HelpName = "SEED" };
    private readonly Option<bool> _record = new("--record") { Description = "Write a summary to tests/conformance/results" };
    private readonly Option<bool> _list = new("--list") { Description = "List the tests and exit" };
    private readonly RootCommand _root;

    private CommandLine()
    {
        _filter.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsRegex(result.Tokens[0].Value))
            {
                result.AddError($"--filter {result.Tokens[0].Value} is not a regular expression");
            }
        });
        _root = new RootCommand("Runs piglit natively and forwarded, and reports differences.")
        {
            _set, _filter, _workers, _limit, _display, _sample, _kill, _record, _list,
        };
    }

    /// <summary>Parses the command line. Help and errors are handled here: the result is then null, and <paramref name="exitCode"/> is the
    /// exit status.</summary>
    public static Options? Parse(string[] arguments, out int exitCode)
    {
        var line = new CommandLine();
        ParseResult result = line._root.Parse(arguments);
        exitCode = 0;
        if (result.Errors.Count > 0)
        {
            Console.Error.WriteLine($"conformance: {result.Errors[0].Message} (--help lists the options)");
            exitCode = Program.UsageError;
            return null;
        }

        if (result.Action is not null)
        {
            exitCode = result.Invoke();
            return null;
        }

        return line.CreateOptions(result);
    }

    private Options CreateOptions(ParseResult result)
    {
        string? display = result.GetValue(_display);
        return new Options
        {
            Sets = result.GetValue(_set)!,
            Filter = result.GetValue(_filter) is { } filter ? new Regex(filter, RegexOptions.CultureInvariant) : null,
            Workers = display is null ? result.GetValue(_workers) : 1,
            Limit = TimeSpan.FromSeconds(result.GetValue(_limit)),
            Display = display,
            Sample = result.GetValue(_sample),
            Seed = result.GetValue(_kill),
            Record = result.GetValue(_record),
            List = result.GetValue(_list),
        };
    }

    private static Option<int> CreateNumberOption(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && (value < 1 || value > most))
            {
                result.AddError($"{name} {value} is not between 1 and {most}");
            }
        });
        return option;
    }

    private static bool IsRegex(string text)
    {
        try
        {
            _ = new Regex(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
