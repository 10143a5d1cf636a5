using System.Text.RegularExpressions;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>Completes the line of a command that names the object which another command, its twin, finds by what is bound:
/// <c>twin=glTexParameteri(Texture:texture)</c>. Everything else that is known of it stands in the twin's line.</summary>
internal sealed partial class TwinReader(SpecFiles spec, KhronosRegistry registry)
{
    /// <summary>Items that are a line's own affair.</summary>
    private static readonly string[] s_own = ["also", "creates", "later", "sample", "effect", "twin"];

    /// <summary>The command that a line's command is a twin of; null for none.</summary>
    public static string? NameIn(SpecCommand line) => line.FindValue("twin") is string text ? text.Split('(')[0] : null;

    /// <summary>The line with what its twin's line says; the line itself when it has none.</summary>
    /// <exception cref="SpecException">The two do not fit together.</exception>
    public SpecCommand Complete(SpecCommand line)
    {
        if (line.FindValue("twin") is not string text)
        {
            return line;
        }

        Match match = Twin().Match(text);
        if (!match.Success)
        {
            throw Error(line, $"cannot read twin={text}; use twin=COMMAND(KIND:parameter)");
        }

        string name = match.Groups["name"].Value;
        SpecCommand twin = spec.Commands.FirstOrDefault(c => c.Name == name)
            ?? throw Error(line, $"no line of the spec has {name}, its twin");
        string target = TargetOf(line, twin, match.Groups["kind"].Value);
        Dictionary<string, string> names = MatchParameters(line, twin, target, match.Groups["parameter"].Value);
        if (line.FindValue("effect") is not null)
        {
            throw Error(line, $"its effect is that of {name}; leave effect=… out");
        }

        IEnumerable<string> keys = twin.FindValue("effect")!.Split('(', ')')[1].Split(',', StringSplitOptions.TrimEntries).Skip(1)
            .Select(Renamed);
        string effect = $"object({string.Join(",", keys.Prepend($"{match.Groups["kind"].Value}:{match.Groups["parameter"].Value}"))})";
        HashSet<string> said = [.. line.Items.Select(i => i.Key)];
        return line with
        {
            Items =
            [
                .. line.Items, new SpecItem("effect", '=', effect),
                .. twin.Items.Where(i => !s_own.Contains(i.Key) && i.Key != target)
                    .Select(i => new SpecItem(Renamed(i.Key), i.Separator, Renamed(i.Value))).Where(i => !said.Contains(i.Key)),
            ],
        };

        string Renamed(string its) => Word().Replace(its, word => names.GetValueOrDefault(word.Value, word.Value));
    }

    /// <summary>The target by which the twin finds its object.</summary>
    private string TargetOf(SpecCommand line, SpecCommand twin, string kind)
    {
        ObjectType type = spec.Objects.FirstOrDefault(o => o.Name == kind)
            ?? throw Error(line, $"no object type is called {kind}; spec/objects.spec lists them");
        Match effect = ObjectEffect().Match(twin.FindValue("effect") ?? "");
        string first = effect.Groups["first"].Value;
        RegistryParameter? target = registry.Commands.GetValueOrDefault(twin.Name)?.Parameters.FirstOrDefault(p =>
            p.Name == first[(first.IndexOf('@', StringComparison.Ordinal) + 1)..]);
        bool isBound = first.StartsWith(kind + "@", StringComparison.Ordinal)
            || (target?.Group is string group && type.Targets.Contains(group));
        return effect.Success && target is not null && isBound
            ? target.Name
            : throw Error(line, $"its twin {twin.Name} changes no {kind} that is bound to a target; write the line in full");
    }

    /// <summary>The names of the twin's parameters, and what each is called here.</summary>
    private Dictionary<string, string> MatchParameters(SpecCommand line, SpecCommand twin, string target, string parameter)
    {
        RegistryCommand command = registry.Commands.GetValueOrDefault(line.Name)
            ?? throw new SpecException(line.Place, $"the registry has no command {line.Name}");
        if (command.Parameters.All(p => p.Name != parameter))
        {
            throw Error(line, $"twin={line.FindValue("twin")} names {parameter}, which is not a parameter ({command.Prototype})");
        }

        RegistryCommand other = registry.Commands[twin.Name];
        IEnumerable<string> mine = command.Parameters.Select(p => p.Name == parameter ? "object" : $"{p.Type}{new string('*', p.Stars)}");
        IEnumerable<string> its = other.Parameters.Select(p => p.Name == target ? "object" : $"{p.Type}{new string('*', p.Stars)}");
        if (!mine.SequenceEqual(its))
        {
            throw Error(line, $"its parameters differ from those of {twin.Name} in more than {parameter} for {target}; write the line in full ({command.Prototype}; {other.Prototype})");
        }

        return other.Parameters.Zip(command.Parameters).ToDictionary(pair => pair.First.Name, pair => pair.Second.Name);
    }

    private static SpecException Error(SpecCommand line, string message) => new(line.Place, $"{line.Name}: {message}");

    [GeneratedRegex(@"^(?<name>\w+)\((?<kind>\w+):(?<parameter>\w+)\)$")]
    private static partial Regex Twin();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^object\((?<first>[\w@]+)[,)]")]
    private static partial Regex ObjectEffect();
}
