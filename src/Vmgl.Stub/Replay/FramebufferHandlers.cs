using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Framebuffer objects are bound by EXT_framebuffer_object's commands, which take the names that the guest made.</summary>
internal static unsafe partial class Handlers
{
    internal static partial void BindFramebuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BindFramebuffer(command);
        r.Gl.BindFramebufferEXT(c.Target, c.Framebuffer);
    }

    internal static partial void BindRenderbuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BindRenderbuffer(command);
        r.Gl.BindRenderbufferEXT(c.Target, c.Renderbuffer);
    }
}
