using Vmgl.Generator.Emit;
using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator;

/// <summary>Everything that is generated: file, relative to the repository's root, and text.</summary>
internal static class Output
{
    public static SortedDictionary<string, string> EmitAll(Loaded loaded)
    {
        (SpecFiles spec, KhronosRegistry registry, List<Command> commands) = (loaded.Spec, loaded.Registry, loaded.Commands);
        var samples = new Samples(spec, registry);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["native/generated/entries.g.h"] = CTables.EmitEntries(commands, spec),
            ["native/generated/sizes.g.h"] = CTables.EmitSizes(spec, registry, commands),
            ["native/generated/procs.g.inc"] = CTables.EmitProcs(commands),
            ["native/generated/exports.g.map"] = CTables.VersionScript(commands, CTables.MainLibrary),
            ["src/Vmgl.Wire/Generated/Opcode.g.cs"] = WireTables.EmitOpcodes(commands),
            ["src/Vmgl.Wire/Generated/CommandTable.g.cs"] = WireTables.CommandTable(commands),
            ["src/Vmgl.Wire/Generated/Sizes.g.cs"] = WireTables.EmitSizes(spec, registry),
            ["src/Vmgl.Wire/Generated/GlxAttributes.g.cs"] = WireTables.GlxAttributes(spec, registry),
            ["src/Vmgl.Stub/Generated/GlTable.g.cs"] = HostReplay.GlTable(commands),
            ["src/Vmgl.Stub/Generated/HandlerTable.g.cs"] = HostReplay.HandlerTable(commands),
            ["src/Vmgl.GuestShim/Generated/GuestTable.g.cs"] = GuestEntries.EmitTable(commands),
            ["src/Vmgl.GuestShim/Generated/ObjectKind.g.cs"] = GuestEntries.ObjectKinds(spec),
            ["src/Vmgl.GuestShim/Generated/Capabilities.g.cs"] = GuestEntries.EmitCapabilities(spec, commands, registry),
            ["src/Vmgl.SuspendResume/Generated/MirrorRules.g.cs"] = MirrorRules.EmitRules(commands, loaded.Slots),
            ["src/Vmgl.SuspendResume/Generated/MirrorSteps.g.cs"] = MirrorSteps.Steps(spec, commands, loaded.Steps),
            ["src/Vmgl.SuspendResume/Generated/CommandWords.g.cs"] = MirrorSteps.Words(commands),
            ["src/Vmgl.SuspendResume/Generated/MatrixDispatch.g.cs"] = MirrorSteps.Dispatch("Matrix",
                "Commands that change the top of a matrix stack", Travelling("matrix"), null),
            ["src/Vmgl.SuspendResume/Generated/SessionDispatch.g.cs"] =
                MirrorSteps.Dispatch("Session", "Commands about contexts, drawables and frames", Travelling("context", "drawable", "frame"),
                ("SessionCommand", "sent")),
            ["src/Vmgl.SuspendResume/Generated/ObjectFamily.g.cs"] = ObjectCommands.Families(loaded.Objects),
            ["src/Vmgl.SuspendResume/Generated/ObjectCommands.g.cs"] = ObjectCommands.Interfaces(loaded.Objects),
            ["src/Vmgl.SuspendResume/Generated/ObjectDispatch.g.cs"] = ObjectCommands.Dispatch(commands, loaded.Objects),
            ["src/Vmgl.SuspendResume/Generated/StateEffect.g.cs"] = MirrorRules.EmitEffects(spec),
            ["src/Vmgl.SuspendResume/Generated/SlotFamily.g.cs"] = SlotTables.EmitFamilies(spec),
            ["src/Vmgl.SuspendResume/Generated/SlotTable.g.cs"] = SlotTables.EmitTable(spec, registry),
            ["src/Vmgl.SuspendResume/Generated/StateCell.g.cs"] = StateTables.CellTable(spec, loaded.State, registry),
            ["src/Vmgl.SuspendResume/Generated/StateNames.g.cs"] = StateTables.EmitQuestions(spec, registry),
            ["src/Vmgl.SuspendResume/Generated/StateRules.g.cs"] = new StateRules(spec, loaded.State,
                registry).EmitRules(commands.Max(c => c.Spec.Opcode ?? 0) + 1),
            ["src/Vmgl.SuspendResume/Generated/LimitNames.g.cs"] = LimitNames.EmitTable(registry),
            ["tests/Vmgl.Testing/Generated/Samples.g.cs"] = Samples.EmitTable(commands.Where(c => c.Travels).Select(c => c.Area)
                .Distinct()),
            ["tests/Vmgl.Testing/Generated/FakeGl.g.cs"] = Samples.FakeGl(commands),
            ["tests/native/generated/samples.g.c"] = samples.CCalls(commands),
            ["tests/native/generated/samples.g.h"] = Samples.CPrototypes(commands),
        };
        files["tests/Vmgl.Testing/Generated/EnumGroups.g.cs"] = ChanceCalls.EmitEnumGroups(commands, registry);
        files["tests/Vmgl.Testing/Generated/ChanceCalls.g.cs"] = ChanceCalls.EmitTable(commands);
        foreach ((string file, string text) in new EnumConstants(spec, registry, commands).EmitFiles())
        {
            files[$"src/Vmgl.Wire/Generated/Enums/{file}"] = text;
        }

