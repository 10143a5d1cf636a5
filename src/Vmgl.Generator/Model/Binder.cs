using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>Brings registry and spec together and refuses what does not fit: a pointer without a size rule, an object name
/// without a type, a parameter that is none.</summary>
public sealed class Binder(KhronosRegistry registry, SpecFiles spec)
{
    private static readonly string[] s_words =
        ["local", "host-by-hand", "answered", "called", "outside", "track", "attachments", "levels", "granted", "learned", "contents",
        "alters",
        "upload", "names"];

    /// <summary>What C does behind a command; of one that returns something there is no behind.</summary>
    private static readonly string[] s_behind = ["track", "attachments", "levels"];

    private static readonly string[] s_keys =
    [
        "effect", "also", "later", "creates", "bulk", "optional", "sample", "slot", "step", "unmirrored", "object", "learns", "twin",
        "upload", "kept", "answers", "then", "no-context",
    ];

    private readonly HashSet<string> _tables = spec.Sizes.Select(s => s.Name).ToHashSet();
    private readonly EffectReader _effects = new(spec);
    private readonly TwinReader _twins = new(spec, registry);

    /// <summary>All commands, in the order of the spec files.</summary>
    /// <exception cref="SpecException">The first thing that does not fit.</exception>
    public List<Command> BindCommands() => spec.Commands.Select(BindCommand).ToList();

    private Command BindCommand(SpecCommand written)
    {
        SpecCommand line = _twins.Complete(written);
        if (line.HasWord("answered") && !line.HasWord("host-by-hand"))
        {
            throw new SpecException(line.Place, $"{line.Name}: answered means a reply made by hand; it needs host-by-hand");
        }

        RegistryCommand command = line.Signature is string own ? OwnCommand(line, own) : FindRegistered(line);
        if (command.Returns != "void" && Array.Find(s_behind, line.HasWord) is string behind)
        {
            throw new SpecException(line.Place, $"{line.Name}: {behind} stands behind the command, and one that returns {command.Returns} has ended there");
        }

        foreach (SpecItem item in line.Items)
        {
            CheckItem(line, command, item);
        }

        List<string> also = SplitList(line.FindValue("also"));
        also.ForEach(other => CheckAlias(line, other));
        var parameters = new List<Parameter>();
        int offset = -1;
        foreach (RegistryParameter parameter in command.Parameters)
        {
            parameters.Add(BindParameter(line, command, parameter));
        }

        AddGiven(line, parameters);

        Effect? effect = _effects.Read(line, parameters);
        var bound = new Command(line, command, parameters, also, effect, line.FindValue("creates"))
        {
            Library = spec.Areas[line.Area].Library,
            Api = spec.Areas[line.Area].Api,
            Twin = TwinReader.NameIn(line),
            Folds = effect?.Object?.Kind ?? _effects.ReadKind(line, "object"),
            Learns = _effects.ReadKind(line, "learns"),
        };
        offset = bound.HeadBytes + (bound.HasReply ? 4 : 0);
        bound = bound with { Parameters = parameters.Select(p => PlaceAt(p, ref offset)).ToList() };
        return bound with { Recipe = RecipeReader.Read(bound), WithoutContext = RecipeReader.ReadWithoutContext(bound, registry) };
    }

    private RegistryCommand FindRegistered(SpecCommand line) =>
        registry.Commands.GetValueOrDefault(line.Name)
        ?? throw new SpecException(line.Place, $"the registry has no command {line.Name}");

    private static RegistryCommand OwnCommand(SpecCommand line, string signature)
    {
        int open = signature.IndexOf('(', StringComparison.Ordinal);
        int close = signature.IndexOf(')', StringComparison.Ordinal);
        int arrow = signature.IndexOf("->", StringComparison.Ordinal);
        string returns = arrow < 0 ? "void" : signature[(arrow + 2)..].Trim();
        return new RegistryCommand(line.Name, returns, Declarations.ParseList(signature[(open + 1)..close]), null, line.Place.Line);
    }

    private static void CheckItem(SpecCommand line, RegistryCommand command, SpecItem item)
    {
        bool known = item.Separator == ' '
            ? s_words.Contains(item.Key)
            : s_keys.Contains(item.Key) || command.Parameters.Any(p => p.Name == item.Key);
        if (!known)
        {
            throw new SpecException(line.Place, $"{line.Name}: \"{item.Key}\" is neither a word of the spec nor a parameter ({command.Prototype})");
        }
    }

    private void CheckAlias(SpecCommand line, string other)
    {
        if (!registry.Commands.ContainsKey(other))
        {
            throw new SpecException(line.Place, $"the registry has no command {other}");
        }

        if (registry.AliasRoot(other) != registry.AliasRoot(line.Name))
        {
            throw new SpecException(line.Place, $"the registry does not call {other} another name of {line.Name}");
        }
    }

