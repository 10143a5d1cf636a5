using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>The tables of the C library: what C# implements, named sizes, names for glXGetProcAddress, the version script.</summary>
internal static class CTables
{
    /// <summary>Commands whose C entry calls C#, in the order of their slots.</summary>
    public static List<Command> GuestEntries(IReadOnlyList<Command> commands) =>
        commands.Where(c => c.IsExported && c.Class is CommandClass.Client or CommandClass.Reply)
            .OrderBy(c => c.Name, StringComparer.Ordinal).ToList();

    public static string EmitEntries(IReadOnlyList<Command> commands, SpecFiles spec)
    {
        var code = new CodeWriter();
        code.Line(Names.CHead("spec"));
        code.Line("#ifndef VMGL_ENTRIES_G_H\n#define VMGL_ENTRIES_G_H\n");
        code.Line("/* Slots of the table that the guest library fills. */\nenum vmgl_entry {");
        GuestEntries(commands).ForEach(c => code.Line($"    VMGL_ENTRY_{c.Name},"));
        code.Line("    VMGL_ENTRIES\n};\n\n/* Kinds of object names. */\nenum vmgl_object {");
        spec.Objects.Where(o => o.HasNames).ToList().ForEach(o => code.Line($"    VMGL_OBJECT_{o.Name.ToUpperInvariant()},"));
        code.Line("    VMGL_OBJECTS\n};\n\n/* The protocol's own commands of constant length. */\nenum vmgl_own {");
        foreach (Command own in commands.Where(c => c.IsOwn && c.Class == CommandClass.Append && c.IsFixed))
        {
            code.Line($"    VMGL_OPCODE_{own.ShortName} = 0x{own.Spec.Opcode:x4},");
        }

        code.Line("};\n\n#endif");
        return code.ToString();
    }

    public static string EmitSizes(SpecFiles spec, KhronosRegistry registry, IReadOnlyList<Command> commands)
    {
        HashSet<string> used = commands.Where(c => c.Class == CommandClass.Append && c.Later is null)
            .SelectMany(c => c.Inputs.Concat(c.Bulks))
            .SelectMany(p => p.Size!.Factors.OfType<TableFactor>()).Select(t => t.Table).ToHashSet();
        var code = new CodeWriter();
        code.Line(Names.CHead("spec/sizes.spec"));
        code.Line("#ifndef VMGL_SIZES_G_H\n#define VMGL_SIZES_G_H\n#include <stdint.h>\n");
        foreach (SizeTable table in spec.Sizes.Where(s => used.Contains(s.Name)))
        {
            code.Block($"static inline int32_t vmgl_size_{table.Name}(uint32_t value)", () =>
            {
                code.Line("switch (value) {");
                foreach ((int elements, List<(string Name, uint Value)> enums) in WireTables.DistinctRows(table, registry)
                    .Where(r => r.Enums.Count > 0))
                {
                    enums.ForEach(e => code.Line($"case 0x{e.Value:x4}: /* {e.Name} */"));
                    code.Line($"    return {elements};");
                }

                code.Line($"default:\n    return {table.Otherwise};\n}}");
            });
            code.Line();
        }

        code.Line("#endif");
        return code.ToString();
    }

    /// <summary>The library of commands whose area names no other.</summary>
    public const string MainLibrary = "GL";

    /// <summary>Every name that a library exports, sorted as strcmp sorts.</summary>
    public static List<string> ExportedNames(IReadOnlyList<Command> commands, string library = MainLibrary) =>
        commands.Where(c => c.IsExported && c.Library == library).SelectMany(c => c.Also.Prepend(c.Name)).Order(StringComparer.Ordinal)
            .ToList();

    public static string EmitProcs(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CHead("spec"));
        code.Line("/* Every exported name, sorted as strcmp sorts: ../procs.c says what VMGL_PROC makes of them. */");
        ExportedNames(commands).ForEach(name => code.Line($"VMGL_PROC({name})"));
        return code.ToString();
    }

    /// <summary>The names that a library exports, for its linker.</summary>
    public static string VersionScript(IReadOnlyList<Command> commands, string library)
    {
        var code = new CodeWriter();
        code.Line(Names.CHead("spec"));
        code.Line("{\nglobal:");
        ExportedNames(commands, library).ForEach(name => code.Line($"    {name};"));
        code.Line("local:\n    *;\n};");
        return code.ToString();
    }
}
