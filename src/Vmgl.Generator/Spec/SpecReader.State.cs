namespace Vmgl.Generator.Spec;

/// <summary>The words of spec/state.spec: which state is known, and what sets it.</summary>
public sealed partial class SpecReader
{
    private static readonly string[] s_forms = ["cap", "enum", "int", "bool", "float", "color", "name", "history"];
    private static readonly string[] s_moments = ["immediate", "either", "vertex", "anywhere", "opens", "closes"];

    private void ReadValues(string[] words)
    {
        if (words.Length < 3)
        {
            throw ErrorHere("a set of values is: values NAME ENUM…");
        }

        var set = new ValueSet(_place, words[1], [.. words[2..]]);
        _files.Values.Add(set);
        _continue = set.Enums.AddRange;
    }

    private void ReadState(string[] words)
    {
        if (words.Length < 3 || !s_forms.Contains(words[2]))
        {
            throw ErrorHere($"a state is: state NAME FORM items…, with a form of {string.Join(", ", s_forms)}");
        }

        AddState(words[1], words[2], words[3..]);
    }

    /// <summary>States that no command sets to a value that could be known: only answers fill them.</summary>
    private void ReadRemembered(string[] words)
    {
        int first = Array.FindIndex(words, w => w.StartsWith("GL_", StringComparison.Ordinal));
        if (words.Length < 3 || first < 2 || !s_forms.Contains(words[1]))
        {
            throw ErrorHere("remembered states are: remembered FORM [items…] NAME…");
        }

        string[] items = words[2..first];
        Add(words[first..]);
        _continue = Add;

        void Add(string[] names) => Array.ForEach(names, name => AddState(name, words[1], items));
    }

    private void AddState(string name, string form, string[] words)
    {
        var items = words.Select(ReadItem).ToList();
        if (items.FirstOrDefault(i => i.Key is not ("slot" or "unsure" or "unsaved" or "since" or "of" or "also" or "needs" or "family"
            or "per-unit" or "constant")) is SpecItem unknown)
        {
            throw ErrorHere($"{name}: \"{unknown.Key}\" is not an item of a state");
        }

        _files.States.Add(new SpecState(
            _place, name, form, Value("slot"), Has("unsure"), Has("unsaved"), Has("per-unit"), Has("constant"),
            Value("since"), Value("of"), List("also"), List("needs"), List("family")));

        bool Has(string word) => items.Any(i => i.Key == word);
        string? Value(string key) => items.FirstOrDefault(i => i.Key == key)?.Value;
        string[] List(string key) => Value(key)?.Split(',') ?? [];
    }

    private void ReadRule(string[] words)
    {
        if (words.Length < 3)
        {
            throw ErrorHere("a rule is: rule COMMAND [immediate|either|vertex|anywhere|opens|closes] [by-hand] [conditions…] [-> assignments…], or: rule COMMAND forgets=\"REASON\"");
        }

        if (ReadItem(words[2]) is { Key: "forgets" } forgets)
        {
            _files.Rules.Add(new SpecRule(_place, words[1], "forgetting", IsByHand: false, NeedsFixedUnit: false, ReadReason(forgets), [],
                []));
            return;
        }

        int arrow = Array.IndexOf(words, "->");
        string[] items = arrow < 0 ? words[2..] : words[2..arrow];
        bool byHand = items.Contains("by-hand");
        if (byHand == (arrow >= 0))
        {
            throw ErrorHere($"{words[1]}: a rule says what it sets behind \"->\", or by-hand");
        }

        _files.Rules.Add(new SpecRule(
            _place, words[1], items.FirstOrDefault(s_moments.Contains) ?? "compiled", byHand, items.Contains("fixed-unit"), Forgets: null,
            [.. items.Where(i => i is not ("by-hand" or "fixed-unit") && !s_moments.Contains(i))], arrow < 0 ? [] : words[(arrow + 1)..]));
    }

    private string ReadReason(SpecItem item) =>
        item.Value.Length > 0 ? item.Value : throw ErrorHere($"{item.Key} needs a reason: {item.Key}=\"REASON\"");

    private void ReadKeeps(string[] words)
    {
        Add(words[1..]);
        _continue = Add;

        void Add(string[] names) => _files.Keeps.AddRange(names.Select(name => (_place, name)));
    }
}
