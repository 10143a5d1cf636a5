using System.Xml;
using System.Xml.Linq;

namespace Vmgl.Generator.Registry;

/// <summary>One parameter of a command as the registry has it.</summary>
/// <param name="Type">The type's name without const and stars, e.g. <c>GLfloat</c>.</param>
/// <param name="Stars">How many times it is a pointer.</param>
/// <param name="IsConst">Whether the first pointer points to const.</param>
/// <param name="Length">The registry's <c>len</c>, e.g. <c>n</c>, <c>4</c>, <c>COMPSIZE(pname)</c>.</param>
/// <param name="Class">The registry's <c>class</c>: what kind of object a name names.</param>
public sealed record RegistryParameter(
    string Name, string Type, int Stars, bool IsConst, string? Length, string? Class, string? Group, string Declaration);

/// <summary>One command as the registry has it.</summary>
public sealed record RegistryCommand(
    string Name, string Returns, IReadOnlyList<RegistryParameter> Parameters, string? Alias, int Line)
{
    /// <summary>The C prototype.</summary>
    public string Prototype =>
        $"{Returns} {Name}({(Parameters.Count == 0 ? "void" : string.Join(", ", Parameters.Select(p => p.Declaration)))})";
}

/// <summary>What Khronos says: commands, enums, which version or extension requires which command.</summary>
/// <remarks>Read from gl.xml and glx.xml of Debian's package khronos-api; nothing of them is copied into this repository.</remarks>
public sealed class KhronosRegistry
{
    private readonly Dictionary<string, RegistryCommand> _commands = [];
    private readonly Dictionary<string, uint> _enums = [];
    private readonly Dictionary<string, List<string>> _requiredBy = [];
    private readonly Dictionary<string, SortedSet<uint>> _groups = [];
    private readonly Dictionary<string, string[]> _groupsOf = [];
    private readonly Dictionary<string, List<string>> _enumsRequiredBy = [];
    private readonly HashSet<string> _classic = [];
    private readonly Dictionary<string, SortedSet<string>> _apis = [];

    /// <summary>Commands by name.</summary>
    public IReadOnlyDictionary<string, RegistryCommand> Commands => _commands;

    /// <summary>Enum values by name.</summary>
    public IReadOnlyDictionary<string, uint> Enums => _enums;

    /// <summary>Commands that a version (<c>GL_VERSION_1_1</c>) or extension adds.</summary>
    public IReadOnlyDictionary<string, List<string>> RequiredBy => _requiredBy;

    /// <summary>The APIs that have a command in a version or an extension; empty for an unknown command.</summary>
    public IReadOnlyCollection<string> ApisOf(string name) => _apis.GetValueOrDefault(name, []);

    /// <summary>The names of the enums that a version (<c>GL_VERSION_1_1</c>) or extension adds.</summary>
    public IReadOnlyDictionary<string, List<string>> EnumsRequiredBy => _enumsRequiredBy;

    /// <summary>The groups that an enum belongs to, in the registry's order; empty for an enum without a group.</summary>
    public IReadOnlyList<string> GroupsOf(string name) => _groupsOf.GetValueOrDefault(name, []);

    /// <summary>How many values a group of enums has.</summary>
    public int GroupSize(string name) => _groups.TryGetValue(name, out SortedSet<uint>? values) ? values.Count : 0;

    /// <summary>The values of a group of enums that GL up to 2.1 has; all of them when it has none; empty for a name that is not
    /// a group.</summary>
    public IReadOnlyCollection<uint> ValuesOfGroup(string name)
    {
        SortedSet<uint> all = _groups.GetValueOrDefault(name, []);
        HashSet<uint> classic = [.. _classic.Where(_enums.ContainsKey).Select(e => _enums[e])];
        List<uint> known = [.. all.Where(classic.Contains)];
        return known.Count > 0 ? known : all;
    }

    /// <summary>Reads registry files.</summary>
    /// <exception cref="FileNotFoundException">A file is missing; the message names the package to install.</exception>
    public static KhronosRegistry Load(params string[] paths)
    {
        var registry = new KhronosRegistry();
        foreach (string path in paths)
        {
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"{path}: not found; install Khronos' registry (Debian: apt-get install khronos-api)");
            }

