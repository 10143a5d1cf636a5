namespace Vmgl.SuspendResume.Answers;

/// <summary>Names of objects that a binding point of the share group was seen to take. A name that is bound to one texture target is
/// refused by every other (GL 2.1 section 3.8.12), so binding is sure to succeed only where it did before.</summary>
/// <remarks>Every method may be called on any thread.</remarks>
public sealed class ObjectProofs
{
    private readonly Lock _lock = new();
    private readonly HashSet<(int Cell, uint Name)> _taken = [];
    private readonly HashSet<uint> _names = [];

    /// <summary>How many contexts the share group has.</summary>
    public int Contexts { get; set; }

    /// <summary>Grows when names are given back.</summary>
    public int Version { get; private set; }

    /// <summary>Names were given back: whatever was bound under them goes when nothing uses it any more.</summary>
    public void Release(ReadOnlySpan<uint> names)
    {
        lock (_lock)
        {
            Version++;
        }

        Forget(names);
    }

    /// <summary>Names are used anew: what was bound under them is no longer what it was.</summary>
    public void Forget(ReadOnlySpan<uint> names)
    {
        lock (_lock)
        {
            if (_names.Count == 0)
            {
                return;
            }

            foreach (uint name in names)
            {
                if (_names.Remove(name))
                {
                    _taken.RemoveWhere(taken => taken.Name == name);
                }
            }
        }
    }

    internal void Add(int cell, uint name)
    {
        lock (_lock)
        {
            _taken.Add((cell, name));
            _names.Add(name);
        }
    }

    internal bool Has(int cell, uint name)
    {
        lock (_lock)
        {
            return _taken.Contains((cell, name));
        }
    }
}
