using System.Globalization;
using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>What the mirrors do with each command, where spec words tell.</summary>
internal static class MirrorSteps
{
    private const int OpcodesOfRow = 8;

    /// <summary>The steps, and the step of each opcode.</summary>
    public static string Steps(SpecFiles spec, IReadOnlyList<Command> commands, StepModel steps)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/effects.spec and the commands' lines"));
        code.Line("\nusing Vmgl.Wire;\nusing static Vmgl.SuspendResume.Rules.MirrorStep;\n\nnamespace Vmgl.SuspendResume.Rules;\n");
        code.Line("/// <summary>What the mirror of a context does with a command.</summary>");
        code.Block("internal enum MirrorStep : byte", () =>
        {
            code.Line("/// <summary>Nothing: it changes nothing that is kept.</summary>\nSkip = 0,");
            spec.Steps.ForEach(step => code.Line($"/// <summary>It {step.Meaning}.</summary>\n{Pascal(step.Name)},"));
        });
        code.Line("\n/// <summary>The step of each opcode.</summary>");
        code.Block("internal static class MirrorSteps", () =>
        {
            code.Line("private static ReadOnlySpan<MirrorStep> Steps =>\n[");
            Dictionary<int, string> of = commands.Where(c => c.Travels && steps.StepOf(c) is not null)
                .ToDictionary(c => (int)c.Spec.Opcode!, c => Pascal(steps.StepOf(c)!.Name));
            foreach (int[] row in Enumerable.Range(0, commands.Max(c => c.Spec.Opcode ?? 0) + 1).Chunk(OpcodesOfRow))
            {
                code.Line(string.Create(CultureInfo.InvariantCulture, $"    /* 0x{row[0]:x4} */ {string.Join(", ", row.Select(opcode => of.GetValueOrDefault(opcode, "Skip")))},"));
            }

            code.Line("];\n\n/// <summary>The step of an opcode that travels.</summary>\npublic static MirrorStep Of(Opcode opcode) => Steps[(int)opcode];");
        });
        return code.ToString();
    }

    /// <summary>Opcodes that a word in their line tells apart, for the mirror of a session.</summary>
    public static string Words(IReadOnlyList<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire;\n\nnamespace Vmgl.SuspendResume.Rules;\n");
        code.Line("/// <summary>What the mirror of a session must know of commands and questions, from words in their lines of the spec.</summary>");
        code.Block("internal static class CommandWords", () =>
        {
            Predicate(code, "IsGranted", "Whether the command makes a context or a drawable, which exists once the host has granted it",
                commands.Where(c => c.Spec.HasWord("granted")));
            Predicate(code, "IsLearned", "Whether the mirror learns from the reply",
                commands.Where(c => c.Spec.HasWord("learned") || c.Spec.FindValue("learns") is not null));
            Predicate(code, "HasContents", "Whether the reply is contents: whole images or buffers, or tables",
                commands.Where(c => c.Spec.HasWord("contents")));
            Predicate(code, "Alters", "Whether the question does more than ask: it takes something away, or puts something there",
                commands.Where(c => c.Spec.HasWord("alters")));
        });
        return code.ToString();
    }

    /// <summary>An interface with a method for each command of some effects, and the dispatch to it.</summary>
    /// <param name="name">The word in the names of both.</param>
    /// <param name="argument">Type and name of what each method is given besides the command's view; null for nothing.</param>
    public static string Dispatch(string name, string summary, IReadOnlyList<Command> commands, (string Type, string Name)? argument)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.SuspendResume.Rebuild.Contexts;\n");
        string declared = argument is { } given ? $", in {given.Type} {given.Name}" : "";
        string passed = argument is { } handed ? $", {handed.Name}" : "";
        code.Line($"/// <summary>{summary}: a method for each.</summary>");
        code.Block($"internal interface I{name}Commands", () =>
        {
            foreach (Command command in commands)
            {
                code.Line($"void Fold{command.ShortName}({command.ShortName} command{declared});");
            }
        });
        code.Line($"\n/// <summary>{summary}: from the opcode to the method.</summary>");
        code.Block($"internal static class {name}Dispatch", () =>
        {
            code.Line("/// <summary>Folds a command; false for every other one.</summary>");
            code.Block($"public static bool FoldCommand(I{name}Commands to, Opcode opcode, ReadOnlySpan<byte> command{declared})", () =>
                code.Block("switch (opcode)", () =>
            {
                foreach (Command command in commands)
                {
                    code.Line($"case Opcode.{command.ShortName}: to.Fold{command.ShortName}(new {command.ShortName}(command){passed}); return true;");
                }

                code.Line("default: return false;");
            }));
        });
        return code.ToString();
    }

    private static void Predicate(CodeWriter code, string name, string summary, IEnumerable<Command> commands) => code.Line(
        $"/// <summary>{summary}.</summary>\npublic static bool {name}(Opcode opcode) => opcode is {string.Join(" or ", commands.Select(c => $"Opcode.{c.ShortName}"))};\n");

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(Names.ToPascalCase));
}
