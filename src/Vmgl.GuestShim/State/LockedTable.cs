namespace Vmgl.GuestShim.State;

/// <summary>Objects by key, each made when it is first asked for. Any thread may use it.</summary>
/// <param name="make">Makes the object of a key.</param>
internal sealed class LockedTable<TKey, TValue>(Func<TKey, TValue> make)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];

    /// <summary>The object of a key; null when there is none.</summary>
    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            return _values.GetValueOrDefault(key);
        }
    }

    /// <summary>The object of a key, made when there is none.</summary>
    public TValue FindOrMake(TKey key)
    {
        lock (_lock)
        {
            if (!_values.TryGetValue(key, out TValue? value))
            {
                value = make(key);
                _values[key] = value;
            }

            return value;
        }
    }

    /// <summary>Removes the object of a key; null when there is none.</summary>
    public TValue? Remove(TKey key)
    {
        lock (_lock)
        {
            return _values.Remove(key, out TValue? value) ? value : null;
        }
    }

    /// <summary>Removes all objects.</summary>
    public List<TValue> RemoveAll()
    {
        lock (_lock)
        {
            List<TValue> all = [.. _values.Values];
            _values.Clear();
            return all;
        }
    }
}
