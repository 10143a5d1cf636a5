using Vmgl.SuspendResume.Rebuild.Lists;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The group's display lists.</summary>
public sealed partial class GroupMirror
{
    /// <summary>What glNewList made. <see cref="Write"/> writes it behind the objects.</summary>
    internal DisplayListTable Lists { get; } = new();
}
