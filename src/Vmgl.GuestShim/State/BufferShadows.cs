namespace Vmgl.GuestShim.State;

/// <summary>The copies of a share group's buffer objects, by name.</summary>
internal sealed class BufferShadows
{
    private readonly Lock _lock = new();
    private readonly Dictionary<uint, BufferShadow> _buffers = [];

    /// <summary>The copy; null for a name without contents.</summary>
    public BufferShadow? Find(uint name)
    {
        lock (_lock)
        {
            return _buffers.GetValueOrDefault(name);
        }
    }

    /// <summary>The copy, made empty at its first use.</summary>
    public BufferShadow Make(uint name)
    {
        lock (_lock)
        {
            if (!_buffers.TryGetValue(name, out BufferShadow? buffer))
            {
                buffer = new BufferShadow(name);
                _buffers[name] = buffer;
            }

            return buffer;
        }
    }

    /// <summary>Forgets a buffer.</summary>
    public void Delete(uint name)
    {
        lock (_lock)
        {
            if (_buffers.Remove(name, out BufferShadow? buffer))
            {
                buffer.Free();
            }
        }
    }

    /// <summary>Gives all memory back.</summary>
    public void Free()
    {
        foreach (BufferShadow buffer in _buffers.Values)
        {
            buffer.Free();
        }

        _buffers.Clear();
    }
}
