using Vmgl.Generator.Registry;

namespace Vmgl.Generator.Emit;

/// <summary>The limits that glGetIntegerv tells: what a host may have less of than another.</summary>
internal static class LimitNames
{
    /// <summary>The table of names and enums.</summary>
    public static string EmitTable(KhronosRegistry registry)
    {
        IReadOnlyCollection<uint> asked = registry.ValuesOfGroup("GetPName");
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("Khronos' registry"));
        code.Line("\nnamespace Vmgl.SuspendResume.Rebuild;\n");
        code.Line("/// <summary>Limits that glGetIntegerv tells, by GL's names.</summary>");
        code.Block("public static class LimitNames", () =>
        {
            code.Line("/// <summary>Name and enum of each.</summary>\npublic static readonly (string Name, uint Value)[] All =\n[");
            foreach ((string name, uint value) in registry.Enums.Where(e => IsLimit(e.Key) && asked.Contains(e.Value))
                .OrderBy(e => e.Key, StringComparer.Ordinal).DistinctBy(e => e.Value))
            {
                code.Line($"    (\"{name}\", 0x{value:x4}),");
            }

            code.Line("];");
        });
        return code.ToString();
    }

    private static bool IsLimit(string name) => name.StartsWith("GL_MAX_", StringComparison.Ordinal);
}
