using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>What the tables of objects in the rebuilding mirror must do: an interface for each kind of object, with a method for each
/// command, and the dispatch by opcode.</summary>
internal static class ObjectCommands
{
    /// <summary>The kinds of objects, and for each the interface that its table implements.</summary>
    public static string Interfaces(TableModel objects)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.SuspendResume.Rebuild.Objects;");
        foreach (ObjectType kind in objects.Kinds)
        {
            code.Line($"\n/// <summary>Commands to objects of the kind {kind.Name}: {Sentence(kind)}.</summary>");
            code.Block($"internal interface I{kind.Name}Commands", () =>
            {
                ObjectMethod[] methods = [.. objects.Methods.Where(m => m.Kind == kind)];
                foreach (ObjectMethod method in methods)
                {
                    code.Line($"{(method == methods[0] ? "" : "\n")}/// <summary>{(method.Learns ? "The reply to " : "")}{Listed(method)}.</summary>\n{Signature(method)};");
                }
            });
        }

        return code.ToString();
    }

    /// <summary>The kinds of objects, for the rules.</summary>
    public static string Families(TableModel objects)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/objects.spec"));
        code.Line("\nnamespace Vmgl.SuspendResume.Rules;\n");
        code.Line("/// <summary>Kinds of objects that have a table in the rebuilding mirror.</summary>");
        code.Block("public enum ObjectFamily : byte", () =>
        {
            code.Line("/// <summary>No object.</summary>\nNone = 0,");
            objects.Kinds.ToList().ForEach(kind => code.Line($"{kind.Name},"));
        });
        return code.ToString();
    }

    /// <summary>The dispatch: from an opcode to the method of its table.</summary>
    public static string Dispatch(IReadOnlyList<Command> commands, TableModel objects)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.SuspendResume.Rebuild.Objects;\n");
        code.Line("/// <summary>Hands commands, and replies to questions, to the tables of the objects that they are about.</summary>");
        string tables = string.Join(", ", objects.Kinds.Select(kind => $"I{kind.Name}Commands {Field(kind)}"));
        code.Block($"internal sealed class ObjectDispatch({tables})", () =>
        {
            code.Line("/// <summary>Folds a command; one that is about no object does nothing.</summary>");
            code.Block("public void FoldCommand(in FoldedCommand command)", () => Switch(code, "command.Opcode", () =>
            {
                foreach (Command command in commands.Where(c => objects.FoldOf(c) is not null))
                {
                    code.Line(Case(command, objects.FoldOf(command)!));
                }
            }));
            code.Line("\n/// <summary>Learns from a reply; that to a question about no object does nothing.</summary>");
            code.Block("public void LearnReply(Opcode opcode, ReadOnlySpan<byte> question, ReadOnlySpan<byte> reply)", () =>
                Switch(code, "opcode", () =>
            {
                foreach (Command command in commands.Where(c => objects.LearnOf(c) is not null))
                {
                    code.Line(Case(command, objects.LearnOf(command)!));
                }
            }));
            code.Line("\n/// <summary>The names that a command deletes, as an array of 32-bit words; empty for every other command.</summary>");
            code.Block("public static ReadOnlySpan<byte> NamesDeletedBy(Opcode opcode, ReadOnlySpan<byte> command) => opcode switch", () =>
            {
                foreach (Command command in commands.Where(c => objects.FoldOf(c) is { Form: ObjectMethodForm.Names }))
                {
                    code.Line($"Opcode.{command.ShortName} => {DeletedNames(command, "command")},");
                }

                code.Line("_ => default,");
            }, "};");
        });
        return code.ToString();
    }

    /// <summary>A command's line of the dispatch.</summary>
    public static string Case(Command command, ObjectMethod method)
    {
        string bytes = method.Learns ? "question" : "command.Bytes";
        string last = method.Learns ? "reply" : "command";
        string view = $"new {command.ShortName}({bytes})";
        var arguments = new List<string>();
        if (method.IsAddressed)
        {
            EffectObject addressed = command.Effect!.Object!;
            arguments.Add($"ObjectAddress.{(addressed.Target is null ? "Named" : "BoundTo")}({view}.{Names.PropertyName(command, addressed.Target ?? addressed.Name!)})");
        }

        if (method.Form == ObjectMethodForm.View)
        {
            arguments.Add($"new {method.First.ShortName}({bytes})"); // a twin's bytes lie as those of its twin
        }
        else if (method.Form == ObjectMethodForm.Names)
        {
            arguments.Add(DeletedNames(command, bytes));
        }
        else
        {
            arguments.AddRange(method.ArgumentsOf(command).Select(p => $"{view}.{Names.PropertyName(command, p.Name)}"));
        }

        return $"case Opcode.{command.ShortName}: {Field(method.Kind)}.{method.Name}({string.Join(", ", arguments.Append(last))}); break;";
    }

    /// <summary>A method as C# declares it.</summary>
    public static string Signature(ObjectMethod method)
    {
        var parameters = new List<string>();
        if (method.IsAddressed)
        {
            parameters.Add("ObjectAddress address");
        }

        parameters.AddRange(method.Form switch
        {
            ObjectMethodForm.View => [$"{method.First.ShortName} {(method.Learns ? "question" : "view")}"],
            ObjectMethodForm.Names => ["ReadOnlySpan<byte> names"],
            _ => method.ArgumentsOf(method.First)
                .Select(p => $"{(p.IsArray ? "ReadOnlySpan<byte>" : p.Type!.CSharp)} {Names.ParameterName(p.Name)}"),
        });
        parameters.Add(method.Learns ? "ReadOnlySpan<byte> reply" : "in FoldedCommand command");
        return $"void {method.Name}({string.Join(", ", parameters)})";
    }

    private static void Switch(CodeWriter code, string value, Action cases) => code.Block($"switch ({value})", cases);

    private static string DeletedNames(Command command, string bytes)
    {
        Parameter names = command.Parameters.First(p => p.Name == command.Effect!.Object!.Name);
        return names.IsArray ? $"new {command.ShortName}({bytes}).{Names.PropertyName(command, names.Name)}"
            : $"{bytes}.Slice({names.Offset}, sizeof(uint))";
    }

    private static string Field(ObjectType kind) => char.ToLowerInvariant(kind.Name[0]) + kind.Name[1..];

    private static string Sentence(ObjectType kind) => kind.IsPlaced ? $"by {kind.Class}" : kind.Class;

    private static string Listed(ObjectMethod method) => string.Join(", ", method.Commands.Select(c => $"<c>{c.Name}</c>"));
}
