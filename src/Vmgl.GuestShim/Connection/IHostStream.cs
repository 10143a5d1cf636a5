using Vmgl.Wire;

namespace Vmgl.GuestShim.Connection;

/// <summary>A stream as the connection sees it: where frames of the host go.</summary>
internal unsafe interface IHostStream
{
    /// <summary>Whether its thread has ended, so that its number may go to another.</summary>
    bool IsEnded { get; }

    /// <summary>The token of the reply that is waited for; 0 for none.</summary>
    uint Awaited { get; }

    /// <summary>The opcode of the pending question.</summary>
    Opcode Asked { get; }

    /// <summary>Whether it waits until the host has played everything.</summary>
    bool IsSettling { get; }

    /// <summary>The sequence number of the last token.</summary>
    ushort LastSequence { get; }

    /// <summary>Memory for a reply that is being received.</summary>
    byte* ReserveReply(int bytes);

    /// <summary>A reply is complete in the memory that was reserved.</summary>
    void CompleteReply(uint token, int bytes);

    /// <summary>Debug messages have come; empty ones mean that the host has played everything.</summary>
    void ReceiveMessages(byte[] messages);

    /// <summary>The host has carried out the stream's oldest swap.</summary>
    void AcknowledgeSwap();

    /// <summary>Gives everything back after the thread has ended, and lets the host forget what was current there.</summary>
    void FreeMemory();
}
