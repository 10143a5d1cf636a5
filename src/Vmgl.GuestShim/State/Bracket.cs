namespace Vmgl.GuestShim.State;

/// <summary>The framebuffer that is bound to a target, as C tracks it: <c>struct vmgl_framebuffer</c>.</summary>
/// <param name="Name">The framebuffer object, 0 for the window's own; <see cref="Unknown"/> where only the host knows.</param>
/// <param name="Binds">How often something was bound.</param>
internal readonly record struct BoundFramebuffer(uint Name, uint Binds)
{
    /// <summary>Stands for a name that only the host knows.</summary>
    public const uint Unknown = uint.MaxValue;
}

/// <summary>The open primitive and display list of a context and its bound framebuffers, as C tracks them.</summary>
/// <param name="Primitive">1 between glBegin and glEnd.</param>
/// <param name="Compiling">The mode of the display list being made, or 0.</param>
/// <param name="Draw">The framebuffer that is drawn into.</param>
/// <param name="Read">The framebuffer that is read.</param>
internal readonly record struct Bracket(uint Primitive, uint Compiling, BoundFramebuffer Draw, BoundFramebuffer Read);
