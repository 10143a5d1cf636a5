using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Vmgl.GuestShim.Session;

/// <summary>A stream's debug messages between their arrival and the program's callback, and its waiting for them.</summary>
internal sealed class DebugMessages
{
    private readonly ConcurrentQueue<byte[]> _arrived = [];
    private bool _isStepping;
    private bool _hasSettled;

    /// <summary>Whether a step is under way: the stream waits, or calls the program back with what came.</summary>
    public bool IsStepping => _isStepping;

    /// <summary>Whether the host has played everything that was sent before the wait began.</summary>
    public bool HasSettled => Volatile.Read(ref _hasSettled);

    /// <summary>Whether the stream waits until the host has played everything.</summary>
    public bool IsSettling => _isStepping && !HasSettled;

    /// <summary>Forgets earlier steps.</summary>
    public void PrepareStep() => _hasSettled = false;

    /// <summary>Begins to wait.</summary>
    public void BeginStep() => _isStepping = true;

    /// <summary>The messages were delivered.</summary>
    public void EndStep() => _isStepping = false;

    /// <summary>Debug messages have arrived; empty ones mean that the host has played everything.</summary>
    public void AddArrived(byte[] messages)
    {
        if (messages.Length == 0)
        {
            Volatile.Write(ref _hasSettled, true);
        }
        else
        {
            _arrived.Enqueue(messages);
        }
    }

    /// <summary>The messages that arrived first, as they came; false when there are none.</summary>
    public bool TryTake([NotNullWhen(true)] out byte[]? messages) => _arrived.TryDequeue(out messages);
}
