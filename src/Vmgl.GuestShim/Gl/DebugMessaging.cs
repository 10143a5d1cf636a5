using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Gl;

/// <summary>Debug output (KHR_debug, ARB_debug_output): the host's GL makes the messages and filters them.</summary>
internal static unsafe partial class DebugMessaging
{
    public static partial void DebugMessageCallback(GuestStream stream, GuestContext context, nint callback, void* userParam)
    {
        (context.Debug.Callback, context.Debug.User) = (callback, (nint)userParam);
        WatchMessages.Write(stream.Reserve(WatchMessages.Bytes), callback == 0 ? 0u : 1);
        stream.SetStepwise(context.Debug.WaitsForMessages);
    }

    public static partial void DebugMessageInsert(GuestStream stream, GuestContext context, uint source, uint type, uint id, uint severity,
        int length, byte* buf)
    {
        ReadOnlySpan<byte> text = Texts.ReadText(buf, length);
        Wire.Commands.DebugMessageInsert.Write(
            stream.Reserve(Wire.Commands.DebugMessageInsert.Measure(text.Length)), source, type, id, severity, text.Length, text);
    }

    public static partial void PushDebugGroup(GuestStream stream, GuestContext context, uint source, uint id, int length, byte* message)
    {
        ReadOnlySpan<byte> text = Texts.ReadText(message, length);
        Wire.Commands.PushDebugGroup.Write(stream.Reserve(Wire.Commands.PushDebugGroup.Measure(text.Length)), source, id, text.Length,
            text);
    }

    public static partial uint GetDebugMessageLog(GuestStream stream, GuestContext context, uint count, int bufSize, uint* sources,
        uint* types, uint* ids, uint* severities, int* lengths, byte* messageLog)
    {
        if (bufSize < 0 && messageLog is not null)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return 0;
        }

        uint token = stream.NextToken();
        ReadMessages.Write(stream.Reserve(ReadMessages.Bytes), token, count, messageLog is null ? int.MaxValue : bufSize);
        using Reply reply = stream.AskHost(token, Opcode.ReadMessages);
        List<DebugMessage> messages = DebugMessage.Decode(reply.Rest);
        int n = 0;
        for (; n < messages.Count && n < count; n++)
        {
            DebugMessage message = messages[n];
            int bytes = message.Text.Length + 1;
            if (messageLog is not null)
            {
                if (bytes > bufSize)
                {
                    break;
                }

                message.Text.CopyTo(new Span<byte>(messageLog, bufSize));
                messageLog[bytes - 1] = 0;
                messageLog += bytes;
                bufSize -= bytes;
            }

            StoreAt((int*)sources, n, (int)message.Source);
            StoreAt((int*)types, n, (int)message.Type);
            StoreAt((int*)ids, n, (int)message.Id);
            StoreAt((int*)severities, n, (int)message.Severity);
            StoreAt(lengths, n, bytes);
        }

        return (uint)n;
    }

    /// <summary>Notices glEnable and glDisable of GL_DEBUG_OUTPUT_SYNCHRONOUS: whether the program's function is called before its next
    /// command.</summary>
    public static void FollowCapability(GuestStream stream, GuestContext context, uint cap, bool enabled)
    {
        if (cap == GL_DEBUG_OUTPUT_SYNCHRONOUS)
        {
            context.Debug.IsSynchronous = enabled;
            stream.SetStepwise(context.Debug.WaitsForMessages);
        }
    }

    private static void StoreAt(int* to, int index, int value)
    {
        if (to is not null)
        {
            to[index] = value;
        }
    }
}
