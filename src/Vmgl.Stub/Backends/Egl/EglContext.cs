namespace Vmgl.Stub.Backends.Egl;

/// <summary>A guest's context, and what it knows of the default framebuffer's buffers that the driver does not: there are two of
/// them.</summary>
/// <param name="handle">EGLContext.</param>
/// <param name="lists">The lists of its share group.</param>
internal sealed class EglContext(nint handle, EglListGroup lists)
{
    public EglListGroup Lists { get; } = lists;

    /// <summary>The display list that it is making; null for none.</summary>
    public EglListInTheMaking? Making { get; set; }

    public nint Handle { get; } = handle;

    /// <summary>Whether it was current with a drawable, which decides what its buffers are at first (GL 2.1 section 4.2.1).</summary>
    public bool HasDefaults { get; set; }

    /// <summary>GL_DRAW_BUFFER as the program set it.</summary>
    public uint DrawBuffer { get; set; }

    /// <summary>GL_READ_BUFFER as the program set it.</summary>
    public uint ReadBuffer { get; set; }

    /// <summary>The driver's name for the one buffer that a pbuffer has, for drawing: its own default.</summary>
    public uint OnlyDrawBuffer { get; set; }

    /// <summary>The same for reading.</summary>
    public uint OnlyReadBuffer { get; set; }

    /// <summary>The values of the two that glPushAttrib has saved, with its mask.</summary>
    public Stack<(uint Mask, uint Draw, uint Read)> Saved { get; } = new();
}
