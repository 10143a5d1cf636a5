namespace Vmgl.SuspendResume.Rebuild;

/// <summary>What the mirror has to know of the GL that the program sees.</summary>
/// <param name="Version">Ten times the major version plus the minor one: 21 for GL 2.1.</param>
/// <param name="Extensions">What it offers.</param>
/// <param name="Limits">Answers of glGetIntegerv by name; what is missing counts as the least that every GL has.</param>
public sealed record HostFacts(int Version, IReadOnlySet<string> Extensions, IReadOnlyDictionary<uint, int> Limits)
{
    /// <summary>The limits that <see cref="LimitOf"/> is asked for: depths of stacks (attributes, modelview, projection, texture, colour, program
    /// matrices, names, debug groups, lists that call lists), and how many units and program matrices there are.</summary>
    public static IReadOnlyList<uint> Wanted { get; } =
        [0x0D35, 0x0D36, 0x0D38, 0x0D39, 0x80B3, 0x862E, 0x0D37, 0x826C, 0x0B31, 0x8B4D, 0x8871, 0x84E2, 0x862F];

    /// <summary>Nothing is known.</summary>
    public static HostFacts Least { get; } = new(15, new HashSet<string>(), new Dictionary<uint, int>());

    /// <summary>A limit, or what every GL has.</summary>
    public int LimitOf(uint name, int least) => Limits.GetValueOrDefault(name, least);
}
