using Vmgl.Wire;

namespace Vmgl.Stub.Replay;

/// <summary>The context numbers that a guest has in use, and their bound.</summary>
internal sealed class ContextNumbers
{
    private readonly HashSet<uint> _used = [];

    /// <summary>Takes a number; false when it is 0, in use, or one more than <see cref="Limits.MaxContexts"/>.</summary>
    public bool TryAdd(uint number) => number != 0 && _used.Count < Limits.MaxContexts && _used.Add(number);

    /// <summary>Gives a number back.</summary>
    public void Remove(uint number) => _used.Remove(number);
}
