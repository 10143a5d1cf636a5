using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Makes the drawables of a session again.</summary>
internal interface IDrawableMaker
{
    /// <summary>Makes one; false when the program has destroyed it.</summary>
    /// <exception cref="RebuildException">The host refuses it.</exception>
    /// <exception cref="HostLostException">The host is gone.</exception>
    bool MakeDrawable(MirroredDrawable drawable);
}
