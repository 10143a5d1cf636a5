using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>What each command does to state, for the mirror.</summary>
internal static class MirrorRules
{
    /// <summary>Effects whose keys tell the slots of a family apart.</summary>
    private static readonly string[] s_keyed = ["set", "current", "bind"];

    public static string EmitRules(IReadOnlyList<Command> commands, SlotModel slots)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.SuspendResume.Rules;\n");
        code.Line("/// <summary>The mirror's rule of each opcode: its effect, the slot that it sets, the kind of object whose table folds it or learns from its reply, whether display lists carry it out at once, and where its keys stand in the command.</summary>");
        code.Block("public static class MirrorRules", () =>
        {
            code.Line("/// <summary>The rule of an opcode that travels.</summary>\npublic static MirrorRule Of(Opcode opcode) => s_rules[(int)opcode];\n");
            code.Line("private static readonly MirrorRule[] s_rules = Build();\n");
            code.Block("private static MirrorRule[] Build()", () =>
            {
                code.Line("var rules = new MirrorRule[CommandTable.Count];");
                foreach (Command command in commands.Where(c => c.Travels))
                {
                    code.Line(RuleText(command, slots));
                }

                code.Line("return rules;");
            });
        });
        return code.ToString();
    }

    /// <summary>One rule as a line of C#.</summary>
    public static string RuleText(Command command, SlotModel slots)
    {
        IEnumerable<string> slotKeys = s_keyed.Contains(command.Effect!.Word) ? command.Effect.Keys : [];
        IEnumerable<int> offsets = slotKeys
            .Select(key => command.Scalars.FirstOrDefault(p => p.Name == key)
                ?? throw new SpecException(command.Spec.Place, $"{command.Name}: effect key {key} is an array"))
            .Select(p => p.Offset);
        string keys = string.Concat(offsets.Select(o => $", {o}"));
        string family = $"SlotFamily.{slots.SlotOf(command)?.Name ?? "None"}";
        string @object = $"ObjectFamily.{(command.Folds ?? command.Learns)?.Name ?? "None"}";
        return $"rules[(int)Opcode.{command.ShortName}] = new(StateEffect.{Names.ToPascalCase(command.Effect.Word)}, {family}, {@object}, {(slots.IsImmediate(command) ? "true" : "false")}{keys});";
    }

    public static string EmitEffects(SpecFiles spec)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/effects.spec"));
        code.Line("\nnamespace Vmgl.SuspendResume.Rules;\n");
        code.Line("/// <summary>What a command can do to state.</summary>");
        code.Block("public enum StateEffect : byte", () =>
        {
            code.Line("/// <summary>The opcode does not travel.</summary>\nNone = 0,");
            foreach (EffectWord word in spec.Effects)
            {
                code.Line($"/// <summary>{char.ToUpperInvariant(word.Meaning[0])}{word.Meaning[1..]}.</summary>\n{Names.ToPascalCase(word.Name)},");
            }
        });
        return code.ToString();
    }
}
