using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>The registry's enums as C# constants, under the registry's own names, one file for each area of the spec.</summary>
/// <remarks>An enum stands in the area with a command that takes it: where several do, the one whose enum group is the smallest, because
/// that group says most. Enums that no command's group has (GL's older ones, and those of versions to come) are in a file of their
/// own.</remarks>
internal sealed class EnumConstants(SpecFiles spec, KhronosRegistry registry, IReadOnlyList<Command> commands)
{
    private const string NoArea = "other";

    /// <summary>Text by file name, without folder.</summary>
    public SortedDictionary<string, string> EmitFiles()
    {
        var files = new SortedDictionary<string, string>(
            StringComparer.Ordinal) { ["GlxEnums.g.cs"] = EmitFile("GlxEnums", "int",
            "GLX: attributes, their values, and errors; as int, for attribute lists", RequiredNames("GLX_")) };
        Dictionary<string, List<string>> areasOfGroup = AreasOfGroups();
        foreach (IGrouping<string, string> area in RequiredNames("GL_").GroupBy(name => AreaOf(name, areasOfGroup)))
        {
            string title = area.Key == NoArea ? "enums that no command of the spec takes by their group" : spec.Areas[area.Key].Title;
            files[$"GlEnums.{Names.ToPascalCase(area.Key)}.g.cs"] = EmitFile("GlEnums", "uint", title, area);
        }

        return files;
    }

    /// <summary>The names that the core versions and the spec's extensions require, each once, by value.</summary>
    private IEnumerable<string> RequiredNames(string prefix)
    {
        HashSet<string> extensions = [.. spec.Extensions.Select(extension => extension.Name)];
        return registry.EnumsRequiredBy
            .Where(by => by.Key.StartsWith("GL_VERSION_", StringComparison.Ordinal)
            || by.Key.StartsWith("GLX_VERSION_", StringComparison.Ordinal) || extensions.Contains(by.Key))
            .SelectMany(by => by.Value).Distinct()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && registry.Enums.ContainsKey(name))
            .OrderBy(name => registry.Enums[name]).ThenBy(name => name, StringComparer.Ordinal);
    }

    private Dictionary<string, List<string>> AreasOfGroups()
    {
        var areas = new Dictionary<string, List<string>>();
        foreach (Command command in commands.Where(command => !command.IsGlx && !command.IsOwn))
        {
            foreach (string group in command.GlParameters.Select(parameter => parameter.Registry.Group).OfType<string>())
            {
                List<string> known = areas.TryGetValue(group, out List<string>? found) ? found : areas[group] = [];
                if (!known.Contains(command.Area))
                {
                    known.Add(command.Area);
                }
            }
        }

        return areas;
    }

    private string AreaOf(string name, Dictionary<string, List<string>> areasOfGroup) =>
        registry.GroupsOf(name).Where(areasOfGroup.ContainsKey).MinBy(registry.GroupSize) is string group ? areasOfGroup[group][0] : NoArea;

    private string EmitFile(string type, string valueType, string title, IEnumerable<string> names)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("Khronos' registry"));
        code.Line($"\nnamespace Vmgl.Wire;\n\n// {char.ToUpperInvariant(title[0])}{title[1..]}.");
        code.Block($"public static partial class {type}", () =>
        {
            foreach (string name in names)
            {
                uint value = registry.Enums[name];
                string written = valueType == "int" && value > int.MaxValue ? $"unchecked((int)0x{value:X})" : $"0x{value:X4}";
                code.Line($"public const {valueType} {name} = {written};");
            }
        });
        return code.ToString();
    }
}
