using System.Runtime.InteropServices;
using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Gl;

/// <summary>Debug output (KHR_debug, ARB_debug_output): the host's GL makes the messages and filters them, the program's callback gets them
/// here.</summary>
internal static unsafe partial class GlCommands
{
    private const uint DebugOutputSynchronous = 0x8242;

    /// <summary>Texts beyond it no driver takes (GL_MAX_DEBUG_MESSAGE_LENGTH is 4096 or so): they are cut, and the host's GL refuses them all the same.</summary>
    private const int LongestText = 64 << 10;

    public static partial void DebugMessageCallback(nint callback, void* userParam)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        GuestContext context = GuestThread.Context!;
        (context.Debug.Callback, context.Debug.User) = (callback, (nint)userParam);
        WatchMessages.Write(stream.Reserve(WatchMessages.Bytes), callback == 0 ? 0u : 1);
        stream.Step(context.Debug.WaitsForMessages);
    }

    public static partial void DebugMessageInsert(uint source, uint type, uint id, uint severity, int length, byte* buf)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            ReadOnlySpan<byte> text = DebugText(buf, length);
            Wire.Commands.DebugMessageInsert.Write(
                stream.Reserve(Wire.Commands.DebugMessageInsert.Measure(text.Length)), source, type, id, severity, text.Length, text);
        }
    }

    public static partial void PushDebugGroup(uint source, uint id, int length, byte* message)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            ReadOnlySpan<byte> text = DebugText(message, length);
            Wire.Commands.PushDebugGroup.Write(stream.Reserve(Wire.Commands.PushDebugGroup.Measure(text.Length)), source, id, text.Length, text);
        }
    }

    public static partial uint GetDebugMessageLog(
        uint count, int bufSize, uint* sources, uint* types, uint* ids, uint* severities, int* lengths, byte* messageLog)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (bufSize < 0 && messageLog is not null)
        {
            stream.Record(GL_INVALID_VALUE);
            return 0;
        }

        uint token = stream.NextToken();
        ReadMessages.Write(stream.Reserve(ReadMessages.Bytes), token, count, messageLog is null ? int.MaxValue : bufSize);
        using Reply reply = stream.Ask(token, Opcode.ReadMessages);
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

            Store((int*)sources, n, (int)message.Source);
            Store((int*)types, n, (int)message.Type);
            Store((int*)ids, n, (int)message.Id);
            Store((int*)severities, n, (int)message.Severity);
            Store(lengths, n, bytes);
        }

        return (uint)n;
    }

    /// <summary>glEnable or glDisable was called: whether the program wants to hear messages before its next command.</summary>
    private static void FollowDebug(GuestStream stream, uint cap, bool enabled)
    {
        if (cap == DebugOutputSynchronous)
        {
            GuestThread.Context!.Debug.IsSynchronous = enabled;
            stream.Step(GuestThread.Context.Debug.WaitsForMessages);
        }
    }

    /// <summary>A text that ends with a zero when the length is negative.</summary>
    private static ReadOnlySpan<byte> DebugText(byte* text, int length)
    {
        ReadOnlySpan<byte> whole = text is null ? default
            : length < 0 ? MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text) : new ReadOnlySpan<byte>(text, length);
        return whole[..Math.Min(whole.Length, LongestText)];
    }

    private static void Store(int* to, int index, int value)
    {
        if (to is not null)
        {
            to[index] = value;
        }
    }
}
