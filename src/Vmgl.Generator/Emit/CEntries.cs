using Vmgl.Generator.Model;

namespace Vmgl.Generator.Emit;

/// <summary>The C entry points: what a program links to.</summary>
internal static class CEntries
{
    private static readonly string[] s_marks = ["attachments", "levels"];

    public static string EmitArea(string area, string title, IEnumerable<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CHead($"spec, area {area}"));
        code.Line($"/* {title} */\n#include \"../vmgl.h\"\n#include \"entries.g.h\"\n#include \"sizes.g.h\"");
        foreach (Command command in commands.Where(c => c.IsExported && c.Class != Spec.CommandClass.Native))
        {
            code.Line();
            EmitEntry(code, command);
            foreach (string other in command.Also)
            {
                code.Line($"VMGL_ALIAS({command.Name}, {other});");
            }
        }

        return code.ToString();
    }

    /// <summary>Emits one entry point.</summary>
    public static void EmitEntry(CodeWriter code, Command command)
    {
        code.Block($"VMGL_ENTRY {command.Registry.Prototype}", () =>
        {
            if (command.Spec.HasWord("outside"))
            {
                code.Line($"if (vmgl_inside_primitive())\n    return{(command.Returns == "void" ? "" : " 0")};");
            }

            if (command.Class != Spec.CommandClass.Append)
            {
                CallGuest(code, command);
            }
            else
            {
                WriteCommand(code, command);
            }

            EmitNotesBehind(code, command);
        });
    }

    /// <summary>What C notes when the command is written. Room for it may have been made by sending what was there, with earlier
    /// notes.</summary>
    private static void EmitNotesBehind(CodeWriter code, Command command)
    {
        if (command.Spec.HasWord("track"))
        {
            code.Line($"vmgl_track_{command.ShortName}({string.Join(", ", command.GlParameters.Select(p => p.Name))});");
        }

        foreach (string word in s_marks.Where(command.Spec.HasWord))
        {
            code.Line($"vmgl_mark_{word}();");
        }
    }

    private static void WriteCommand(CodeWriter code, Command command)
    {
        if (command.Creates is string creates)
        {
            Parameter named = command.Parameters.First(p => p.Name == creates);
            code.Line($"vmgl_use_name(VMGL_OBJECT_{named.ObjectType!.ToUpperInvariant()}, {creates});");
        }

        if (command.Bulks.FirstOrDefault() is Parameter bulk)
        {
            code.Line($"int64_t {bulk.Name}_bytes = {SizeText.C(bulk)};\nif (vmgl_refuse_bulk({bulk.Name}_bytes))\n    return;");
        }

        EmitAppend(code, command);
    }

    private static void CallGuest(CodeWriter code, Command command)
    {
        string arguments = string.Join(", ", command.GlParameters.Select(p => p.Name));
        code.Line($"__typeof__(&{command.Name}) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_{command.Name});");
        code.Line(command.Returns == "void"
            ? $"if (guest)\n    guest({arguments});"
            : $"return guest ? guest({arguments}) : 0;");
    }

    private static void EmitAppend(CodeWriter code, Command command)
    {
        EmitReserve(code, command);
        foreach (Parameter p in command.Scalars)
        {
            code.Line($"vmgl_put_{p.Type!.Field.ToLowerInvariant()}(at + {p.Offset}, {p.Name});");
        }

        string at = $"{command.ScalarEnd}";
        foreach (Parameter array in command.Inputs)
        {
            code.Line(array.Size!.Constant is int n
                ? $"vmgl_put_fixed(at + {at}, {array.Name}, {n * array.Type!.Bytes});"
                : $"vmgl_put_array(at + {at}, {array.Name}, {array.Name}_bytes);");
            at += array.Size.Constant is int c ? $" + {Command.PadToWord(c * array.Type!.Bytes)}" : $" + vmgl_pad({array.Name}_bytes)";
        }

        if (command.Bulks.FirstOrDefault() is Parameter bulk)
        {
            code.Line($"vmgl_send_bulk({bulk.Name}, {bulk.Name}_bytes);");
        }
    }

    private static void EmitReserve(CodeWriter code, Command command)
    {
        if (command.IsFixed)
        {
            code.Line($"uint8_t *at = vmgl_room({command.FixedBytes});");
            code.Line($"vmgl_head(at, 0x{command.Spec.Opcode:x4}, {command.FixedBytes / 4});");
            return;
        }

        foreach (Parameter array in command.Inputs.Where(a => a.Size!.Constant is null))
        {
            code.Line($"int64_t {array.Name}_bytes = {SizeText.C(array)};");
        }

        string sum = string.Concat(command.Inputs.Select(a =>
            a.Size!.Constant is int n ? $" + {Command.PadToWord(n * a.Type!.Bytes)}" : $" + vmgl_pad({a.Name}_bytes)"));
        code.Line($"int64_t bytes = {command.ScalarEnd}{sum};");
        code.Line("uint8_t *at = vmgl_room_sized(bytes);\nif (!at)\n    return;");
        code.Line($"vmgl_head_sized(at, 0x{command.Spec.Opcode:x4}, bytes);");
    }
}
