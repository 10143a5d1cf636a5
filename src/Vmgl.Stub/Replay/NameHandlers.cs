using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Objects that GL makes under names which the guest has made.</summary>
internal static unsafe class NameHandlers
{
    /// <summary>EXT_framebuffer_object's command, which takes a name that no glGenFramebuffers of this host made.</summary>
    internal static void BindFramebuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BindFramebuffer(command);
        r.Gl.BindFramebufferEXT(c.Target, c.Framebuffer);
    }

    /// <inheritdoc cref="BindFramebuffer"/>
    internal static void BindRenderbuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BindRenderbuffer(command);
        r.Gl.BindRenderbufferEXT(c.Target, c.Renderbuffer);
    }

    /// <summary>Empty lists under names that the guest has handed out: glGenLists makes them so (GL 1.5 section 5.4). While a list is being
    /// made no other can be: those names are then not lists until they are defined.</summary>
    internal static void MakeLists(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new MakeLists(command);
        if ((uint)c.Range > Limits.MaxLists)
        {
            throw new ProtocolException($"{c.Range} display lists at once; at most {Limits.MaxLists}");
        }

        int* inTheMaking = stackalloc int[1];
        r.Gl.GetIntegerv(GL_LIST_INDEX, inTheMaking);
        for (int i = 0; i < c.Range && *inTheMaking == 0; i++)
        {
            r.Gl.NewList(c.Base + (uint)i, GL_COMPILE);
            r.Gl.EndList();
        }
    }
}
