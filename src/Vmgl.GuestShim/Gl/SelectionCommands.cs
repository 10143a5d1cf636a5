using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>Selection and feedback (GL 1.5 sections 5.2 and 5.3). The host's GL fills a buffer of its own, which comes back when
/// the program leaves the mode: it may not look earlier.</summary>
internal static unsafe partial class GlCommands
{
    private const uint Feedback = 0x1C01;
    private const uint Select = 0x1C02;

    public static partial void SelectBuffer(int size, uint* buffer)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            GuestThread.Context!.SelectBuffer = (nint)buffer;
            GuestThread.Context.SelectWords = size;
            Wire.Commands.SelectBuffer.Write(stream.Reserve(Wire.Commands.SelectBuffer.Bytes), size);
        }
    }

    public static partial void FeedbackBuffer(int size, uint type, float* buffer)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            GuestThread.Context!.FeedbackBuffer = (nint)buffer;
            GuestThread.Context.FeedbackWords = size;
            Wire.Commands.FeedbackBuffer.Write(stream.Reserve(Wire.Commands.FeedbackBuffer.Bytes), size, type);
        }
    }

    public static partial int RenderMode(uint mode)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        uint token = stream.NextToken();
        Wire.Commands.RenderMode.Write(stream.Reserve(Wire.Commands.RenderMode.Bytes), token, mode);
        using Reply reply = stream.Ask(token, Opcode.RenderMode);
        int result = (int)reply.Value();
        GuestContext context = GuestThread.Context!;
        (nint buffer, int words) = reply.Value() switch
        {
            Select => (context.SelectBuffer, context.SelectWords),
            Feedback => (context.FeedbackBuffer, context.FeedbackWords),
            _ => (0, 0),
        };
        reply.CopyTo((void*)buffer, words * 4L);
        return result;
    }
}
