namespace Vmgl.SuspendResume.Answers;

/// <summary>Names of objects that a binding point of the share group was seen to take. A name that is bound to one texture target is
/// refused by every other (GL 2.1 section 3.8.12), so binding is sure to succeed only where it did before.</summary>
/// <remarks>Every method may be called on any thread.</remarks>
public sealed class ObjectProofs
{
    private readonly Lock _lock = new();
    private readonly HashSet<(int Cell, uint Name)> _taken = [];
    private readonly HashSet<uint> _names = [];

    /// <summary>The number of contexts in the share group.</summary>
    public int Contexts { get; set; }

    /// <summary>A number that grows when names are released.</summary>
    public int Version { get; private set; }

    /// <summary>Forgets released names: their objects go when nothing uses them any more.</summary>
    public void ReleaseNames(ReadOnlySpan<uint> names)
    {
        lock (_lock)
        {
            Version++;
        }

        ForgetNames(names);
    }

    /// <summary>Forgets names that are used anew, for other objects.</summary>
    public void ForgetNames(ReadOnlySpan<uint> names)
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

    internal void AddName(int cell, uint name)
    {
        lock (_lock)
        {
            _taken.Add((cell, name));
            _names.Add(name);
        }
    }

    internal bool HasName(int cell, uint name)
    {
        lock (_lock)
        {
            return _taken.Contains((cell, name));
        }
    }
}
