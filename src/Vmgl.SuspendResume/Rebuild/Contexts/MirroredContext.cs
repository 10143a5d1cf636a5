namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>A context that lives on the host.</summary>
/// <param name="Command">The CreateContext that made it.</param>
/// <param name="State">Its state.</param>
public sealed record MirroredContext(byte[] Command, ContextMirror State)
{
    /// <summary>The drawable that it drew into last; 0 when it was never current.</summary>
    public uint LastDrawable { get; set; }

    /// <summary>The GL error that it has for the program to ask for; 0 for none.</summary>
    public uint PendingError { get; set; }
}

/// <summary>The context and drawables that are current on a stream.</summary>
public readonly record struct MirroredBinding(uint Context, uint Draw, uint Read);
