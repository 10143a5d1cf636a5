using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Framebuffer objects (GL 3.0 section 4.4).</summary>
internal static unsafe partial class GlCommands
{
    /// <summary>Many programs ask in every frame, some after every bind. The host is asked when anything may have changed since it answered.</summary>
    public static partial uint CheckFramebufferStatus(uint target)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        GuestContext context = GuestThread.Context!;
        if (context.Framebuffers.Bound(target, stream.Bracket, context.Group) is not uint name)
        {
            return AskCheckFramebufferStatus(stream, target);
        }

        stream.AnnounceAttachments();
        long attachments = context.Group.Attachments;
        uint status = context.Framebuffers.Status(name, attachments);
        if (status == 0)
        {
            status = AskCheckFramebufferStatus(stream, target);
            context.Framebuffers.Remember(name, attachments, status);
        }

        return status;
    }
}
