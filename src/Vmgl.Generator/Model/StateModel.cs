using System.Globalization;
using System.Text.RegularExpressions;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>A value on the right of an assignment or the left of a condition: a parameter, an element of an array, or a number.</summary>
/// <param name="Element">Which element of an array; -1 for a scalar.</param>
public sealed record StateValue(Parameter? Parameter, int Element, double Number);

/// <summary>What must hold for a rule: a set of values, one value, or bounds.</summary>
/// <param name="Cell">The state whose known component is the upper bound, or null.</param>
public sealed record StateCondition(
    StateValue Value, string? Set, uint? EqualTo, double? Least, bool LeastExcluded, double? Most, SpecState? Cell, int Component);

/// <summary>What a rule sets: one state, to values, or to nothing known when there are none.</summary>
/// <param name="Component">The only component that is set; -1 for all.</param>
public sealed record StateAssignment(SpecState State, int Component, IReadOnlyList<StateValue> Values);

/// <summary>A rule, bound to its command.</summary>
public sealed record StateRule(SpecRule Spec, IReadOnlyList<StateCondition> Conditions, IReadOnlyList<StateAssignment> Assignments);

/// <summary>A command with its rules, in the order of the spec.</summary>
public sealed record RuledCommand(Command Command, IReadOnlyList<StateRule> Rules);

/// <summary>What spec/state.spec says, bound to commands and registry.</summary>
public sealed partial class StateModel
{
    /// <summary>Effects that set what a question may be answered from: somebody must say which.</summary>
    private static readonly string[] s_setting = ["set", "bind", "current", "raster", "push", "pop", "names", "delete", "compile"];

    private readonly KhronosRegistry _registry;
    private readonly SpecFiles _spec;
    private readonly SlotModel _slots;
    private readonly List<Command> _travelling;
    private readonly Dictionary<SpecState, IReadOnlyList<string>> _groups = [];

    private StateModel(SpecFiles spec, KhronosRegistry registry, IReadOnlyList<Command> commands, SlotModel slots)
    {
        (_spec, _registry, _slots) = (spec, registry, slots);
        _travelling = [.. commands.Where(c => c.Travels)];
        CheckNames();
        Commands = [.. BindRules()];
        foreach (SpecState state in spec.States)
        {
            _groups[state] = FindGroups(state);
        }

        CheckThatCommandsHaveRules();
        Matrices = [.. _travelling.Where(c => c.Effect!.Word == "matrix")];
    }

    /// <summary>Commands with rules.</summary>
    public IReadOnlyList<RuledCommand> Commands { get; }

    /// <summary>Commands that change the top of the current matrix stack.</summary>
    public IReadOnlyList<Command> Matrices { get; }

    /// <summary>Binds what the spec says.</summary>
    /// <exception cref="SpecException">Something does not fit; the message has file and line.</exception>
    public static StateModel Bind(SpecFiles spec, KhronosRegistry registry, IReadOnlyList<Command> commands, SlotModel slots) =>
        new(spec, registry, commands, slots);

    /// <summary>The bits of glPushAttrib that save a state; none where that is unsure.</summary>
    public IReadOnlyList<string> GroupsOf(SpecState state) => _groups[state];

    /// <summary>How many components a state has: the named size "get", or "texEnv" for what glGetTexEnv answers.</summary>
    public int CountComponents(SpecState state)
    {
        SizeTable? table = _spec.Sizes.FirstOrDefault(t => t.Name == (state.Of is null ? "get" : "texEnv"));
        return table?.Rows.FirstOrDefault(r => r.Enums.Any(e =>
            _registry.Enums.GetValueOrDefault(e) == _registry.Enums[state.Name]))?.Elements ?? 1;
    }

    /// <summary>The lines of the spec that say what a command does to these states.</summary>
    public IEnumerable<Place> PlacesOf(Command command) =>
        Commands.Where(ruled => ruled.Command == command).SelectMany(ruled => ruled.Rules).Select(rule => rule.Spec.Place)
        .Concat(_spec.Keeps.Where(keeps => Matches(command, keeps.Command)).Select(keeps => keeps.Place)).Distinct();

    /// <summary>The states that a family, or a single name, stands for.</summary>
    public IEnumerable<SpecState> StatesOf(string name) => _spec.States.Where(s => s.Name == name || s.Families.Contains(name));

