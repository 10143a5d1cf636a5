using Vmgl.Generator.Model;

namespace Vmgl.Generator.Emit;

/// <summary>The replay handlers of the host and its table of GL entry points.</summary>
internal static class HostReplay
{
    public static string EmitArea(string area, string title, IEnumerable<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line($"\n// {title}\n// The door has checked every length; nothing here checks again.\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.Stub.Replay;\n");
        code.Block("internal static unsafe partial class Handlers", () =>
        {
            foreach (Command command in commands.Where(c => c.Travels && !c.HostByHand))
            {
                EmitHandler(code, command);
            }
        });
        return code.ToString();
    }

    /// <summary>Emits one handler.</summary>
    public static void EmitHandler(CodeWriter code, Command command)
    {
        string head = $"{command.ShortName}(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)";
        code.Block($"internal static void {head}", () =>
        {
            code.Line($"var view = new Wire.Commands.{command.ShortName}(command);");
            string[] pins = command.Inputs.Concat(command.Bulks).Select(Pin).ToArray();
            if (pins.Length > 0)
            {
                code.Block(string.Join("\n", pins), () => EmitCall(code, command));
            }
            else
            {
                EmitCall(code, command);
            }

            string Pin(Parameter array)
            {
                string bytes = array.Kind == ParameterKind.Bulk ? "bulk" : $"view.{Names.PropertyName(command, array.Name)}";
                return $"fixed (byte* {Names.ParameterName(array.Name)} = &Replayer.OrZeros({bytes}))";
            }
        });
        code.Line();
    }

    private static void EmitCall(CodeWriter code, Command command)
    {
        string call = $"r.Gl.{command.ShortName}({string.Join(", ", command.GlParameters.Select(p => ArgumentText(command, p)))})";
        if (!command.HasReply)
        {
            code.Line(call + ";");
            return;
        }

        string outs = string.Concat(command.Outputs.Select(o => ", " + SizeText.CSharp(o, p => "view." + Names.PropertyName(command, p))));
        code.Line($"r.Reply.BeginReply(view.Token{outs});");
        code.Line(command.Returns == "void" ? call + ";"
            : command.RepliesBytes ? $"r.Reply.AddString({call});"
            : $"r.Reply.AddValue({call});");
        code.Line("r.SendReply();");
    }

    private static string ArgumentText(Command command, Parameter p) => p.Kind switch
    {
        ParameterKind.Scalar when IsImageFormat(command, p) => CheckedFormat(command, p),
        ParameterKind.Scalar when p.IsMapped => $"r.Shaders.OfGuest(view.{Names.PropertyName(command, p.Name)})",
        ParameterKind.Scalar when p.IsPlaced => $"r.Uniforms.OfGuest(r, view.{Names.PropertyName(command, p.Name)})",
        ParameterKind.Scalar => $"view.{Names.PropertyName(command, p.Name)}",
        ParameterKind.ArrayOut when p.Type!.Name == "GLboolean" => $"r.Reply.OutBooleans({command.Outputs.ToList().IndexOf(p)})",
        ParameterKind.ArrayOut => $"r.Reply.ReserveOutput<{(p.Type!.CSharp == "void" ? "byte" : p.Type.CSharp)}>({command.Outputs.ToList().IndexOf(p)})",
        _ when p.Given is string given => $"view.{Names.PropertyName(command, given)} == 0 ? null : ({p.Type!.CSharp}*){Names.ParameterName(p.Name)}",
        _ => $"({p.Type!.CSharp}*){Names.ParameterName(p.Name)}",
    };

    /// <summary>Whether a parameter is the format of an image that this command carries or returns.</summary>
    private static bool IsImageFormat(Command command, Parameter p) => FindImageFactor(command)?.Format == p.Name;

    /// <summary>A format that GL is given only when the size of the image is known: GL finds its own error for 0.</summary>
    private static string CheckedFormat(Command command, Parameter p) =>
        $"Images.CheckFormat(view.{Names.PropertyName(command, p.Name)}, view.{Names.PropertyName(command, FindImageFactor(command)!.Type)})";

    private static ImageFactor? FindImageFactor(Command command) =>
        command.Parameters.Where(p => p.IsArray).SelectMany(p => p.Size!.Factors).OfType<ImageFactor>().FirstOrDefault();

    public static string HandlerTable(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.Stub.Replay;\n");
        code.Block("internal static unsafe partial class Handlers", () =>
        {
            code.Line("/// <summary>The handler of each opcode; null where the door lets nothing through.</summary>");
            code.Line("internal static readonly delegate*<Replayer, ReadOnlySpan<byte>, ReadOnlySpan<byte>, void>[] Table = BuildTable();\n");
            code.Block("private static delegate*<Replayer, ReadOnlySpan<byte>, ReadOnlySpan<byte>, void>[] BuildTable()", () =>
            {
                code.Line("var table = new delegate*<Replayer, ReadOnlySpan<byte>, ReadOnlySpan<byte>, void>[CommandTable.Count];");
                foreach (Command command in commands.Where(c => c.Travels).OrderBy(c => c.Spec.Opcode))
                {
                    code.Line($"table[(int)Opcode.{command.ShortName}] = &{command.ShortName};");
                }

                code.Line("return table;");
            });
        });
        return code.ToString();
    }

    public static string GlTable(IReadOnlyList<Command> commands)
    {
        List<Command> gl = commands.Where(c => c.IsCalledByHost).OrderBy(c => c.ShortName, StringComparer.Ordinal).ToList();
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nnamespace Vmgl.Stub.Host;\n");
        code.Line("/// <summary>The host's GL entry points. One loader fills it: with a driver's, with nothing's, or with a test's.</summary>");
        code.Block("internal sealed unsafe partial class GlTable", () =>
        {
            gl.ForEach(c => code.Line($"public readonly {PointerType(c)} {c.ShortName};"));
            code.Line();
            code.Block("/// <summary>Asks <paramref name=\"find\"/> for every entry point; an older name of the same command stands in for a missing one.</summary>\npublic GlTable(Func<string, nint> find)", () =>
            {
                foreach (Command c in gl)
                {
                    string names = string.Join(", ", c.Also.Prepend(c.Name).Select(n => $"\"{n}\""));
                    code.Line($"{c.ShortName} = ({PointerType(c)})FindAddress(find, {names});");
                }
            });
        });
        return code.ToString();
    }

    /// <summary>The C# function pointer type of a command.</summary>
    public static string PointerType(Command command) =>
        $"delegate* unmanaged<{string.Concat(command.GlParameters.Select(p => CSharpType(p) + ", "))}{ReturnType(command)}>";

    public static string CSharpType(Parameter p) => p.Type!.CSharp + new string('*', p.Registry.Stars);

    public static string ReturnType(Command command)
    {
        bool pointer = command.Returns.Contains('*', StringComparison.Ordinal);
        string name = command.Returns.Replace("const", "", StringComparison.Ordinal).Replace('*', ' ').Trim();
        return (GlType.Find(name)?.CSharp ?? name) + (pointer ? "*" : "");
    }
}
