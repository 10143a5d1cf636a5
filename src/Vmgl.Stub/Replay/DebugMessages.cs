using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Replay;

/// <summary>Debug messages of the driver (KHR_debug) on their way to the guest. A driver may call back on a thread of its own.</summary>
internal static unsafe class DebugMessages
{
    /// <summary>Messages that wait at most: what a driver says beyond them is lost, as it would be in a full log.</summary>
    private const int MostWaiting = 4096;

    private static readonly ConcurrentQueue<DebugMessage> s_waiting = [];

    /// <summary>The callback for glDebugMessageCallback; its user parameter is the guest's number of the context.</summary>
    public static nint Callback => (nint)(delegate* unmanaged<uint, uint, uint, uint, int, byte*, nint, void>)&ReceiveMessage;

    /// <summary>Keeps a message until the batch has been played.</summary>
    public static void Add(DebugMessage message)
    {
        if (s_waiting.Count < MostWaiting)
        {
            s_waiting.Enqueue(message);
        }
    }

    /// <summary>The messages that wait, as they travel; empty when there is none.</summary>
    public static byte[] TakeEncoded()
    {
        if (s_waiting.IsEmpty)
        {
            return [];
        }

        List<DebugMessage> taken = [];
        while (s_waiting.TryDequeue(out DebugMessage message))
        {
            taken.Add(message);
        }

        return DebugMessage.Encode(taken);
    }

    [UnmanagedCallersOnly]
    private static void ReceiveMessage(uint source, uint type, uint id, uint severity, int length, byte* text, nint context)
    {
        // Drivers differ in whether the length is given.
        ReadOnlySpan<byte> said = length < 0 ? MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text)
            : new ReadOnlySpan<byte>(text, length);
        Add(new DebugMessage((uint)context, source, type, id, severity, said.TrimEnd((byte)0).ToArray()));
    }
}
