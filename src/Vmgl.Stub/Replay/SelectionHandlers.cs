using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Selection and feedback (GL 1.5 sections 5.2 and 5.3).</summary>
internal static unsafe class SelectionHandlers
{
    internal static void SelectBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        int size = new SelectBuffer(command).Size;
        r.Gl.SelectBuffer(size, r.Selection.AllocateBuffer(r.Context, GL_SELECT, CountWords(size)));
    }

    internal static void FeedbackBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new FeedbackBuffer(command);
        r.Gl.FeedbackBuffer(c.Size, c.Type, (float*)r.Selection.AllocateBuffer(r.Context, GL_FEEDBACK, CountWords(c.Size)));
    }

    /// <summary>The result, the mode that was left, and what GL wrote in it.</summary>
    internal static void RenderMode(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new RenderMode(command);
        uint result = (uint)r.Gl.RenderMode(c.Mode);
        uint left = r.Selection.EnterMode(r.Context, c.Mode);
        Span<uint> contents = r.Selection.WrittenWords(r.Context, left);
        r.Reply.BeginReply(c.Token, contents.Length * 4L);
        r.Reply.AddValue(result);
        r.Reply.AddValue(left);
        contents.CopyTo(new Span<uint>(r.Reply.ReserveOutput<uint>(0), contents.Length));
        contents.Fill(ReplyBuffer.Unwritten);
        r.SendReply();
    }

    private static int CountWords(int size) =>
        (long)size * 4 <= Limits.MaxCommandBytes
            ? Math.Max(size, 0)
            : throw new ProtocolException($"a selection or feedback buffer of {size} words; at most {Limits.MaxCommandBytes / 4}");
}
