using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>The tables beside the wire views: opcodes, lengths, named sizes, GLX attributes.</summary>
internal static class WireTables
{
    public static string EmitOpcodes(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nnamespace Vmgl.Wire;\n");
        code.Line("/// <summary>Every command that ever had a number. Numbers are never given back.</summary>");
        code.Block("public enum Opcode : ushort", () =>
        {
            code.Line("None = 0,");
            foreach (Command command in commands.Where(c => c.Spec.Opcode is not null).OrderBy(c => c.Spec.Opcode))
            {
                code.Line($"{command.ShortName} = 0x{command.Spec.Opcode:x4},");
            }
        });
        return code.ToString();
    }

    public static string CommandTable(IReadOnlyList<Command> commands)
    {
        var travelling = commands.Where(c => c.Travels).ToDictionary(c => (int)c.Spec.Opcode!);
        int count = commands.Max(c => c.Spec.Opcode ?? 0) + 1;
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nnamespace Vmgl.Wire.Commands;\n");
        code.Line("/// <summary>What the door must know of each opcode before anything else looks at it.</summary>");
        code.Block("public static partial class CommandTable", () =>
        {
            code.Line($"/// <summary>One more than the largest opcode.</summary>\npublic const int Count = 0x{count:x4};\n");
            EmitNumbers(code, "Bytes of the whole command; 0 where the opcode does not travel, -1 where the command says its own length.",
                "ReadOnlySpan<short> FixedBytes", count, i => travelling.TryGetValue(i, out Command? c) ? c.IsFixed ? c.FixedBytes : -1
                : 0);
            EmitNumbers(code, "Bytes up to the first array of a command that says its own length.",
                "ReadOnlySpan<byte> LeastBytes", count, i => travelling.TryGetValue(i, out Command? c) && !c.IsFixed ? c.ScalarEnd : 0);
            EmitNumbers(code, "1 where the command asks something and so carries a token.",
                "ReadOnlySpan<byte> Tokens", count, i => travelling.TryGetValue(i, out Command? c) && c.HasReply ? 1 : 0);
            EmitCases(code, "MeasureSized", "Bytes that a command which says its own length must have, by its parameters.",
                travelling.Values.Where(c => !c.IsFixed), "Measured");
            EmitCases(code, "MeasureBulk", "Bytes of bulk payload that belong to a command, without padding.",
                travelling.Values.Where(c => c.Bulks.Any()), "BulkBytes");
        });
        return code.ToString();
    }

    private static void EmitNumbers(CodeWriter code, string summary, string declaration, int count, Func<int, int> value)
    {
        code.Line($"\n/// <summary>{summary}</summary>\ninternal static {declaration} =>\n[");
        foreach (int[] row in Enumerable.Range(0, count).Select(value).Chunk(32))
        {
            code.Line($"    {string.Join(", ", row)},");
        }

        code.Line("];");
    }

    private static void EmitCases(CodeWriter code, string name, string summary, IEnumerable<Command> commands, string member)
    {
        code.Line($"\n/// <summary>{summary}</summary>");
        code.Block($"public static long {name}(ushort opcode, ReadOnlySpan<byte> command) => opcode switch", () =>
        {
            foreach (Command command in commands.OrderBy(c => c.Spec.Opcode))
            {
                code.Line($"0x{command.Spec.Opcode:x4} => new {command.ShortName}(command).{member},");
            }

            code.Line("_ => 0,");
        }, "};");
    }

    public static string EmitSizes(SpecFiles spec, KhronosRegistry registry)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/sizes.spec"));
        code.Line("\nnamespace Vmgl.Wire.Commands;\n");
        code.Line("/// <summary>Named sizes: elements of a parameter array by the enum that decides it. The guest's C has the same ones.</summary>");
        code.Block("public static class Sizes", () =>
        {
            foreach (SizeTable table in spec.Sizes)
            {
                code.Block($"public static int {Names.ToPascalCase(table.Name)}(uint value) => value switch", () =>
                {
                    foreach ((int elements, List<(string Name, uint Value)> enums) in DistinctRows(table, registry))
                    {
                        enums.ForEach(e => code.Line($"0x{e.Value:x4} => {elements}, // {e.Name}"));
                    }

                    code.Line($"_ => {table.Otherwise},");
                }, "};\n");
            }
        });
        return code.ToString();
    }

    /// <summary>The rows of a size with their values; an enum that has the value of an earlier one is left out.</summary>
    internal static List<(int Elements, List<(string Name, uint Value)> Enums)> DistinctRows(SizeTable table, KhronosRegistry registry)
    {
        var seen = new HashSet<uint>();
        return table.Rows.Select(row => (row.Elements, row.Enums
            .Select(name => (name, registry.Enums[name])).Where(e => seen.Add(e.Item2)).ToList())).ToList();
    }

    public static string GlxAttributes(SpecFiles spec, KhronosRegistry registry)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/glx.spec"));
        code.Line("\nnamespace Vmgl.Wire.Glx;\n");
        code.Line("/// <summary>What visuals and FBConfigs can be asked, in the order in which their values travel.</summary>");
        code.Block("public static class GlxAttributes", () =>
        {
            foreach (AttributeList list in spec.Attributes)
            {
                code.Line($"public static ReadOnlySpan<int> {list.Name} =>\n[");
                list.Enums.ForEach(name => code.Line($"    0x{registry.Enums[name]:x4}, // {name}"));
                code.Line("];\n");
            }

            foreach (string name in spec.Attributes.SelectMany(a => a.Enums).Distinct())
            {
                code.Line($"public const int {ConstantName(name)} = 0x{registry.Enums[name]:x4};");
            }
        });
        return code.ToString();
    }

    private static string ConstantName(string name) => Names.ToPascalCase(name["GLX_".Length..].ToLowerInvariant());
}
