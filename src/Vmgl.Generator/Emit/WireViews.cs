using Vmgl.Generator.Model;

namespace Vmgl.Generator.Emit;

/// <summary>The wire views: one readonly ref struct per command, which reads and writes its bytes.</summary>
internal static class WireViews
{
    public static string EmitArea(string area, string title, IEnumerable<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line($"\n// {title}\nnamespace Vmgl.Wire.Commands;");
        foreach (Command command in commands.Where(c => c.Travels))
        {
            EmitView(code, command);
        }

        return code.ToString();
    }

    private static void EmitView(CodeWriter code, Command command)
    {
        code.Line($"\n/// <summary><c>{command.Registry.Prototype}</c></summary>\n/// <remarks><code>");
        DrawLayout(command).ForEach(line => code.Line("/// " + line));
        code.Line("/// </code></remarks>");
        code.Block($"public readonly ref struct {command.ShortName}(ReadOnlySpan<byte> command)", () =>
        {
            code.Line("private readonly ReadOnlySpan<byte> _command = command;");
            if (command.IsFixed)
            {
                code.Line($"public const int Bytes = {command.FixedBytes};");
            }

            EmitProperties(code, command);
            EmitMeasure(code, command);
            EmitWrite(code, command);
        });
    }

    /// <summary>The layout as a table: offset, name, type.</summary>
    public static List<string> DrawLayout(Command command)
    {
        var lines = new List<string>
        {
            command.IsFixed ? $"{0,4} │ opcode 0x{command.Spec.Opcode:x4}, {command.FixedBytes / 4} words"
                : $"{0,4} │ opcode 0x{command.Spec.Opcode:x4}, 0",
        };
        if (!command.IsFixed)
        {
            lines.Add($"{4,4} │ words of the whole");
        }

        if (command.HasReply)
        {
            lines.Add($"{command.HeadBytes,4} │ token of the reply");
        }

        lines.AddRange(command.Scalars.Select(p =>
            $"{p.Offset,4} │ {p.Name}: {p.Registry.Type}{(p.ObjectType is null ? "" : $", a {p.ObjectType}'s {(p.IsPlaced ? "place" : "name")}")}"));
        string at = $"{command.ScalarEnd,4}";
        foreach (Parameter array in command.Inputs)
        {
            lines.Add($"{at} │ {array.Name}: {array.Registry.Type}[{ElementsText(array)}], padded to 4");
            at = array.Size!.Constant is int n && at.Trim() != "…" ? $"{int.Parse(at) + Command.PadToWord(n * array.Type!.Bytes),4}"
                : "   …";
        }

        lines.AddRange(command.Bulks.Select(p => $"bulk │ {p.Name}: {p.Registry.Type}[{ElementsText(p)}], padded to 4"));
        return lines;
    }

    private static string ElementsText(Parameter array) => string.Join(" × ", array.Size!.Factors.Select(f => f switch
    {
        NumberFactor n => $"{n.Value}",
        ParameterFactor p => p.Parameter,
        TableFactor t => $"{t.Table}({t.Parameter})",
        BitmapFactor b => $"bitmap({b.Width}, {b.Height})",
        ImageFactor i => $"image({i.Format}, {i.Type}, {string.Join(", ", i.Extents)})",
        _ => "",
    }));

    private static void EmitProperties(CodeWriter code, Command command)
    {
        if (command.HasReply)
        {
            code.Line($"public uint Token => Fields.U32(_command, {command.HeadBytes});");
        }

        foreach (Parameter p in command.Scalars)
        {
            string cast = p.Type!.CSharp == p.Type.FieldCSharp ? "" : $"({p.Type.CSharp})";
            code.Line($"public {p.Type.CSharp} {Names.PropertyName(command, p.Name)} => {cast}Fields.{p.Type.Field}(_command, {p.Offset});");
        }

        string at = $"{command.ScalarEnd}";
        foreach (Parameter array in command.Inputs)
        {
            string name = Names.PropertyName(command, array.Name);
            string bytes = SizeText.CSharp(array, p => Names.PropertyName(command, p));
            code.Line($"public ReadOnlySpan<byte> {name} => _command.Slice({at}, (int){bytes});");
            at = $"{at} + (int)Fields.PadToWord({bytes})";
        }
    }

    private static void EmitMeasure(CodeWriter code, Command command)
    {
        if (!command.IsFixed)
        {
            string sum = string.Concat(command.Inputs.Select(p => $" + Fields.PadToWord({SizeText.CSharp(p, Names.ParameterName)})"));
            code.Line($"/// <summary>Bytes of the whole, for these parameters.</summary>");
            code.Line($"public static long Measure({DecidingParameters(command, command.Inputs)}) => {command.ScalarEnd}{sum};");
            string own = string.Join(", ", DecidingNames(command, command.Inputs).Select(p => Names.PropertyName(command, p)));
            code.Line($"public long Measured => Measure({own});");
        }

        if (command.Bulks.FirstOrDefault() is Parameter bulk)
        {
            code.Line("/// <summary>Bytes behind the frame's commands that belong to this one, without padding.</summary>");
            code.Line($"public long BulkBytes => {SizeText.CSharp(bulk, p => Names.PropertyName(command, p))};");
        }
    }

    private static IEnumerable<string> DecidingNames(Command command, IEnumerable<Parameter> arrays)
    {
        HashSet<string> deciding = arrays.SelectMany(a => a.Size!.Parameters).ToHashSet();
        return command.Scalars.Where(p => deciding.Contains(p.Name)).Select(p => p.Name);
    }

    private static string DecidingParameters(Command command, IEnumerable<Parameter> arrays) =>
        string.Join(", ", DecidingNames(command, arrays).Select(name =>
            $"{command.Scalars.First(p => p.Name == name).Type!.CSharp} {Names.ParameterName(name)}"));

    private static void EmitWrite(CodeWriter code, Command command)
    {
        var parameters = new List<string> { "Span<byte> to" };
        if (command.HasReply)
        {
            parameters.Add("uint replyToken");
        }

        parameters.AddRange(command.Parameters
            .Where(p => p.Kind is ParameterKind.Scalar or ParameterKind.ArrayIn)
            .Select(p => $"{(p.IsArray ? "ReadOnlySpan<byte>" : p.Type!.CSharp)} {Names.ParameterName(p.Name)}"));
        code.Line(command.IsFixed
            ? "/// <summary>Writes the command to exactly <see cref=\"Bytes\"/> bytes; arrays are given as their bytes.</summary>"
            : "/// <summary>Writes the command to exactly as many bytes as <c>Measure</c> says; arrays are given as their bytes.</summary>");
        code.Block($"public static void Write({string.Join(", ", parameters)})", () =>
        {
            code.Line(command.IsFixed
                ? $"Fields.PutHead(to, 0x{command.Spec.Opcode:x4}, {command.FixedBytes / 4});"
                : $"Fields.SizedHead(to, 0x{command.Spec.Opcode:x4});");
            if (command.HasReply)
            {
                code.Line($"Fields.Put(to, {command.HeadBytes}, replyToken);");
            }

            foreach (Parameter p in command.Scalars)
            {
                string cast = p.Type!.CSharp == p.Type.FieldCSharp ? "" : $"({p.Type.FieldCSharp})";
                code.Line($"Fields.Put(to, {p.Offset}, {cast}{Names.ParameterName(p.Name)});");
            }

            string at = $"{command.ScalarEnd}";
            foreach (Parameter array in command.Inputs)
            {
                code.Line($"Fields.PutArray(to, {at}, {Names.ParameterName(array.Name)});");
                at = $"{at} + (int)Fields.PadToWord({Names.ParameterName(array.Name)}.Length)";
            }
        });
    }
}
