using System.Globalization;
using System.IO.Enumeration;

namespace Vmgl.Conformance.Selection;

/// <summary>A rule that takes or leaves the tests whose names match a pattern.</summary>
internal sealed record Rule(bool Takes, string Pattern)
{
    public bool Matches(string name) => FileSystemName.MatchesSimpleExpression(Pattern, name, ignoreCase: true);
}

/// <summary>A profile and the rules that select its tests.</summary>
internal sealed record Source(string Profile, List<Rule> Rules)
{
    /// <summary>Whether a test is taken: the last matching rule decides; without one, it is left.</summary>
    public bool TakesTest(string name) => Rules.FindLast(rule => rule.Matches(name)) is { Takes: true };
}

/// <summary>The rules of selection.txt: named sets of tests, and the rules for samples of them.</summary>
internal sealed class SelectionRules
{
    /// <summary>The profile that stands for piglit's assembly programs.</summary>
    public const string Assembly = "asmparsertest";

    private readonly Dictionary<string, List<Source>> _sets = [];
    private readonly List<Rule> _sampling = [];
    private int _step = 1;

    /// <summary>The names of the sets.</summary>
    public IEnumerable<string> Names => _sets.Keys;

    /// <summary>Reads the rules.</summary>
    /// <param name="lines">The lines of selection.txt.</param>
    /// <param name="extensions">The extensions that the word "extensions" stands for: names like GL_ARB_multitexture.</param>
    /// <exception cref="FormatException">A line is not a rule; the message contains its number.</exception>
    public static SelectionRules Parse(IEnumerable<string> lines, IReadOnlyList<string> extensions)
    {
        var rules = new SelectionRules();
        int number = 0;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !rules.AddRule(line, extensions))
            {
                throw new FormatException($"line {number} is not a rule: {line}");
            }
        }

        return rules;
    }

    /// <summary>Selects the tests of a set, each once, in the order of its profiles.</summary>
    /// <param name="set">One of <see cref="Names"/>.</param>
    /// <param name="profile">Returns the tests of a profile.</param>
    public List<PiglitTest> SelectSet(string set, Func<string, List<PiglitTest>> profile) =>
        [.. _sets[set].SelectMany(source => profile(source.Profile).Where(test => source.TakesTest(test.Name)))
            .DistinctBy(test => test.Name)];

    /// <summary>Selects every n-th test of each group, beginning with its first, except where an "always" or "never" rule
    /// matches.</summary>
    public List<PiglitTest> DrawSample(IEnumerable<PiglitTest> tests)
    {
        var seen = new Dictionary<string, int>();
        return [.. tests.Where(test =>
        {
            int index = seen.GetValueOrDefault(test.Group);
            seen[test.Group] = index + 1;
            return _sampling.FindLast(rule => rule.Matches(test.Name))?.Takes ?? index % _step == 0;
        })];
    }

    private bool AddRule(string line, IReadOnlyList<string> extensions)
    {
        (string word, string rest) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and int end ? (line[..end], line[end..].Trim())
            : (line, "");
        List<Rule>? rules = _sets.Values.LastOrDefault()?.LastOrDefault()?.Rules;
        switch (word)
        {
            case "sample":
                return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out _step) && _step > 0;
            case "always" or "never" when rest.Length > 0:
                _sampling.Add(new Rule(word == "always", rest));
                return true;
            case "set" when rest.Length > 0:
                return _sets.TryAdd(rest, []);
            case "from" when rest.Length > 0 && _sets.Count > 0:
                _sets.Values.Last().Add(new Source(rest, []));
                return true;
            case "take" or "leave" when rest.Length > 0 && rules is not null:
                rules.Add(new Rule(word == "take", rest));
                return true;
            case "extensions" when rest.Length == 0 && rules is not null:
                rules.AddRange(extensions.Select(name => new Rule(true, $"spec@{name["GL_".Length..]}@*")));
                return true;
            default:
                return false;
        }
    }
}
