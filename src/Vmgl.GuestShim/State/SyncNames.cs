namespace Vmgl.GuestShim.State;

/// <summary>The sync objects of a share group. The GLsync that the program holds is a number, unique in the process, and not an
/// address.</summary>
internal sealed class SyncNames
{
    private static uint s_last;

    private readonly Lock _lock = new();
    private readonly HashSet<nint> _there = [];
    private readonly HashSet<nint> _signaled = [];

    /// <summary>A new one.</summary>
    public uint MakeName()
    {
        uint number = Interlocked.Increment(ref s_last);
        lock (_lock)
        {
            _there.Add((nint)number);
        }

        return number;
    }

    /// <summary>Whether it exists: it was made and not deleted.</summary>
    public bool IsName(nint sync)
    {
        lock (_lock)
        {
            return _there.Contains(sync);
        }
    }

    /// <summary>Whether it was reported as signaled.</summary>
    public bool IsSignaled(nint sync)
    {
        lock (_lock)
        {
            return _signaled.Contains(sync);
        }
    }

    /// <summary>Marks it as signaled, for good.</summary>
    public void MarkSignaled(nint sync)
    {
        lock (_lock)
        {
            if (_there.Contains(sync))
            {
                _signaled.Add(sync);
            }
        }
    }

    /// <summary>Deletes it; false when it does not exist.</summary>
    public bool DeleteName(nint sync)
    {
        lock (_lock)
        {
            _signaled.Remove(sync);
            return _there.Remove(sync);
        }
    }
}
