using Vmgl.Wire;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Connection;

/// <summary>Keeps what travels on the connection, so that another worker can get it if this one is lost.</summary>
internal interface IFrameKeeper
{
    /// <summary>Keeps a frame that is about to be sent. The caller holds the lock for sending.</summary>
    void KeepFrame(in SentFrame frame);

    /// <summary>A stream's thread has ended: it sends nothing more.</summary>
    void EndStream(uint stream);

    /// <summary>The host has answered a question.</summary>
    void NoteReply(uint stream, uint token, Opcode opcode, ReadOnlySpan<byte> payload);

    /// <summary>The host has played everything that a stream waited for.</summary>
    void NoteSettled(uint stream);

    /// <summary>The host has carried out a swap.</summary>
    /// <param name="hasErred">Whether it found GL errors before that.</param>
    void NoteSwap(uint stream, bool hasErred, SwapReport report);

    /// <summary>The host has carried out a swap that a host before it had carried out.</summary>
    void NoteRepeatedSwap(uint stream, uint picture);

    /// <summary>Debug messages were delivered.</summary>
    void CountMessages(uint stream, int count);

    /// <summary>Debug messages that a stream's program got, of the frames that are kept: they come again when those are sent
    /// again.</summary>
    int MessagesOf(uint stream);
}

/// <summary>Replaces a worker that is lost.</summary>
internal interface ILossHandler
{
    /// <summary>Finds another worker and brings the session there. No other thread sends or receives meanwhile.</summary>
    /// <param name="why">What happened to the worker, as a verb phrase.</param>
    /// <returns>The worker; null, and the user was told, when the session is lost for good.</returns>
    HostLink? FindReplacement(string why);

    /// <summary>The session cannot be brought to another worker any more.</summary>
    /// <param name="why">What the host did, as a verb phrase.</param>
    void GiveUp(string why);
}
