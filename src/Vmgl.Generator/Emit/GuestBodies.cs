using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>Bodies of the guest's commands that the spec describes: questions to the host, and the recipes of
/// <see cref="ClientRecipe"/>.</summary>
internal static class GuestBodies
{
    /// <summary>The body of a command that has a recipe.</summary>
    public static void Body(CodeWriter code, Command command)
    {
        ClientRecipe recipe = command.Recipe!;
        code.Block($"public static {GuestEntries.Head(command)}", () =>
        {
            if (recipe.Upload is Parameter upload)
            {
                Upload(code, command, upload);
            }
            else if (recipe.IsQuestion)
            {
                Question(code, command);
            }
            else if (recipe.Names is Parameter names)
            {
                ObjectNames(code, command, names);
            }
            else
            {
                code.Line(Written(command, [.. Inputs(command)]));
            }

            if (recipe.Then is Hook then)
            {
                code.Line($"{Call(then)};");
            }
        });
        code.Line();
    }

    /// <summary>Asking the host in the regular form: a value and arrays come back. Commands written by hand ask by the same
    /// method.</summary>
    public static void Ask(CodeWriter code, Command command)
    {
        string returns = GuestEntries.ReturnTypeOf(command);
        code.Block($"internal static {returns} Ask{command.ShortName}({GuestEntries.ParameterList(command, "GuestStream stream")})", () =>
        {
            code.Line("uint token = stream.NextToken();");
            code.Line(Written(command, [.. Inputs(command).Prepend("token")]));
            code.Line($"using Reply reply = stream.AskHost(token, Opcode.{command.ShortName});");
            if (returns != "void")
            {
                code.Line($"var value = ({returns})reply.NextValue();");
            }

            foreach (Parameter o in command.Outputs)
            {
                code.Line($"reply.CopyTo({Names.ParameterName(o.Name)}, {SizeText.CSharp(o, Names.ParameterName)});");
            }

            if (returns != "void")
            {
                code.Line("return value;");
            }
        });
        code.Line();
    }

    /// <summary>Declarations without body of what the recipes of a class call: the compiler insists on each.</summary>
    /// <exception cref="SpecException">Two commands call one method with different types.</exception>
    public static void Hooks(CodeWriter code, IReadOnlyList<Command> commands)
    {
        var declared = new Dictionary<string, string>();
        foreach (Command command in commands.Where(c => c.Recipe is not null))
        {
            Declare(command, command.Recipe!.Kept, "int?", "A value that the guest keeps; null for the host's.");
            Declare(command, command.Recipe.Then, "void", "The command is in the batch.");
        }

        void Declare(Command command, Hook? hook, string returns, string summary)
        {
            if (hook is null)
            {
                return;
            }

            string types = string.Join(", ", hook.Parameters.Select(GuestEntries.TypeOf));
            if (declared.TryGetValue(Method(hook, returns), out string? before))
            {
                if (before != types)
                {
                    throw new SpecException(command.Spec.Place, $"{command.Name}: {hook.Name} gets ({types}) here and ({before}) above; give it another name");
                }

                return;
            }

            declared[Method(hook, returns)] = types;
            string parameters = string.Concat(hook.Parameters.Select(p => $", {GuestEntries.TypeOf(p)} {Names.ParameterName(p.Name)}"));
            code.Line($"/// <summary>{summary}</summary>");
            code.Line($"private static partial {returns} {Method(hook, returns)}(GuestStream stream, GuestContext context{parameters});\n");
        }
    }

    private static string Method(Hook hook, string returns) => returns == "void" ? hook.Name : $"FindKept{hook.Name}";

    private static string Call(Hook hook, string prefix = "") =>
        $"{prefix}{hook.Name}(stream, context{string.Concat(hook.Parameters.Select(p => ", " + Names.ParameterName(p.Name)))})";