    private IEnumerable<RuledCommand> BindRules()
    {
        var bound = new Dictionary<string, (Command Command, List<StateRule> Rules)>();
        foreach (SpecRule rule in _spec.Rules)
        {
            foreach (Command command in CommandsMatching(rule.Place, rule.Command))
            {
                if (!bound.TryGetValue(command.Name, out var entry))
                {
                    bound[command.Name] = entry = (command, []);
                }

                if (entry.Rules.FirstOrDefault(r => r.Spec.Moment != rule.Moment || r.Spec.IsByHand != rule.IsByHand) is not null)
                {
                    throw new SpecException(rule.Place, $"{command.Name}: its rules disagree about display lists, by-hand or forgets");
                }

                entry.Rules.Add(new StateRule(
                    rule, [.. rule.Conditions.Select(c => BindCondition(rule, command, c))],
                    [.. rule.Assignments.SelectMany(a => BindAssignment(rule, command, a))]));
            }
        }

        return bound.Values.Select(b => new RuledCommand(b.Command, b.Rules));
    }

    private static bool Matches(Command command, string pattern) =>
        pattern.EndsWith('*') ? command.Name.StartsWith(pattern[..^1], StringComparison.Ordinal) : command.Name == pattern;

    private List<Command> CommandsMatching(Place place, string pattern)
    {
        List<Command> found = [.. _travelling.Where(c => Matches(c, pattern))];
        return found.Count > 0 ? found : throw new SpecException(place, $"no command that travels is called {pattern}");
    }

    private StateCondition BindCondition(SpecRule rule, Command command, string text)
    {
        Match match = Condition().Match(text);
        StateValue value = match.Success ? BindValue(rule, command, match.Groups["value"].Value) : throw Unreadable();
        string right = match.Groups["right"].Value;
        Match range = Range().Match(right);
        (string? set, uint? equal, double? least, double? most, SpecState? cell, int component) = (null, null, null, null, null, 0);
        switch (match.Groups["operator"].Value)
        {
            case ":" when range.Success: (least, most) = (ParseNumber(range.Groups[1].Value), ParseNumber(range.Groups[2].Value)); break;
            case ":" when _spec.Values.Any(v => v.Name == right): set = right; break;
            case "=" when _registry.Enums.TryGetValue(right, out uint known): equal = known; break;
            case ">" or ">=": least = ParseNumber(right); break;
            case "<=": (cell, component) = Bound(right); break;
            default: throw Unreadable();
        }

        return new StateCondition(value, set, equal, least, match.Groups["operator"].Value == ">", most, cell, component);

        (SpecState Cell, int Component) Bound(string name)
        {
            string[] parts = name.Split('.');
            SpecState state = _spec.States.FirstOrDefault(s => s.Name == parts[0] && !s.IsPerUnit) ?? throw Unreadable();
            return (state, parts.Length > 1 ? (int)ParseNumber(parts[1]) : 0);
        }

        SpecException Unreadable() => new(rule.Place, $"{command.Name}: cannot read the condition \"{text}\"; use parameter:set, :least..most, =ENUM, >number, >=number or <=STATE.component");
    }

    private IEnumerable<StateAssignment> BindAssignment(SpecRule rule, Command command, string text)
    {
        string[] sides = text.Split('=');
        string[] name = sides[0].Split('.');
        List<SpecState> states = [.. StatesOf(name[0]).Where(s => s.Form != "history")];
        if (sides.Length != 2 || states.Count == 0)
        {
            throw new SpecException(rule.Place, $"{command.Name}: cannot read \"{text}\"; use STATE=parameter,… or STATE=? or FAMILY=?");
        }

        int component = name.Length > 1 ? (int)ParseNumber(name[1]) : -1;
        List<StateValue> values = sides[1] == "?" ? [] : [.. sides[1].Split(',').Select(v => BindValue(rule, command, v))];
        foreach (SpecState state in states)
        {
            int needed = component >= 0 ? 1 : CountComponents(state);
            yield return values.Count == 0 || values.Count == needed ? new StateAssignment(state, component, values)
                : throw new SpecException(rule.Place, $"{command.Name}: {state.Name} has {CountComponents(state)} values, not {values.Count}");
        }
    }

    private static StateValue BindValue(SpecRule rule, Command command, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return new StateValue(null, -1, number);
        }

