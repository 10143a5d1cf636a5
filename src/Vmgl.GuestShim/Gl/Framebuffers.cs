using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Framebuffer objects (GL 3.0 section 4.4).</summary>
internal static unsafe partial class Framebuffers
{
    /// <summary>Many programs ask in every frame, some after every bind. The host is asked when anything may have changed since it
    /// answered.</summary>
    public static partial uint CheckFramebufferStatus(GuestStream stream, GuestContext context, uint target)
    {
        if (context.Framebuffers.FindBound(target, stream.Bracket, context.Group) is not uint name)
        {
            return AskCheckFramebufferStatus(stream, target);
        }

        stream.AnnounceAttachments();
        long attachments = context.Group.Attachments;
        uint status = context.Framebuffers.FindStatus(name, attachments);
        if (status == 0)
        {
            status = AskCheckFramebufferStatus(stream, target);
            context.Framebuffers.KeepStatus(name, attachments, status);
        }

        return status;
    }

    private static partial void ForgetFramebuffers(GuestStream stream, GuestContext context, int n, uint* framebuffers) =>
        stream.Bracket = context.Framebuffers.DeleteFramebuffers(stream.Bracket, context.Group,
            new ReadOnlySpan<uint>(framebuffers, Math.Max(n, 0)));
}
