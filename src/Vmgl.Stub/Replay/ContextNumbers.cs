using Vmgl.Wire;

namespace Vmgl.Stub.Replay;

/// <summary>The context numbers that a guest has in use, and their bound.</summary>
internal sealed class ContextNumbers
{
    private readonly Dictionary<uint, bool> _wasUsed = [];

    /// <summary>Takes a number; false when it is 0, in use, or one more than <see cref="Limits.MaxContexts"/>.</summary>
    public bool TryAdd(uint number) => number != 0 && _wasUsed.Count < Limits.MaxContexts && _wasUsed.TryAdd(number, false);

    /// <summary>Whether a context becomes current for the first time; asked once, then no longer.</summary>
    public bool IsFirstUse(uint number)
    {
        bool first = !_wasUsed.GetValueOrDefault(number, true);
        _wasUsed[number] = true;
        return first;
    }

    /// <summary>Gives a number back.</summary>
    public void Remove(uint number) => _wasUsed.Remove(number);
}