            registry.AddFile(XDocument.Load(path, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!);
        }

        return registry;
    }

    /// <summary>The command that <paramref name="name"/> is another name of, through all steps.</summary>
    public string AliasRoot(string name)
    {
        var seen = new HashSet<string>();
        while (seen.Add(name) && _commands.TryGetValue(name, out RegistryCommand? command) && command.Alias is string alias)
        {
            name = alias;
        }

        return name;
    }

    private void AddFile(XElement root)
    {
        foreach (XElement element in root.Descendants("enum").Where(e => e.Attribute("value") is not null))
        {
            AddEnum(element);
        }

        foreach (XElement element in root.Elements("commands").Elements("command"))
        {
            RegistryCommand command = ReadCommand(element);
            _commands.TryAdd(command.Name, command);
        }

        foreach (XElement element in root.Elements("feature").Concat(root.Elements("extensions").Elements("extension")))
        {
            AddRequirements(element);
        }
    }

    private void AddEnum(XElement element)
    {
        string text = element.Attribute("value")!.Value;
        bool hexadecimal = text.StartsWith("0x", StringComparison.Ordinal);
        if (hexadecimal
            ? uint.TryParse(text.AsSpan(2), System.Globalization.NumberStyles.HexNumber, null, out uint value)
            : uint.TryParse(text, out value))
        {
            _enums.TryAdd(element.Attribute("name")!.Value, value);
            string[] groups = element.Attribute("group")?.Value.Split(',') ?? [];
            _groupsOf.TryAdd(element.Attribute("name")!.Value, groups);
            foreach (string group in groups)
            {
                _ = (_groups.TryGetValue(group, out SortedSet<uint>? values) ? values : _groups[group] = []).Add(value);
            }
        }
    }

    private void AddRequirements(XElement element)
    {
        string? api = element.Attribute("api")?.Value;
        AddApis(element, api);
        if (api == "gles2")
        {
            _requiredBy[element.Attribute("name")!.Value] = [.. element.Elements("require")
                .Where(r => r.Attribute("api")?.Value is null or "gles2").Elements("command").Select(c => c.Attribute("name")!.Value)];
        }

        if (api is not null and not "gl" and not "glx")
        {
            return;
        }

        _enumsRequiredBy[element.Attribute("name")!.Value] =
            [.. element.Elements("require").Elements("enum").Select(e => e.Attribute("name")!.Value)];
        if (element.Attribute("number")?.Value is string number && string.CompareOrdinal(number, "2.1") <= 0)
        {
            _classic.UnionWith(element.Elements("require").Elements("enum").Select(e => e.Attribute("name")!.Value));
        }

        IEnumerable<string> names = element.Elements("require")
            .Where(r => r.Attribute("api")?.Value is null or "gl" or "glx" && r.Attribute("profile")?.Value is null or "compatibility")
            .Elements("command").Select(c => c.Attribute("name")!.Value);
        _requiredBy[element.Attribute("name")!.Value] = names.ToList();
    }

    /// <summary>Notes which APIs have the commands of a version or extension.</summary>
    private void AddApis(XElement element, string? api)
    {
        string[] supported = api is not null ? [api] : element.Attribute("supported")?.Value.Split('|') ?? [];
        foreach (XElement require in element.Elements("require"))
        {
            foreach (string name in require.Elements("command").Select(c => c.Attribute("name")!.Value))
            {
                _ = _apis.TryAdd(name, []);
                _apis[name].UnionWith(require.Attribute("api")?.Value is string only ? [only] : supported);
            }
        }
    }

    private static RegistryCommand ReadCommand(XElement element)
    {
        XElement proto = element.Element("proto")!;
        string name = proto.Element("name")!.Value;
        string returns = proto.Value[..^name.Length].Trim();
        return new RegistryCommand(
            name,
            returns,
            element.Elements("param").Select(ReadParameter).ToList(),
            element.Element("alias")?.Attribute("name")?.Value,
            ((IXmlLineInfo)element).LineNumber);
    }

    private static RegistryParameter ReadParameter(XElement element)
    {
        string text = element.Value;
        string name = element.Element("name")!.Value;
        return Declarations.Parse(
            text, name, element.Attribute("len")?.Value, element.Attribute("class")?.Value, element.Attribute("group")?.Value);
    }
}