        foreach (string library in commands.Select(c => c.Library).Distinct().Where(library => library != CTables.MainLibrary))
        {
            files[$"native/generated/exports.{library}.g.map"] = CTables.VersionScript(commands, library);
        }

        foreach (var area in commands.GroupBy(c => c.Area))
        {
            if (area.Any(ChanceCalls.IsMade))
            {
                files[$"tests/Vmgl.Testing/Generated/ChanceCalls/{Names.ToPascalCase(area.Key)}.g.cs"] = ChanceCalls.EmitArea(area.Key,
                    area, registry);
            }

            AddSamples(files, area.Key, samples, area.ToList());
            AddArea(files, area.Key, spec.Areas[area.Key].Title, area.ToList());
        }

        return files;

        List<Command> Travelling(params string[] effects) => [.. commands.Where(c => c.Travels && effects.Contains(c.Effect!.Word))];
    }

    private static void AddSamples(SortedDictionary<string, string> files, string area, Samples samples, List<Command> commands)
    {
        if (commands.Any(c => c.Travels))
        {
            files[$"tests/Vmgl.Testing/Generated/Samples/{Names.ToPascalCase(area)}.g.cs"] = samples.EmitEncoded(area, commands);
        }

        if (commands.Any(c => c.IsCalledByHost))
        {
            files[$"tests/Vmgl.Testing/Generated/FakeGl/{Names.ToPascalCase(area)}.g.cs"] = Samples.FakeGl(area, commands);
        }
    }

    private static void AddArea(SortedDictionary<string, string> files, string area, string title, List<Command> commands)
    {
        string file = Names.ToPascalCase(area);
        if (commands.Any(c => c.Travels))
        {
            files[$"src/Vmgl.Wire/Generated/Commands/{file}.g.cs"] = WireViews.EmitArea(area, title, commands);
            files[$"src/Vmgl.Stub/Generated/Replay/{file}.g.cs"] = HostReplay.EmitArea(area, title, commands);
        }

        if (commands.Any(c => c.IsExported && c.Class != CommandClass.Native))
        {
            files[$"native/generated/{area}.g.c"] = CEntries.EmitArea(area, title, commands);
        }

        if (commands.Any(c => c.IsExported && c.Class is CommandClass.Client or CommandClass.Reply))
        {
            files[$"src/Vmgl.GuestShim/Generated/Exports/{file}.g.cs"] = GuestEntries.EmitWrappers(area, commands);
            files[$"src/Vmgl.GuestShim/Generated/{file}.g.cs"] = GuestEntries.EmitArea(area, title, commands);
        }
    }

    /// <summary>Folders in which every file is generated, so that a file no longer made is noticed.</summary>
    public static readonly string[] Folders =
    [
        "native/generated", "src/Vmgl.Wire/Generated", "src/Vmgl.Stub/Generated", "src/Vmgl.GuestShim/Generated",
        "src/Vmgl.SuspendResume/Generated", "tests/Vmgl.Testing/Generated", "tests/native/generated",
    ];
}