    /// <summary>An optional array gets a companion on the wire that says whether it is there, and is empty when it is not.</summary>
    private static void AddGiven(SpecCommand line, List<Parameter> parameters)
    {
        if (line.FindValue("optional") is not string name)
        {
            return;
        }

        int at = parameters.FindIndex(p => p.Name == name && p.Kind is ParameterKind.ArrayIn or ParameterKind.Bulk);
        if (at < 0)
        {
            throw new SpecException(line.Place, $"{line.Name}: optional={name} is not an array that goes to the host");
        }

        string given = name + "Given";
        Parameter array = parameters[at];
        parameters[at] = array with { Given = given, Size = new SizeRule([.. array.Size!.Factors, new ParameterFactor(given)]) };
        var registered = new RegistryParameter(given, "GLuint", 0, false, null, null, null, $"GLuint {given}");
        parameters.Add(new Parameter(registered, GlType.Find("GLuint"), ParameterKind.Scalar, null, null, 0) { IsWireOnly = true });
    }

    private Parameter BindParameter(SpecCommand line, RegistryCommand command, RegistryParameter parameter)
    {
        GlType? type = GlType.Find(parameter.Type);
        string? objectType = FindObjectType(line, parameter);
        if (parameter.Stars == 0)
        {
            if (line.Opcode is not null && type is null)
            {
                throw new SpecException(line.Place, $"{line.Name}: type {parameter.Type} of {parameter.Name} is not known");
            }

            ObjectType? named = spec.Objects.FirstOrDefault(o => o.Name == objectType);
            return new Parameter(parameter, type, ParameterKind.Scalar, null, objectType, 0)
            {
                IsMapped = named is { IsMapped: true },
                IsPlaced = named is { IsPlaced: true },
            };
        }

        if (line.Opcode is null)
        {
            return new Parameter(parameter, type, ParameterKind.GuestMemory, null, objectType, 0);
        }

        SizeRule? size = ReadSize(line, command, parameter);
        ParameterKind kind = size is null ? ParameterKind.GuestMemory
            : !parameter.IsConst ? ParameterKind.ArrayOut
            : line.FindValue("bulk") == parameter.Name ? ParameterKind.Bulk
            : ParameterKind.ArrayIn;
        return new Parameter(parameter, type, kind, size, objectType, 0);
    }

    /// <summary>The size rule of a pointer; null for memory that stays with the guest, which only commands written by hand may
    /// have.</summary>
    private SizeRule? ReadSize(SpecCommand line, RegistryCommand command, RegistryParameter parameter)
    {
        string? text = line.FindValue(parameter.Name) ?? parameter.Length;
        if (text is null || (text.StartsWith("COMPSIZE", StringComparison.Ordinal)))
        {
            throw new SpecException(line.Place, $"{line.Name}: pointer {parameter.Name} has no size rule; the registry says {parameter.Length ?? "nothing"}");
        }

        if (text is "client" or "image" or "state")
        {
            if (line.Class != CommandClass.Client && line.FindValue("later") is null)
            {
                throw new SpecException(line.Place, $"{line.Name}: {parameter.Name}={text} needs class client or a later=\"…\"");
            }

            return null;
        }

        return SizeRule.Parse(text, name => command.Parameters.Any(p => p.Name == name && p.Stars == 0), _tables.Contains)
            ?? throw new SpecException(line.Place, $"{line.Name}: cannot read the size \"{text}\" of {parameter.Name}; a size is a product of numbers, parameters and size(parameter)");
    }

    private string? FindObjectType(SpecCommand line, RegistryParameter parameter)
    {
        SpecItem? said = line.Items.FirstOrDefault(i => i.Key == parameter.Name && i.Separator == ':');
        if (said is not null)
        {
            return said.Value == "number" ? null
                : spec.Objects.FirstOrDefault(o => o.Name == said.Value)?.Name
                ?? throw new SpecException(line.Place, $"{line.Name}: no object type is called {said.Value}");
        }

        if (parameter.Type != "GLuint")
        {
            return null;
        }

        ObjectType? found = spec.Objects.FirstOrDefault(o => o.Class == parameter.Class
            || (o.Group is not null && o.Group == parameter.Group));
        if (found is null && parameter.Class is not null)
        {
            throw new SpecException(line.Place, $"{line.Name}: {parameter.Name} names a {parameter.Class}, and no object type has that class");
        }

        return found?.Name;
    }

    private static Parameter PlaceAt(Parameter parameter, ref int offset)
    {
        if (parameter.Kind != ParameterKind.Scalar || parameter.Type is null)
        {
            return parameter;
        }

        Parameter placed = parameter with { Offset = offset };
        offset += parameter.Type.Slot;
        return placed;
    }

    private static List<string> SplitList(string? text) =>
        text is null ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
