using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>What the mirror has to know of each slot family and each capability.</summary>
internal static class SlotTables
{
    public static string EmitFamilies(SpecFiles spec)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/slots.spec"));
        code.Line("\nnamespace Vmgl.SuspendResume.Rules;\n");
        code.Line("/// <summary>Families of pieces of state that are rebuilt by the commands that set them.</summary>");
        code.Block("public enum SlotFamily : byte", () =>
        {
            code.Line("/// <summary>No piece of state.</summary>\nNone = 0,");
            spec.Slots.ForEach(slot => code.Line($"{slot.Name},"));
        });
        code.Line("\n/// <summary>What else decides which piece of state a command means, and how it is kept.</summary>\n[Flags]");
        code.Block("internal enum SlotWords : byte", () =>
            code.Line("None = 0,\nUnit = 1,\nFace = 2,\nDrawFramebuffer = 4,\nReadFramebuffer = 8,\nModelview = 16,\nColored = 32,\nAppend = 64,\nByHand = 128,"));
        return code.ToString();
    }

    public static string EmitTable(SpecFiles spec, KhronosRegistry registry)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/slots.spec and spec/state.spec"));
        code.Line("\nusing Vmgl.SuspendResume.Rules;\n\nnamespace Vmgl.SuspendResume.Rebuild;\n");
        code.Line("/// <summary>The bits of glPushAttrib that save each piece of state, and what belongs to it.</summary>");
        code.Block("internal static class SlotTable", () =>
        {
            code.Line($"/// <summary>One more than the last family.</summary>\npublic const int Count = {spec.Slots.Count + 1};\n");
            code.Line("/// <summary>By family.</summary>\npublic static ReadOnlySpan<uint> Groups =>\n[\n    0,");
            spec.Slots.ForEach(slot => code.Line($"    0x{CombineBits(slot.Place, slot.Groups, registry):x}, // {slot.Name}"));
            code.Line("];\n\n/// <summary>By family.</summary>\npublic static ReadOnlySpan<SlotWords> Words =>\n[\n    SlotWords.None,");
            spec.Slots.ForEach(slot => code.Line($"    {SlotWordsText(slot)}, // {slot.Name}"));
            code.Line("];\n");
            EmitCapabilities(code, spec, registry);
        });
        return code.ToString();
    }

    private static void EmitCapabilities(CodeWriter code, SpecFiles spec, KhronosRegistry registry)
    {
        List<SpecState> capabilities = [.. spec.States.Where(s => s.Form == "cap")];
        code.Line("/// <summary>The bits that save whether a capability is enabled.</summary>");
        code.Block("public static uint CapabilityGroups(uint capability) => capability switch", () =>
        {
            foreach (SpecState state in capabilities)
            {
                if (spec.Capabilities.FirstOrDefault(set => set.Names.Contains(state.Name)) is SpecCapabilities set)
                {
                    code.Line($"0x{registry.Enums[state.Name]:x4} => 0x{CombineBits(set.Place, set.Groups, registry):x}, // {state.Name}");
                }
            }

            foreach (SpecCapabilities set in spec.Capabilities)
            {
                List<string> others = [.. set.Names.Except(capabilities.Select(state => state.Name))];
                if (others.Count == 0)
                {
                    continue;
                }

                IEnumerable<string> values = others.Select(name => $"0x{CombineBits(set.Place, [name], registry):x4}");
                code.Line($"{string.Join(" or ", values)} => 0x{CombineBits(set.Place, set.Groups, registry):x},");
            }

            code.Line("_ => 0,");
        }, "};");
        code.Line("\n/// <summary>Whether each texture unit has this capability of its own.</summary>");
        string units = string.Join(" or ", capabilities.Where(s => s.IsPerUnit).Select(s => $"0x{registry.Enums[s.Name]:x4}"));
        code.Line($"public static bool IsPerUnit(uint capability) => capability is {units};");
    }

    private static string SlotWordsText(SpecSlot slot) => slot.Words.Count == 0 ? "SlotWords.None"
        : string.Join(" | ", slot.Words.Select(word => $"SlotWords.{string.Concat(word.Split('-').Select(Names.ToPascalCase))}"));

    private static uint CombineBits(Place place, IReadOnlyList<string> names, KhronosRegistry registry) =>
        names.Aggregate(0u, (bits, name) =>
        bits | (registry.Enums.TryGetValue(name, out uint bit) ? bit : throw new SpecException(place, $"the registry has no enum {name}")));
}
