namespace Vmgl.SuspendResume;

/// <summary>What the mirror has to know of the GL that the program sees.</summary>
/// <param name="Version">Ten times the major version plus the minor one: 21 for GL 2.1.</param>
/// <param name="Extensions">What it offers.</param>
/// <param name="Limits">Answers of glGetIntegerv by name; what is missing counts as the least that every GL has.</param>
public sealed record HostFacts(int Version, IReadOnlySet<string> Extensions, IReadOnlyDictionary<uint, int> Limits)
{
    /// <summary>Nothing is known.</summary>
    public static HostFacts Least { get; } = new(15, new HashSet<string>(), new Dictionary<uint, int>());

    /// <summary>A limit, or what every GL has.</summary>
    public int Limit(uint name, int least) => Limits.GetValueOrDefault(name, least);
}
