using System.Globalization;
using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>What each command does to the mirror's known state, as code.</summary>
internal sealed class StateRules(SpecFiles spec, StateModel model, KhronosRegistry registry)
{
    /// <summary>The file with a method for each command.</summary>
    public string EmitRules(int opcodes)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/state.spec"));
        code.Line("\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.SuspendResume.Answers;\n");
        code.Block("internal sealed partial class StateRules", () =>
        {
            EmitMoments(code, opcodes);
            EmitDispatch(code);
            foreach (string family in spec.States.SelectMany(s => s.Families).Distinct())
            {
                EmitFamily(code, family);
            }

            foreach (ValueSet set in spec.Values)
            {
                string values = string.Join(" or ", set.Enums.Select(e => registry.Enums[e]).Distinct().Select(v => $"0x{v:x4}"));
                code.Line($"private static bool Is{Names.ToPascalCase(set.Name)}(uint value) => value is {values};\n");
            }

            foreach (RuledCommand ruled in model.Commands.Where(HasMethod))
            {
                EmitMethod(code, ruled);
            }
        });
        return code.ToString();
    }

    private void EmitMoments(CodeWriter code, int opcodes)
    {
        Dictionary<int, string> moments = model.Matrices.ToDictionary(c => (int)c.Spec.Opcode!, c =>
            StepModel.LoadsMatrix(c) ? "LoadMatrix" : "Matrix");
        model.Commands.ToList().ForEach(c => moments[(int)c.Command.Spec.Opcode!] = Names.ToPascalCase(c.Rules[0].Spec.Moment));
        code.Line("/// <summary>Whether a command says anything about state, and how display lists treat it; by opcode.</summary>");
        code.Block("public static StateMoment[] BuildMoments()", () =>
        {
            code.Line($"var moments = new StateMoment[0x{opcodes:x4}];");
            foreach (KeyValuePair<int, string> moment in moments.OrderBy(m => m.Key))
            {
                code.Line($"moments[0x{moment.Key:x4}] = StateMoment.{moment.Value};");
            }

            code.Line("return moments;");
        });
    }

    private void EmitDispatch(CodeWriter code)
    {
        code.Line();
        code.Line("/// <summary>Sets what a command surely sets, and forgets what it may have set.</summary>");
        code.Block("public void ApplyCommand(Opcode opcode, ReadOnlySpan<byte> command)", () => code.Block("switch (opcode)", () =>
        {
            foreach (RuledCommand ruled in model.Commands.Where(HasMethod).OrderBy(c => c.Command.Spec.Opcode))
            {
                code.Line($"case Opcode.{ruled.Command.ShortName}: Apply{ruled.Command.ShortName}(command); break;");
            }

            foreach (var same in model.Commands.Where(c => !HasMethod(c) && c.Rules[0].Spec.Forgets is null)
                .GroupBy(c => string.Join(' ', ForgottenNames(c.Rules[0]))))
            {
                same.OrderBy(c => c.Command.Spec.Opcode).ToList().ForEach(c => code.Line($"case Opcode.{c.Command.ShortName}:"));
                EmitForgetting(code, same.Key.Split(' '));
                code.Line("break;");
            }

            code.Line("default: break;");
        }));
        code.Line();
    }

    private void EmitFamily(CodeWriter code, string family)
    {
        code.Block($"public void Forget{FamilyName(family)}()", () => EmitForgetting(code, model.StatesOf(family).Select(s => s.Name)));
        code.Line();
    }

    /// <summary>Whether a command does more than to make states unknown, whatever its parameters.</summary>
    private static bool HasMethod(RuledCommand ruled) =>
        ruled.Rules[0].Spec.IsByHand || ruled.Rules.Count > 1 || ruled.Rules[0].Conditions.Count > 0 || ruled.Rules[0].Spec.NeedsFixedUnit
            || ruled.Rules[0].Assignments.Any(a => a.Values.Count > 0);

    /// <summary>The states and families that a rule makes unknown, as the spec names them.</summary>
    private static IEnumerable<string> ForgottenNames(StateRule rule) =>
        rule.Spec.Assignments.Where(a => a.EndsWith("=?", StringComparison.Ordinal)).Select(a => a[..^2]);

    private static string FamilyName(string family) => Names.ToPascalCase(family.Replace('-', '_'));

    private void EmitMethod(CodeWriter code, RuledCommand ruled)
    {
        Command command = ruled.Command;
        if (ruled.Rules[0].Spec.IsByHand)
        {
            code.Line($"private partial void Apply{command.ShortName}(ReadOnlySpan<byte> command);\n");
            return;
        }

        code.Block($"private void Apply{command.ShortName}(ReadOnlySpan<byte> command)", () =>
        {
            bool reads = ruled.Rules.Any(r => r.Conditions.Count > 0 || r.Assignments.Any(a => a.Values.Any(v => v.Parameter is not null)));
            code.Line(reads ? $"var c = new {command.ShortName}(command);" : "_ = command;");
            foreach (StateRule rule in ruled.Rules)
            {
                if (rule.Conditions.Count == 0 && !rule.Spec.NeedsFixedUnit)
                {
                    EmitAssignments(code, command, rule);
                    return;
                }

                IEnumerable<string> conditions = rule.Conditions.Select(c => ConditionText(command, c))
                    .Concat(rule.Spec.NeedsFixedUnit ? ["_state.IsFixedUnit"] : []);
                code.Block($"if ({string.Join(" && ", conditions)})", () =>
                {
                    EmitAssignments(code, command, rule);
                    code.Line("return;");
                });
            }

            EmitForgetting(code, ruled.Rules.SelectMany(r => r.Spec.Assignments).Select(a => a.Split('=', '.')[0]).Distinct());
        });
        code.Line();
    }

    private void EmitAssignments(CodeWriter code, Command command, StateRule rule)
    {
        EmitForgetting(code, ForgottenNames(rule));
        foreach (StateAssignment assignment in rule.Assignments.Where(a => a.Values.Count > 0))
        {
            string values = string.Join(", ", assignment.Values.Select(v =>
                assignment.State.Form == "bool" && v.Parameter is not null ? $"{ValueText(command, v)} != 0 ? 1 : 0"
                    : ValueText(command, v)));
            string suffix = assignment.State.IsPerUnit ? "Unit" : "";
            string method = assignment.Component >= 0 ? "SetComponent" : assignment.State.Form == "name" ? $"Set{suffix}Name"
                : $"Set{suffix}Cell";
            string component = assignment.Component >= 0 ? $", {assignment.Component}" : "";
            code.Line($"_state.{method}({CellText(assignment.State)}{component}, {values});");
        }
    }

    private void EmitForgetting(CodeWriter code, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            code.Line(spec.States.FirstOrDefault(s => s.Name == name) is SpecState state
                ? $"_state.Forget{(state.IsPerUnit ? "Unit" : "")}Cell({CellText(state)});" : $"Forget{FamilyName(name)}();");
        }
    }

    private static string ConditionText(Command command, StateCondition condition)
    {
        string value = ValueText(command, condition.Value);
        string asEnum = condition.Value.Parameter!.Type!.Field switch { "U32" =>
            value, "I32" => $"(uint){value}", _ => $"KnownState.EnumOf({value})" };
        return condition switch
        {
            { Set: string set } => $"Is{Names.ToPascalCase(set)}({asEnum})",
            { EqualTo: uint equal } => $"{asEnum} == 0x{equal:x4}",
            { Cell: SpecState cell } => $"_state.IsAtMost({value}, {CellText(cell)}, {condition.Component})",
            { Most: double most } => $"{value} >= {NumberText(condition.Least!.Value)} && {value} <= {NumberText(most)}",
            _ => $"{value} {(condition.LeastExcluded ? ">" : ">=")} {NumberText(condition.Least!.Value)}",
        };
    }

    private static string ValueText(Command command, StateValue value) =>
        value.Parameter is not Parameter parameter ? NumberText(value.Number)
        : value.Element < 0 ? $"c.{Names.PropertyName(command, parameter.Name)}"
        : $"Fields.{parameter.Type!.Field}(c.{Names.PropertyName(command, parameter.Name)}, {value.Element * parameter.Type.Bytes})";

    private static string CellText(SpecState state) => $"StateCell.{StateTables.CellName(state)}";

    private static string NumberText(double value) => value.ToString(CultureInfo.InvariantCulture);
}
