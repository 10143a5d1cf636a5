using System.Globalization;
using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>A valid call of every command, the same in C and in C#, so that both sides can be held against each other.</summary>
internal sealed class Samples(SpecFiles spec, KhronosRegistry registry)
{
    private const int Count = 3;
    private const int ImageComponents = 4; // the sample image is RGBA in bytes

    /// <summary>The list of every area's samples.</summary>
    public static string EmitTable(IEnumerable<string> areas)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nnamespace Vmgl.Testing;\n");
        code.Block("public static partial class Samples", () =>
            code.Line($"private static IEnumerable<Sample> Build() =>\n[\n{string.Concat(areas.Select(a => $"    .. {Names.ToPascalCase(a)}Samples(),\n"))}];"));
        return code.ToString();
    }

    /// <summary>The command bytes that C# encoders write for an area's samples.</summary>
    public string EmitEncoded(string area, IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.Testing;\n");
        code.Block("public static partial class Samples", () =>
        {
            code.Block($"private static IEnumerable<Sample> {Names.ToPascalCase(area)}Samples()", () =>
            {
                foreach (Command command in commands.Where(c => c.Travels))
                {
                    code.Line($"yield return {ShortSample(command)};");
                }
            });
            foreach (Command command in commands.Where(c => c.Travels))
            {
                code.Line();
                EmitMethod(code, command);
            }
        });
        return code.ToString();
    }

    private static bool IsWrittenByC(Command command) => command.Travels && command.IsExported && command.Class == CommandClass.Append;

    private string ShortSample(Command command)
    {
        long bulk = command.Bulks.Sum(p => (long)CountElements(command, p) * p.Type!.Bytes);
        string transcript = command.IsOwn || command.HostByHand ? "null" : $"\"{TranscriptText(command)}\"";
        return $"new Sample(Opcode.{command.ShortName}, {command.ShortName}(), {bulk}, {transcript}, {(IsWrittenByC(command) ? "true" : "false")}, {command.Bulks.Select(p => SeedOf(command, p)).FirstOrDefault()})";
    }

    private void EmitMethod(CodeWriter code, Command command)
    {
        var arguments = new List<string>();
        if (command.HasReply)
        {
            arguments.Add("Token");
        }

        arguments.AddRange(command.Parameters.Where(p => p.Kind is ParameterKind.Scalar or ParameterKind.ArrayIn).Select(p =>
            p.IsArray ? $"Pattern({CountElements(command, p) * p.Type!.Bytes}, {SeedOf(command, p)})"
                : LiteralText(p, SampleValue(command, p), c: false)));
        int bytes = command.ScalarEnd + command.Inputs.Sum(p => Command.PadToWord(CountElements(command, p) * p.Type!.Bytes));
        code.Block($"private static byte[] {command.ShortName}()", () =>
        {
            code.Line($"byte[] to = new byte[{bytes}];");
            code.Line($"Wire.Commands.{command.ShortName}.Write({string.Join(", ", arguments.Prepend("to"))});");
            code.Line("return to;");
        });
    }

    /// <summary>A C program's calls of every sample that C writes itself.</summary>
    public string CCalls(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CHead("spec"));
        code.Line("#include \"samples.h\"\n\nvoid vmgl_call_samples(void)\n{");
        foreach (Command command in commands.Where(IsWrittenByC))
        {
            string arguments = string.Join(", ", command.Parameters.Select(p =>
                p.IsArray ? $"(const {p.Registry.Type} *)sample_pattern({CountElements(command, p) * p.Type!.Bytes}, {SeedOf(command, p)})"
                    : LiteralText(p, SampleValue(command, p), c: true)));
            code.Line($"    {command.Name}({arguments});");
        }

        code.Line("}");
        return code.ToString();
    }

    /// <summary>Prototypes for the C program: the registry's, without any GL header.</summary>
    public static string CPrototypes(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CHead("spec"));
        code.Line("#include \"gl_types.h\"\n");
        foreach (Command command in commands.Where(IsWrittenByC))
        {
            code.Line($"extern {command.Registry.Prototype};");
        }

        return code.ToString();
    }

    /// <summary>The list of the recording GL's functions.</summary>
    public static string FakeGl(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nnamespace Vmgl.Testing;\n");
        code.Line("/// <summary>A GL that records what it is called with.</summary>");
        code.Block("internal static unsafe partial class FakeGl", () =>
            code.Block("public static nint Find(string name) => name switch", () =>
            {
                foreach (Command c in commands.Where(c => c.IsCalledByHost).OrderBy(c => c.ShortName, StringComparer.Ordinal))
                {
                    code.Line($"\"{c.Name}\" => (nint)({HostReplay.PointerType(c)})&{c.ShortName},");
                }

                code.Line("_ => 0,");
            }, "};"));
        return code.ToString();
    }

    /// <summary>An area's recording functions.</summary>
    public static string FakeGl(string area, IEnumerable<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line("\nusing System.Runtime.InteropServices;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.Testing;\n");
        code.Block("internal static unsafe partial class FakeGl", () =>
            commands.Where(c => c.IsCalledByHost).ToList().ForEach(c => EmitFakeCall(code, c)));
        return code.ToString();
    }

    private static void EmitFakeCall(CodeWriter code, Command command)
    {
        string parameters = string.Join(", ", command.GlParameters.Select(
            p => $"{HostReplay.CSharpType(p)} {Names.ParameterName(p.Name)}"));
        string said = string.Join(", ", command.GlParameters.Select(p =>
            p.Kind is ParameterKind.ArrayOut or ParameterKind.GuestMemory ? $"{p.Name}=out"
            : p.IsArray ? $"{p.Name}={{Hex({Names.ParameterName(p.Name)}, {SizeText.CSharp(p, name => name == p.Given ? "1" : Names.ParameterName(name))})}}"
            : $"{p.Name}={{{Names.ParameterName(p.Name)}}}"));
        code.Line("\n[UnmanagedCallersOnly]");
        code.Block($"private static {HostReplay.ReturnType(command)} {command.ShortName}({parameters})", () =>
        {
            code.Line($"Say($\"{command.Name}({said})\");");
            foreach (Parameter p in command.Outputs)
            {
                code.Line($"Fill({Names.ParameterName(p.Name)}, {SizeText.CSharp(p, Names.ParameterName)});");
            }

            if (command.Returns != "void")
            {
                code.Line(command.RepliesBytes ? "return Text;" : $"return ({HostReplay.ReturnType(command)})Answer;");
            }
        });
    }

    private string TranscriptText(Command command) =>
        $"{command.Name}({string.Join(", ", command.GlParameters.Select(p => $"{p.Name}={TranscriptValue(command, p)}"))})";

    private string TranscriptValue(Command command, Parameter p) =>
        p.Kind is ParameterKind.ArrayOut or ParameterKind.GuestMemory ? "out"
        : p.IsArray ? Convert.ToHexStringLower(MakePattern(CountElements(command, p) * p.Type!.Bytes, SeedOf(command, p)))
        : p.IsMapped ? Convert.ToString(uint.MaxValue, CultureInfo.InvariantCulture) // an object that was never made
        : Convert.ToString(SampleValue(command, p), CultureInfo.InvariantCulture)!;

    /// <summary>The bytes of a sample array; C and the tests' C# have the same formula.</summary>
    private static byte[] MakePattern(int bytes, int seed) =>
        Enumerable.Range(0, bytes).Select(i => (byte)((i * 13) + (seed * 31) + 7)).ToArray();

    private static int SeedOf(Command command, Parameter p) => command.Parameters.ToList().IndexOf(p);

    private int CountElements(Command command, Parameter array) =>
        array.Size!.Factors.Aggregate(1, (product, factor) => product * factor switch
    {
        NumberFactor n => n.Value,
        ParameterFactor f => f.Parameter == array.Given ? 1 : SaidSample(command, f.Parameter) ?? Count,
        TableFactor t => FindSizeTable(t.Table).Rows.Select(r => (int?)r.Elements).FirstOrDefault() ?? FindSizeTable(t.Table).Otherwise,
        BitmapFactor => Count, // one byte a row
        ImageFactor i => (int)Math.Pow(Count, i.Extents.Count) * ImageComponents,
        _ => throw new InvalidOperationException(),
    });

    /// <summary>A value that the spec's line asks for (<c>sample=count:0</c>), where a made-up one would be refused by its
    /// meaning.</summary>
    private static int? SaidSample(Command command, string parameter) =>
        command.Spec.FindValue("sample")?.Split(':') is [string name, string value] && name == parameter
            ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private SizeTable FindSizeTable(string name) => spec.Sizes.First(s => s.Name == name);

    /// <summary>A scalar's sample value: what sizes need, otherwise something that shows a swapped or narrowed field.</summary>
    private object SampleValue(Command command, Parameter p)
    {
        if (SaidSample(command, p.Name) is int said)
        {
            return said;
        }

        IEnumerable<SizeFactor> deciding = command.Parameters.Where(q => q.IsArray).SelectMany(q => q.Size!.Factors);
        foreach (SizeFactor factor in deciding)
        {
            if (factor is ParameterFactor n && n.Parameter == p.Name && !p.IsWireOnly)
            {
                return Count;
            }

            if (factor is BitmapFactor bitmap && (p.Name == bitmap.Width || p.Name == bitmap.Height))
            {
                return Count;
            }

            if (factor is ImageFactor image && (p.Name == image.Format || p.Name == image.Type || image.Extents.Contains(p.Name)))
            {
                return p.Name == image.Format ? registry.Enums["GL_RGBA"] : p.Name == image.Type ? registry.Enums["GL_UNSIGNED_BYTE"]
                    : Count;
            }

            if (factor is ParameterFactor given && p.IsWireOnly && given.Parameter == p.Name)
            {
                return 1u;
            }

            if (factor is TableFactor t && t.Parameter == p.Name)
            {
                return FindSizeTable(t.Table).Rows.Select(r => (uint?)registry.Enums[r.Enums[0]]).FirstOrDefault() ?? 0x0b00u;
            }
        }

        int i = SeedOf(command, p);
        if (p.Registry.Type == "GLsizei")
        {
            return 300 + i; // a count: what is negative is never valid, what is large costs the one who counts
        }

        return p.Type!.CSharp switch
        {
            "float" => i + 0.5f,
            "double" => -i - 0.25,
            "byte" => (byte)(200 + i),
            "sbyte" => (sbyte)(-100 - i),
            "short" => (short)(-30000 - i),
            "ushort" => (ushort)(60000 + i),
            "uint" => 0xC0000000u + (uint)i,
            "long" => -0x123456789L - i,
            _ => -70000 - i,
        };
    }

    private static string LiteralText(Parameter p, object value, bool c)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return p.Type!.CSharp switch
        {
            "float" => text + "f",
            "double" => text.Contains('.', StringComparison.Ordinal) ? text : text + ".0",
            "uint" => text + "u",
            "long" => c ? text + "ll" : text,
            _ => text,
        };
    }
}
