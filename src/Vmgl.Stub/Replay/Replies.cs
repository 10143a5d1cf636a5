using System.Runtime.InteropServices;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Replay;

/// <summary>The replies that handlers by hand send: a value, words or bytes.</summary>
internal static class Replies
{
    /// <summary>Sends one word.</summary>
    public static void SendValue(Replayer r, uint token, uint value)
    {
        r.Reply.BeginReply(token);
        r.Reply.AddValue(value);
        r.SendReply();
    }

    /// <summary>Sends whether the host grants something, with the X error where there is one.</summary>
    public static void SendVerdict(Replayer r, uint token, bool granted, Refusal? refusal) =>
        SendValue(r, token, granted ? Refusal.Granted : refusal?.Encode() ?? 0);

    /// <summary>Sends the width and height in pixels of what was made; one word, as in <see cref="SendVerdict"/>, when it was
    /// refused.</summary>
    public static void SendSize(Replayer r, uint token, (uint Width, uint Height)? size)
    {
        SendWords(r, token, size is (uint width, uint height) ? [width, height] : [r.Backend.Refusal?.Encode() ?? 0]);
    }

    /// <summary>Sends words.</summary>
    public static void SendWords(Replayer r, uint token, params ReadOnlySpan<uint> words) =>
        SendBytes(r, token, MemoryMarshal.AsBytes(words));

    /// <summary>Sends a whole payload.</summary>
    public static void SendBytes(Replayer r, uint token, ReadOnlySpan<byte> payload)
    {
        r.Reply.BeginReply(token);
        r.Reply.AddBytes(payload);
        r.SendReply();
    }
}
