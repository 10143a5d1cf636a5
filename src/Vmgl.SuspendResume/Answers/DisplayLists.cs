namespace Vmgl.SuspendResume.Answers;

/// <summary>The effects of a share group's display lists on state (GL 2.1 section 5.4). Lists without any have no entry.</summary>
/// <remarks>Contexts of the group define and call lists on several threads: every method may be called on any.</remarks>
public sealed class DisplayLists
{
    private readonly Lock _lock = new();
    private readonly Dictionary<uint, byte[]?> _effects = [];
    private bool _isUnknown;

    /// <summary>A number that grows with every change, so that a mirror notices the changes of other contexts.</summary>
    public int Version { get; private set; }

    /// <summary>Whether calling any list leaves all state as it is.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _effects.Count == 0 && !_isUnknown;
            }
        }
    }

    /// <summary>Whether a list began or ended a primitive without its counterpart: the state after glCallList is unknown then.</summary>
    public bool HasOpenLists { get; private set; }

    /// <summary>Commands that were folded need not have been executed: from now on every list may do anything.</summary>
    public void DistrustLists()
    {
        lock (_lock)
        {
            _isUnknown = true;
            HasOpenLists = true;
            Version++;
        }
    }

    /// <summary>Keeps the effects of a list that was made; null: it may do anything.</summary>
    internal void DefineList(uint name, byte[]? effects, bool isOpen)
    {
        lock (_lock)
        {
            HasOpenLists |= isOpen;
            Version++;
            if (effects is { Length: 0 })
            {
                _effects.Remove(name);
            }
            else
            {
                _effects[name] = effects;
            }
        }
    }

    /// <summary>Forgets deleted lists.</summary>
    /// <param name="surely">Whether they surely were deleted; otherwise they may do anything.</param>
    internal void DeleteLists(uint first, uint count, bool surely)
    {
        lock (_lock)
        {
            uint[] known = [.. _effects.Keys.Where(name => name >= first && name - first < count)];
            foreach (uint name in known)
            {
                if (surely)
                {
                    _effects.Remove(name);
                }
                else
                {
                    _effects[name] = null;
                }
            }

            Version += known.Length == 0 ? 0 : 1;
        }
    }

    /// <summary>The commands of a list that touch state; false when there are none. Null: anything.</summary>
    internal bool TryGetEffects(uint name, out byte[]? effects)
    {
        lock (_lock)
        {
            effects = null;
            return _isUnknown || _effects.TryGetValue(name, out effects);
        }
    }
}
