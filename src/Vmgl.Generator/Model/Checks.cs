using System.Globalization;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>What must hold for the spec as a whole.</summary>
public static class Checks
{
    /// <summary>Runs every check.</summary>
    /// <exception cref="SpecException">The first one that fails.</exception>
    public static void CheckAll(IReadOnlyList<Command> commands, SpecFiles spec, KhronosRegistry registry,
        IReadOnlyDictionary<string, ushort> frozen)
    {
        OpcodesAreUnique(commands);
        OpcodesHaveNotMoved(commands, frozen);
        NamesAreUnique(commands);
        EveryCommandIsOfItsApi(commands, registry);
        EveryCommandIsClassified(commands, spec, registry);
        EnumsExist(spec, registry);
    }

    private static void OpcodesAreUnique(IReadOnlyList<Command> commands)
    {
        var seen = new Dictionary<ushort, Command>();
        foreach (Command command in commands.Where(c => c.Spec.Opcode is not null))
        {
            if (!seen.TryAdd(command.Spec.Opcode!.Value, command))
            {
                throw new SpecException(command.Spec.Place, $"opcode 0x{command.Spec.Opcode:x4} of {command.Name} is {seen[command.Spec.Opcode.Value].Name}'s");
            }
        }
    }

    /// <summary>Opcodes only grow: <c>spec/opcodes.frozen</c> lists every one that was ever published.</summary>
    private static void OpcodesHaveNotMoved(IReadOnlyList<Command> commands, IReadOnlyDictionary<string, ushort> frozen)
    {
        foreach (Command command in commands)
        {
            if (frozen.TryGetValue(command.Name, out ushort was) && was != command.Spec.Opcode)
            {
                throw new SpecException(command.Spec.Place, $"{command.Name}: its opcode moved from 0x{was:x4} to 0x{command.Spec.Opcode ?? 0:x4}; opcodes are frozen, give the new meaning a new one");
            }
        }

        HashSet<string> names = commands.Select(c => c.Name).ToHashSet();
        if (frozen.Keys.FirstOrDefault(name => !names.Contains(name)) is string gone)
        {
            throw new SpecException(new Place("spec/opcodes.frozen",
                1), $"{gone} had opcode 0x{frozen[gone]:x4} and is gone from the spec; opcodes are never given back");
        }
    }

    private static void NamesAreUnique(IReadOnlyList<Command> commands)
    {
        var seen = new HashSet<string>();
        foreach (Command command in commands)
        {
            foreach (string name in command.Also.Prepend(command.Name).Where(name => !seen.Add(name)))
            {
                throw new SpecException(command.Spec.Place, $"{name} stands in the spec twice");
            }
        }
    }

    private static void EveryCommandIsOfItsApi(IReadOnlyList<Command> commands, KhronosRegistry registry)
    {
        foreach (Command command in commands.Where(c => !c.IsOwn))
        {
            IReadOnlyCollection<string> apis = registry.ApisOf(command.Name);
            if (apis.Count > 0 && !apis.Contains(command.Api))
            {
                throw new SpecException(
                    command.Spec.Place,
                    $"{command.Name}: area {command.Area} is of API {command.Api}, and the registry has the command in {string.Join(", ", apis)}; say api=… in the area's line, or move the command");
            }
        }
    }

    private static void EveryCommandIsClassified(IReadOnlyList<Command> commands, SpecFiles spec, KhronosRegistry registry)
    {
        HashSet<string> known = commands.SelectMany(c => c.Also.Prepend(c.Name)).ToHashSet();
        foreach (SpecVersion version in spec.Versions)
        {
            string name = version.RegistryName;
            Missing(
                registry.RequiredBy.GetValueOrDefault(name)
                ?? throw new SpecException(version.Place, $"the registry has no version {name} of API {version.Api}"),
                name, version.Place);
        }

        foreach (SpecExtension extension in spec.Extensions.Where(e => !e.Unregistered && e.Rule is null))
        {
            if (!registry.RequiredBy.TryGetValue(extension.Name, out List<string>? required))
            {
                throw new SpecException(extension.Place, $"the registry has no extension {extension.Name}; mark it unregistered if it exists all the same");
            }

            Missing(required.Concat(extension.Needs), extension.Name, extension.Place);
        }

        void Missing(IEnumerable<string> required, string by, Place place)
        {
            if (required.FirstOrDefault(c => !known.Contains(c)) is string missing)
            {
                throw new SpecException(place, string.Create(
                    CultureInfo.InvariantCulture, $"{by} requires {missing}, which no line of the spec classifies"));
            }
        }
    }

    private static void EnumsExist(SpecFiles spec, KhronosRegistry registry)
    {
        var used = spec.Sizes.SelectMany(s => s.Rows).SelectMany(r => r.Enums.Select(e => (r.Place, e)))
            .Concat(spec.Attributes.SelectMany(a => a.Enums.Select(e => (a.Place, e))));
        foreach ((Place place, string name) in used)
        {
            if (!registry.Enums.ContainsKey(name))
            {
                throw new SpecException(place, $"the registry has no enum {name}");
            }
        }
    }
}
