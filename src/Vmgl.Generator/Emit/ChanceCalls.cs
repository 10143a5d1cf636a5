using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;

namespace Vmgl.Generator.Emit;

/// <summary>Calls with arguments made by chance, plausible as far as the registry knows: for tests that compare what streams do.</summary>
internal static class ChanceCalls
{
    /// <summary>Groups that no parameter names but tests ask for: what glGet and glIsEnabled take, and the values behind a pname.</summary>
    private static readonly string[] s_more =
    [
        "GetPName", "EnableCap", "FogMode", "TextureEnvMode", "TextureGenMode", "LightModelColorControl", "StencilOp", "TextureMagFilter",
        "TextureMinFilter", "TextureWrapMode", "TextureTarget", "LogicOp",
    ];

    /// <summary>Whether a command gets a call: it travels, nobody answers, and its arguments are all on the wire.</summary>
    public static bool IsMade(Command command) => command.Travels && !command.IsOwn && !command.HasReply
        && command.Parameters.All(p => p.Kind is ParameterKind.Scalar or ParameterKind.ArrayIn or ParameterKind.Bulk);

    /// <summary>The values of the registry's groups that calls draw from.</summary>
    public static string EmitEnumGroups(IReadOnlyList<Command> commands, KhronosRegistry registry)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("Khronos' registry"));
        code.Line("\nnamespace Vmgl.Testing;\n");
        code.Line("/// <summary>Values that the registry puts into one group; those of GL up to 2.1 where there are any.</summary>");
        code.Block("public static class EnumGroups", () =>
        {
            IEnumerable<string> used = commands.Where(IsMade).SelectMany(c => c.Scalars).Select(p => p.Registry.Group).OfType<string>();
            foreach (string group in used.Concat(s_more).Distinct().Order(StringComparer.Ordinal)
                .Where(g => registry.ValuesOfGroup(g).Count > 0))
            {
                code.Line($"public static readonly uint[] {group} = [{string.Join(", ", registry.ValuesOfGroup(group).Select(v => $"0x{v:x}"))}];");
            }
        });
        return code.ToString();
    }

    /// <summary>The table of every call by opcode.</summary>
    public static string EmitTable(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire;\n\nnamespace Vmgl.Testing;\n");
        code.Line("/// <summary>Calls whose arguments chance decides.</summary>");
        code.Block("public static partial class ChanceCalls", () =>
        {
            code.Line("/// <summary>What makes a call of each command; the areas are the spec's.</summary>");
            code.Block("public static IReadOnlyDictionary<Opcode, (string Area, Func<Chance, byte[]> Make)> All { get; } = new Dictionary<Opcode, (string, Func<Chance, byte[]>)>", () =>
            {
                foreach (Command command in commands.Where(IsMade))
                {
                    code.Line($"[Opcode.{command.ShortName}] = (\"{command.Area}\", {command.ShortName}),");
                }
            }, "};");
        });
        return code.ToString();
    }

    /// <summary>The calls of an area.</summary>
    public static string EmitArea(string area, IEnumerable<Command> commands, KhronosRegistry registry)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.Testing;\n");
        code.Block("public static partial class ChanceCalls", () =>
        {
            bool isFirst = true;
            foreach (Command command in commands.Where(IsMade))
            {
                code.Line(isFirst ? "" : "\n");
                isFirst = false;
                EmitMethod(code, command, registry);
            }
        });
        return code.ToString().Replace("{\n\n", "{\n", StringComparison.Ordinal).Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
    }

    private static void EmitMethod(CodeWriter code, Command command, KhronosRegistry registry)
    {
        code.Block($"private static byte[] {command.ShortName}(Chance chance)", () =>
        {
            string context = command.Scalars.FirstOrDefault(p => p.Name is "pname" or "target") is Parameter about ? LocalName(about.Name)
                : "0";
            foreach (Parameter p in command.Scalars.OrderBy(p => p.Name is "pname" ? 0 : p.Name is "target" ? 1 : 2))
            {
                code.Line($"{p.Type!.CSharp} {LocalName(p.Name)} = {ValueText(p, LocalName(p.Name) == context ? "0" : context, registry)};");
            }

            foreach (Parameter p in command.Inputs)
            {
                code.Line($"byte[] {LocalName(p.Name)} = chance.Array<{ElementText(p)}>({SizeText.CSharp(p, LocalName)}, {context});");
            }

            string arrays = string.Concat(command.Inputs.Select(p => $" + Align.To4({LocalName(p.Name)}.Length)"));
            code.Line($"byte[] to = new byte[{command.ScalarEnd}{arrays}];");
            IEnumerable<string> arguments = command.Parameters.Where(p => p.Kind != ParameterKind.Bulk).Select(p => LocalName(p.Name));
            code.Line($"Wire.Commands.{command.ShortName}.Write({string.Join(", ", arguments.Prepend("to"))});");
            code.Line("return to;");
        });
    }

    private static string ElementText(Parameter array) => array.Type!.CSharp is "void" or "nint" ? "byte" : array.Type.CSharp;

    private static string LocalName(string name) => name is "to" or "chance" ? name + "Value" : Names.ParameterName(name);

    private static string ValueText(Parameter p, string context, KhronosRegistry registry)
    {
        if (p.IsWireOnly)
        {
            return "1";
        }

        bool grouped = p.Registry.Group is string g && registry.ValuesOfGroup(g).Count > 0 && p.Registry.Type is "GLenum" or "GLbitfield";
        if (grouped)
        {
            return $"chance.{(p.Registry.Type == "GLenum" ? "Enum" : "Bits")}(EnumGroups.{p.Registry.Group})";
        }

        return p is { ObjectType: not null, IsPlaced: false } ? "chance.Name()"
            : p.Registry.Type is "GLenum" ? "chance.Enum([])"
            : p.Registry.Type is "GLboolean" ? "chance.Bool()"
            : p.Registry.Type is "GLsizei" || p.Name.EndsWith("order", StringComparison.Ordinal) ? "chance.Count()"
            : p.Type!.CSharp is "nint" ? "0"
            : $"chance.Value<{p.Type.CSharp}>({context})";
    }
}
