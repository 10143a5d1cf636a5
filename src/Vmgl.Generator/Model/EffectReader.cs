using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>Reads what stands behind <c>effect=</c>: a word, the object that it is about, and keys.</summary>
/// <remarks>The object is written as <c>KIND@parameter</c> (bound to this target), <c>KIND:parameter</c> (named by it) or <c>KIND</c>.
/// Where it is not written it is the kind that is bound to the first key, or the only one that a parameter names.</remarks>
internal sealed class EffectReader(SpecFiles spec)
{
    /// <summary>Words that are about objects.</summary>
    private static readonly string[] s_objectWords = ["object", "bracket", "generate", "delete", "bind"];

    /// <summary>The effect of a command; null for one that never travels and says none.</summary>
    /// <param name="parameters">The command's, with the types of objects that they name.</param>
    /// <exception cref="SpecException">The effect cannot be read.</exception>
    public Effect? Read(SpecCommand line, IReadOnlyList<Parameter> parameters)
    {
        if (line.FindValue("effect") is not string text)
        {
            return line.Opcode is null ? null : throw new SpecException(line.Place, $"{line.Name}: says no effect on state (effect=…)");
        }

        int open = text.IndexOf('(', StringComparison.Ordinal);
        string word = open < 0 ? text : text[..open];
        if (spec.Effects.All(e => e.Name != word))
        {
            throw new SpecException(line.Place, $"{line.Name}: \"{word}\" is not an effect; spec/effects.spec lists them");
        }

        List<string> keys = open < 0 ? [] : Split(text[(open + 1)..^1]);
        if (!s_objectWords.Contains(word))
        {
            return new Effect(word, CheckedKeys(line, parameters, keys));
        }

        EffectObject? written = keys.Count > 0 ? ReadObject(line, parameters, keys[0]) : null;
        keys = [.. CheckedKeys(line, parameters, written is null ? keys : keys[1..])];
        EffectObject? found = written ?? Derive(line, parameters, keys);
        bool travels = line.Opcode is not null && line.FindValue("later") is null && !line.HasWord("local");
        if (found is null && travels)
        {
            throw new SpecException(
                line.Place, $"{line.Name}: which object is it about? Use effect={word}(KIND@target) for the one that is bound, effect={word}(KIND:name), or effect={word}(KIND)");
        }

        return new Effect(word, found?.Target is string target ? [target, .. keys.Where(key => key != target)] : keys) { Object = found };
    }

    /// <summary>The kind that an item such as <c>object=Texture</c> says.</summary>
    public ObjectType? ReadKind(SpecCommand line, string item) =>
        line.FindValue(item) is string text ? Kind(line, text.Split('(')[0]) : null;

    /// <summary>An object type by its name.</summary>
    /// <exception cref="SpecException">There is none.</exception>
    private ObjectType Kind(SpecCommand line, string name) =>
        spec.Objects.FirstOrDefault(o => o.Name == name) ?? throw new SpecException(
            line.Place, $"{line.Name}: no object type is called {name}; spec/objects.spec lists them");

    private EffectObject? ReadObject(SpecCommand line, IReadOnlyList<Parameter> parameters, string text)
    {
        int at = text.IndexOfAny(['@', ':']);
        if (at < 0 && (parameters.Any(p => p.Name == text) || !char.IsUpper(text[0])))
        {
            return null;
        }

        ObjectType kind = Kind(line, at < 0 ? text : text[..at]);
        string? parameter = at < 0 ? null : CheckedKeys(line, parameters, [text[(at + 1)..]])[0];
        return text.Contains('@', StringComparison.Ordinal) ? new EffectObject(kind, parameter, null)
            : new EffectObject(kind, null, parameter);
    }

    private EffectObject? Derive(SpecCommand line, IReadOnlyList<Parameter> parameters, List<string> keys)
    {
        if (keys.Count > 0 && parameters.First(p => p.Name == keys[0]).Registry.Group is string group
            && spec.Objects.FirstOrDefault(o => o.Targets.Contains(group)) is ObjectType bound)
        {
            return new EffectObject(bound, keys[0],
                line.FindValue("effect")!.StartsWith("bind", StringComparison.Ordinal) ? NameOf(bound) : null);
        }

        List<Parameter> named = [.. parameters.Where(p => p.ObjectType is not null)];
        if (named.Select(p => p.ObjectType).Distinct().Count() != 1)
        {
            return null;
        }

        return new EffectObject(Kind(line, named[0].ObjectType!), null, named[0].Name);

        string? NameOf(ObjectType type) => parameters.FirstOrDefault(p => p.ObjectType == type.Name)?.Name;
    }

    private static List<string> CheckedKeys(SpecCommand line, IReadOnlyList<Parameter> parameters, IReadOnlyList<string> keys) =>
        keys.FirstOrDefault(key => parameters.All(p => p.Name != key)) is string unknown
            ? throw new SpecException(line.Place, $"{line.Name}: effect key {unknown} is not a parameter")
            : [.. keys];

    private static List<string> Split(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
