using System.Globalization;
using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator;

/// <summary>Registry and spec, read, bound and checked.</summary>
internal sealed record Loaded(
    string Root, SpecFiles Spec, KhronosRegistry Registry, List<Command> Commands, StateModel State, SlotModel Slots, StepModel Steps,
    TableModel Objects)
{
    private const string RegistryFolder = "/usr/share/khronos-api";

    /// <summary>The list of every opcode ever published, one <c>0x0001 name</c> a line.</summary>
    public const string FrozenFile = "spec/opcodes.frozen";

    /// <summary>Reads the tree at <paramref name="root"/>.</summary>
    /// <exception cref="SpecException">Something does not fit; the message has file and line.</exception>
    public static Loaded ReadTree(string root)
    {
        SpecFiles spec = SpecReader.ReadFolder(Path.Combine(root, "spec"));
        KhronosRegistry registry = ReadRegistry();
        List<Command> commands = new Binder(registry, spec).BindCommands();
        Checks.CheckAll(commands, spec, registry, ReadFrozen(root));
        SlotModel slots = SlotModel.Bind(spec, commands);
        return new Loaded(
            root, spec, registry, commands, StateModel.Bind(spec, registry, commands, slots), slots, StepModel.Bind(spec, commands),
            TableModel.Bind(spec, commands));
    }

    /// <summary>Khronos' registry as this machine has it.</summary>
    public static KhronosRegistry ReadRegistry() =>
        KhronosRegistry.Load(Path.Combine(RegistryFolder, "gl.xml"), Path.Combine(RegistryFolder, "glx.xml"));

    /// <summary>The folder that holds Vmgl.sln, upwards from <paramref name="from"/>.</summary>
    public static string FindRoot(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Vmgl.sln")))
            {
                return folder.FullName;
            }
        }

        throw new FileNotFoundException($"no Vmgl.sln in {from} or above it; run this inside the repository");
    }

    /// <summary>Adds what is new to the frozen list; existing lines stay as they are.</summary>
    public void FreezeOpcodes()
    {
        Dictionary<string, ushort> frozen = ReadFrozen(Root);
        var all = Commands.Where(c => c.Spec.Opcode is not null).Select(c => (Opcode: c.Spec.Opcode!.Value, c.Name)).OrderBy(c => c.Opcode);
        if (all.Any(c => !frozen.ContainsKey(c.Name)))
        {
            File.WriteAllLines(Path.Combine(Root, FrozenFile),
                all.Select(c => string.Create(CultureInfo.InvariantCulture, $"0x{c.Opcode:x4} {c.Name}")));
        }
    }

    private static Dictionary<string, ushort> ReadFrozen(string root)
    {
        string path = Path.Combine(root, FrozenFile);
        return !File.Exists(path) ? [] : File.ReadLines(path).Select(line => line.Split(' '))
            .ToDictionary(words => words[1], words =>
            ushort.Parse(words[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