        Match element = Element().Match(text);
        string name = element.Success ? element.Groups[1].Value : text;
        Parameter? parameter = command.Parameters.FirstOrDefault(p => p.Name == name && p.IsArray == element.Success);
        return parameter is null ? throw new SpecException(rule.Place, $"{command.Name}: \"{text}\" is none of its parameters")
            : new StateValue(parameter, element.Success ? (int)ParseNumber(element.Groups[2].Value) : -1, 0);
    }

    /// <summary>A capability has the bits that spec/slots.spec gives it, other state those of the slots whose commands set it.</summary>
    private IReadOnlyList<string> FindGroups(SpecState state)
    {
        if (state.IsUnsure || state.IsUnsaved || state.IsConstant || state.Form == "history")
        {
            return [];
        }

        if (state.Form == "cap")
        {
            return _spec.Capabilities.FirstOrDefault(set => set.Names.Contains(state.Name))?.Groups
                ?? throw new SpecException(state.Place, $"{state.Name}: which bits of glPushAttrib save it? Add it to a capabilities line of spec/slots.spec, or say unsure or unsaved");
        }

        List<IReadOnlyList<string>> groups = [.. SlotsOf(state).Select(slot => slot.Groups).DistinctBy(bits => string.Join(',', bits))];
        return groups.Count == 1 ? groups[0] : throw new SpecException(
            state.Place,
            $"{state.Name}: {(groups.Count == 0 ? "no rule sets it by a command that has a slot" : "slots of different bits of glPushAttrib have commands that set it")}; say slot=NAME (spec/slots.spec), unsure or unsaved");
    }

    private IEnumerable<SpecSlot> SlotsOf(SpecState state) => state.Slot is string name
        ? [_spec.Slots.FirstOrDefault(slot => slot.Name == name)
        ?? throw new SpecException(state.Place, $"{state.Name}: spec/slots.spec has no slot {name}")]
        : Commands.Where(c => c.Rules.SelectMany(rule => rule.Assignments).Any(assignment => assignment.State == state))
            .Select(c => _slots.SlotOf(c.Command)).OfType<SpecSlot>();

    /// <summary>What sets state and stands in no line would make the mirror of answers wrong, or forget everything without a
    /// word.</summary>
    private void CheckThatCommandsHaveRules()
    {
        HashSet<string> ruled = [.. Commands.Select(c => c.Command.Name),
            .. _spec.Keeps.SelectMany(k => CommandsMatching(k.Place, k.Command)).Select(c => c.Name)];
        if (_travelling.FirstOrDefault(c => s_setting.Contains(c.Effect!.Word) && !ruled.Contains(c.Name)) is Command command)
        {
            throw new SpecException(
                command.Spec.Place,
                $"{command.Name}: effect={command.Effect!.Word}, and no line says which state that questions are answered from it sets; "
                + $"spec/state.spec needs \"rule {command.Name} … -> STATE=PARAMETER\" or \"-> STATE=?\", \"keeps {command.Name}\" if it sets none, or \"rule {command.Name} forgets=\"REASON\"\"");
        }
    }

    private void CheckNames()
    {
        var seen = new HashSet<(string?, uint)>();
        foreach (SpecState state in _spec.States)
        {
            string[] names = [state.Name, .. state.Also, .. state.Needs];
            if (names.FirstOrDefault(n => !_registry.Enums.ContainsKey(n)) is string missing)
            {
                throw new SpecException(state.Place, $"the registry has no enum {missing}");
            }

            if (state.Also.Prepend(state.Name).FirstOrDefault(n => !seen.Add((state.Of, _registry.Enums[n]))) is string twice)
            {
                throw new SpecException(state.Place, $"{twice} is known already");
            }
        }

        foreach (ValueSet set in _spec.Values)
        {
            if (set.Enums.FirstOrDefault(n => !_registry.Enums.ContainsKey(n)) is string missing)
            {
                throw new SpecException(set.Place, $"the registry has no enum {missing}");
            }
        }
    }

    private static double ParseNumber(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<value>\w+(\[\d\])?)(?<operator>:|=|>=|>|<=)(?<right>.+)$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(-?\d+)\.\.(-?\d+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(\w+)\[(\d)\]$")]
    private static partial Regex Element();
}
