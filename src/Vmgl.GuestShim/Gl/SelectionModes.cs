using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Selection and feedback (GL 1.5 sections 5.2 and 5.3). The host's GL fills a buffer of its own, which comes back when
/// the program leaves the mode: it may not look earlier.</summary>
internal static unsafe partial class SelectionModes
{
    private static partial void KeepSelectBuffer(GuestStream stream, GuestContext context, int size, uint* buffer) =>
        (context.SelectBuffer, context.SelectWords) = ((nint)buffer, size);

    private static partial void KeepFeedbackBuffer(GuestStream stream, GuestContext context, int size, float* buffer) =>
        (context.FeedbackBuffer, context.FeedbackWords) = ((nint)buffer, size);

    public static partial int RenderMode(GuestStream stream, GuestContext context, uint mode)
    {
        uint token = stream.NextToken();
        Wire.Commands.RenderMode.Write(stream.Reserve(Wire.Commands.RenderMode.Bytes), token, mode);
        using Reply reply = stream.AskHost(token, Opcode.RenderMode);
        int result = (int)reply.NextValue();
        (nint buffer, int words) = reply.NextValue() switch
        {
            GL_SELECT => (context.SelectBuffer, context.SelectWords),
            GL_FEEDBACK => (context.FeedbackBuffer, context.FeedbackWords),
            _ => (0, 0),
        };
        reply.CopyTo((void*)buffer, words * 4L);
        return result;
    }
}
