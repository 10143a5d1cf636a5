using System.Text.RegularExpressions;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>What spec/slots.spec says, bound to commands: which piece of state each sets, and which of them display lists take
/// up.</summary>
public sealed partial class SlotModel
{
    private static readonly string[] s_setting = ["set", "current", "bind"];
    private static readonly string[] s_immediate = ["ask", "generate", "delete", "sync", "frame", "context", "drawable", "compile"];

    private readonly Dictionary<string, SpecSlot> _slots;
    private readonly Dictionary<string, SpecSlot> _of = [];
    private readonly HashSet<string> _immediate = [];

    private SlotModel(SpecFiles spec, IReadOnlyList<Command> commands)
    {
        _slots = spec.Slots.ToDictionary(s => s.Name);
        List<Command> travelling = [.. commands.Where(c => c.Travels)];
        foreach (Command command in travelling.Where(c => s_setting.Contains(c.Effect!.Word) && c.Spec.FindValue("unmirrored") is null))
        {
            _of[command.Name] = FindSlot(command);
        }

        _immediate.UnionWith(travelling.Where(c => s_immediate.Contains(c.Effect!.Word)).Select(c => c.Name));
        foreach ((Place place, string name) in spec.Immediate)
        {
            List<Command> matching = [.. travelling.Where(c => MatchesPattern(c, name))];
            _immediate.UnionWith(matching.Count > 0 ? matching.Select(c => c.Name)
                : throw new SpecException(place, $"no travelling command is called {name}"));
        }

        if (spec.Slots.FirstOrDefault(s => !s.Words.Contains("by-hand") && !_of.ContainsValue(s)) is SpecSlot idle)
        {
            throw new SpecException(idle.Place, $"no command sets {idle.Name}");
        }
    }

    /// <summary>Binds what the spec says.</summary>
    /// <exception cref="SpecException">A command belongs to no slot, or a slot to no command.</exception>
    public static SlotModel Bind(SpecFiles spec, IReadOnlyList<Command> commands) => new(spec, commands);

    /// <summary>The slot that a command sets; null for commands of other effects.</summary>
    public SpecSlot? SlotOf(Command command) => _of.GetValueOrDefault(command.Name);

    /// <summary>Whether display lists carry the command out at once.</summary>
    public bool IsImmediate(Command command) => _immediate.Contains(command.Name);

    private static bool MatchesPattern(Command command, string name) =>
        name.EndsWith('*') ? command.Name.StartsWith(name[..^1], StringComparison.Ordinal) : command.Name == name;

    private SpecSlot FindSlot(Command command)
    {
        if (command.Spec.FindValue("slot") is string said)
        {
            return _slots.GetValueOrDefault(said)
                ?? throw new SpecException(command.Spec.Place, $"{command.Name}: no slot is called {said}");
        }

        return CandidateNames(command.ShortName).Select(name => _slots.GetValueOrDefault(name)).FirstOrDefault(s => s is not null)
            ?? throw new SpecException(command.Spec.Place, $"{command.Name}: sets state that nobody mirrors; spec/slots.spec needs its slot, or its line slot=… or unmirrored=\"…\"");
    }

    /// <summary>The name as it is, then without the vendor, without the type, without the number of values.</summary>
    private static IEnumerable<string> CandidateNames(string name)
    {
        string plain = Vendor().Replace(name, "");
        string untyped = Type().Replace(plain, "");
        return [name, plain, untyped, untyped.TrimEnd('1', '2', '3', '4')];
    }

    [GeneratedRegex("(ARB|EXT|ATI|NV|MESA)$")]
    private static partial Regex Vendor();

    [GeneratedRegex("N?(ub|us|ui|b|s|i|f|d)?v?$")]
    private static partial Regex Type();
}