    private static void Upload(CodeWriter code, Command command, Parameter array)
    {
        string name = Names.ParameterName(array.Name);
        string[] scalars = [.. command.Scalars.Where(p => !p.IsWireOnly).Select(p => Names.ParameterName(p.Name))];
        if (array.Size!.Factors[0] is ParameterFactor count)
        {
            string[] given = array.Given is null ? [] : [$"PixelSource.IsGiven({name})"];
            code.Block($"if (PixelSource.TryFindBytes(stream, context, ref {name}, {Names.ParameterName(count.Parameter)}))", () =>
            {
                code.Line(Written(command, [.. scalars, .. given]));
                code.Line($"PixelSource.SendBytes(stream, {name}, {Names.ParameterName(count.Parameter)});");
            });
            return;
        }

        string layout = array.Size.Factors[0] is ImageFactor i
            ? $"{Names.ParameterName(i.Format)}, {Names.ParameterName(i.Type)}, {string.Join(", ", i.Extents.Select(Names.ParameterName))}{(i.Extents.Count == 3 ? ", threeDimensional: true" : "")}"
            : array.Size.Factors[0] is BitmapFactor b
                ? $"GL_COLOR_INDEX, GL_BITMAP, {Names.ParameterName(b.Width)}, {Names.ParameterName(b.Height)}" : "";
        code.Line($"using var sent = new SentImage(stream, context, {name}, ImageLayout.ForUnpacking(context, {layout}));");
        code.Block(command.Recipe!.IsUploadedWhole ? "if (!sent.IsRefused && !sent.IsTooLarge)" : "if (!sent.IsRefused)", () =>
        {
            code.Line(Written(command, [.. scalars, "sent.Given"]));
            code.Line("sent.SendPixels(stream);");
        });
    }

    private static void Question(CodeWriter code, Command command)
    {
        ClientRecipe recipe = command.Recipe!;
        bool isVoid = command.Returns == "void";
        Parameter? output = command.Outputs.FirstOrDefault();
        if (recipe.Kept is Hook kept)
        {
            string value = (output?.Type!.CSharp ?? GuestEntries.ReturnTypeOf(command)) == "byte" ? "kept == 0 ? (byte)0 : (byte)1"
                : isVoid ? "kept" : $"({GuestEntries.ReturnTypeOf(command)})kept";
            code.Block($"if ({Call(kept, "FindKept")} is int kept)", () =>
                code.Line(isVoid ? $"*{Names.ParameterName(output!.Name)} = {value};\nreturn;" : $"return {value};"));
            code.Line();
        }

        string ask = $"Ask{command.ShortName}({GuestEntries.Arguments(command, "stream")});";
        if (recipe.Answers.Count == 0)
        {
            code.Line(isVoid ? ask : $"return {ask}");
            return;
        }

        string question = string.Join(", ", recipe.Answers.Select(p => Names.ParameterName(p.Name)));
        string form = output!.Type!.CSharp switch { "byte" => "Boolean", "int" => "Integer", "float" => "Float", _ => "Double" };
        code.Block($"if (!StateAnswers.TryAnswer(stream, context, {question}, AnswerForm.{form}, {Names.ParameterName(output.Name)}))",
            () => code.Line(ask));
    }

    private static void ObjectNames(CodeWriter code, Command command, Parameter names)
    {
        string count = Names.ParameterName(((ParameterFactor)names.Size!.Factors[0]).Parameter);
        string arguments = $"context, ObjectKind.{names.ObjectType}, {count}, {Names.ParameterName(names.Name)}";
        code.Line(command.Travels
            ? $"ReadOnlySpan<byte> released = NameAllocation.ReleaseNames({arguments});\n{Written(command, count, "released")}"
            : $"NameAllocation.GenerateNames(stream, {arguments});");
    }

    /// <summary>The command written into the batch.</summary>
    private static string Written(Command command, params string[] arguments)
    {
        string view = $"Wire.Commands.{command.ShortName}";
        string size = command.IsFixed ? $"{view}.Bytes" : $"{view}.Measure({MeasureArguments(command)})";
        return $"{view}.Write({string.Join(", ", arguments.Prepend($"stream.Reserve({size})"))});";
    }

    private static IEnumerable<string> Inputs(Command command) => command.Parameters
        .Where(p => p.Kind is ParameterKind.Scalar or ParameterKind.ArrayIn)
        .Select(p => p.IsArray ? $"new ReadOnlySpan<byte>({Names.ParameterName(p.Name)}, (int){SizeText.CSharp(p, Names.ParameterName)})"
            : Names.ParameterName(p.Name));

    private static string MeasureArguments(Command command)
    {
        HashSet<string> deciding = command.Inputs.SelectMany(a => a.Size!.Parameters).ToHashSet();
        return string.Join(", ", command.Scalars.Where(p => deciding.Contains(p.Name)).Select(p => Names.ParameterName(p.Name)));
    }
}
