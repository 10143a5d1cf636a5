namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>What the parts of a context's mirror know of the context as a whole.</summary>
internal sealed class ContextIdentity(uint number, GroupMirror group, HostFacts facts)
{
    /// <summary>The context's number.</summary>
    public uint Number { get; } = number;

    /// <summary>The objects that it shares.</summary>
    public GroupMirror Group { get; } = group;

    /// <summary>The limits and extensions of its GL.</summary>
    public HostFacts Facts { get; set; } = facts;
}
