using System.Globalization;
using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>The tables of the mirror's known state: cells, and which question asks for which.</summary>
internal static class StateTables
{
    private const uint Unsure = uint.MaxValue;

    /// <summary>The states that have a cell of their own, those of one unit after the others.</summary>
    public static IEnumerable<SpecState> OrderCells(SpecFiles spec) =>
        spec.States.Where(s => s.Form != "history").OrderBy(s => s.IsPerUnit);

    /// <summary>A state's name as a C# constant.</summary>
    public static string CellName(SpecState state) => Names.ToPascalCase(state.Name["GL_".Length..].ToLowerInvariant());

    /// <summary>Where each state's value is kept, and what is to be known of it.</summary>
    public static string CellTable(SpecFiles spec, StateModel model, KhronosRegistry registry)
    {
        List<SpecState> cells = [.. OrderCells(spec)];
        int scalars = cells.Count(s => !s.IsPerUnit);
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/state.spec"));
        code.Line("\nnamespace Vmgl.SuspendResume.Answers;\n");
        code.Line("/// <summary>Pieces of state that may be known: first those of the context, then those of one texture unit.</summary>");
        code.Block("public static class StateCell", () =>
        {
            for (int i = 0; i < cells.Count; i++)
            {
                code.Line($"public const int {CellName(cells[i])} = {i};");
            }

            code.Line($"\n/// <summary>How many belong to the context.</summary>\npublic const int Scalars = {scalars};");
            code.Line($"\n/// <summary>How many each unit has.</summary>\npublic const int PerUnit = {cells.Count - scalars};\n");
            code.Line("/// <summary>Form, components, bits of glPushAttrib, version (13 for 1.3), whether it never changes; by cell.</summary>\ninternal static readonly CellRule[] Rules =\n[");
            cells.ForEach(s => code.Line($"    new(StateForm.{Names.ToPascalCase(s.Form)}, {model.CountComponents(s)}, 0x{GroupBits(s, model, registry):x}, {SinceText(s)}, {(s.IsConstant ? "true" : "false")}), // {s.Name}"));
            code.Line("];");
        });
        return code.ToString();
    }

    /// <summary>From the enum of a question to what answers it.</summary>
    public static string EmitQuestions(SpecFiles spec, KhronosRegistry registry)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/state.spec"));
        code.Line("\nnamespace Vmgl.SuspendResume.Answers;\n");
        code.Line("/// <summary>What a question asks for.</summary>");
        code.Block("internal static class StateNames", () =>
        {
            Switch(code, "The cell behind a name of glGet or glIsEnabled; -1 for none.", "Get",
                spec.States.Where(s => s.Of is null && s.Form != "history"));
            foreach (var target in spec.States.Where(s => s.Of is not null).GroupBy(s => s.Of!))
            {
                string name = Names.ToPascalCase(target.Key["GL_".Length..].ToLowerInvariant());
                code.Line($"/// <summary>The target {target.Key}.</summary>\npublic const uint {name}Target = 0x{registry.Enums[target.Key]:x4};\n");
                Switch(code, $"The cell behind a name that is asked with {target.Key}; -1 for none.", name, target);
            }

            code.Line("/// <summary>The matrix behind a name of glGet; -1 for none.</summary>");
            code.Block("public static int Matrix(uint name) => name switch", () =>
            {
                List<SpecState> matrices = [.. spec.States.Where(s => s.Form == "history")];
                matrices.ForEach(s => code.Line($"0x{registry.Enums[s.Name]:x4} => {matrices.IndexOf(s)}, // {s.Name}"));
                code.Line("_ => -1,");
            }, "};\n");
            code.Line("/// <summary>Names to be known before the answer to a name can stay known.</summary>");
            code.Block("public static ReadOnlySpan<uint> Needs(uint name) => name switch", () =>
            {
                foreach (SpecState state in spec.States.Where(s => s.Needs.Count > 0))
                {
                    code.Line($"0x{registry.Enums[state.Name]:x4} => [{string.Join(", ", state.Needs.Select(n => $"0x{registry.Enums[n]:x4}"))}], // {state.Name}: {string.Join(", ", state.Needs)}");
                }

                code.Line("_ => default,");
            }, "};\n");
            foreach (string name in spec.States.SelectMany(s => s.Needs)
                .Concat(["GL_ACTIVE_TEXTURE", "GL_ATTRIB_STACK_DEPTH", "GL_LIST_BASE", "GL_MATRIX_MODE"]).Distinct())
            {
                code.Line($"public const uint {Names.ToPascalCase(name["GL_".Length..].ToLowerInvariant())} = 0x{registry.Enums[name]:x4};");
            }
        });
        return code.ToString();

        void Switch(CodeWriter to, string summary, string name, IEnumerable<SpecState> states)
        {
            to.Line($"/// <summary>{summary}</summary>");
            to.Block($"public static int {name}(uint name) => name switch", () =>
            {
                foreach (SpecState state in states)
                {
                    foreach (string known in state.Also.Prepend(state.Name))
                    {
                        to.Line($"0x{registry.Enums[known]:x4} => StateCell.{CellName(state)}, // {known}");
                    }
                }

                to.Line("_ => -1,");
            }, "};\n");
        }
    }

    private static uint GroupBits(SpecState state, StateModel model, KhronosRegistry registry) =>
        state.IsUnsure ? Unsure : model.GroupsOf(state).Aggregate(0u, (bits, g) => bits | registry.Enums[g]);

    private static string SinceText(SpecState state) =>
        state.Since?.Replace(".", "", StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture) ?? "0";
}
