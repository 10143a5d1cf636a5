namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The version, extensions and limits of the GL that the program sees.</summary>
/// <param name="Version">Ten times the major version plus the minor one: 21 for GL 2.1.</param>
/// <param name="Extensions">The names of its extensions.</param>
/// <param name="Limits">Answers of glGetIntegerv by name; a missing one counts as the least that every GL has.</param>
public sealed record HostFacts(int Version, IReadOnlySet<string> Extensions, IReadOnlyDictionary<uint, int> Limits)
{
    /// <summary>The names of the limits that <see cref="LimitOf"/> is asked for.</summary>
    public static IReadOnlyList<uint> Wanted { get; } =
    [
        GL_MAX_ATTRIB_STACK_DEPTH, GL_MAX_MODELVIEW_STACK_DEPTH, GL_MAX_PROJECTION_STACK_DEPTH, GL_MAX_TEXTURE_STACK_DEPTH,
        GL_MAX_COLOR_MATRIX_STACK_DEPTH, GL_MAX_PROGRAM_MATRIX_STACK_DEPTH_ARB, GL_MAX_NAME_STACK_DEPTH, GL_MAX_DEBUG_GROUP_STACK_DEPTH,
        GL_MAX_LIST_NESTING, GL_MAX_COMBINED_TEXTURE_IMAGE_UNITS, GL_MAX_TEXTURE_COORDS, GL_MAX_TEXTURE_UNITS, GL_MAX_PROGRAM_MATRICES_ARB,
    ];

    /// <summary>The facts that hold for every GL.</summary>
    public static HostFacts Least { get; } = new(15, new HashSet<string>(), new Dictionary<uint, int>());

    /// <summary>A limit, or the least that every GL has.</summary>
    public int LimitOf(uint name, int least) => Limits.GetValueOrDefault(name, least);
}
