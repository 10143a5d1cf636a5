using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>A piece of state that is set as a whole: the command that set it last. Commands that GL may have refused stand behind the one
/// that surely worked, so that GL decides anew.</summary>
internal sealed class Setting
{
    /// <summary>Commands that may be there: a program that sets the same thing wrongly again and again must not fill memory.</summary>
    private const int Most = 8;

    private Kept[] _kept = [];

    /// <summary>The newest command; empty before the first.</summary>
    public ReadOnlySpan<byte> Last => _kept.Length == 0 ? default : _kept[^1].Commands.Span;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _kept.Sum(kept => kept.Bytes);

    /// <summary>Copies a command and its payload, which is not padded.</summary>
    public static Kept Keep(ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk = default) => new(command.ToArray(), Padded(bulk));

    /// <summary>A copy, padded with zeros to 4.</summary>
    public static byte[] Padded(ReadOnlySpan<byte> bytes)
    {
        byte[] padded = new byte[Align.To4(bytes.Length)];
        bytes.CopyTo(padded);
        return padded;
    }

    /// <summary>The state is set.</summary>
    public void Set(ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        if (_kept.Length > 0 && command.SequenceEqual(Last)
            && (bulk.IsEmpty || bulk.SequenceEqual(_kept[^1].Bulk.Span[..Math.Min(bulk.Length, _kept[^1].Bulk.Length)])))
        {
            _kept = isSure ? [_kept[^1]] : _kept;
            return;
        }

        Kept kept = Keep(command, bulk);
        _kept = isSure ? [kept] : _kept.Length < Most ? [.. _kept, kept] : [_kept[0], .. _kept[2..], kept];
    }

    /// <summary>The same slot as it is now: what is set later changes only one of both.</summary>
    public Setting Copy() => new() { _kept = _kept };

    /// <summary>Writes what sets it.</summary>
    public void Write(RebuildWriter to)
    {
        foreach (Kept kept in _kept)
        {
            to.Add(kept);
        }
    }
}

/// <summary>Settings by key, in the order in which they were last set.</summary>
internal sealed class Settings<TKey>
    where TKey : notnull
{
    private OrderedDictionary<TKey, Setting> _slots = [];
    private bool _isShared;

    /// <summary>How many keys are set.</summary>
    public int Count => _slots.Count;

    /// <summary>Bytes that these keep.</summary>
    public long Bytes => _slots.Values.Sum(slot => slot.Bytes);

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => _slots.Count == 0;

    /// <summary>What was set last for a key; null for nothing.</summary>
    public Setting? Find(TKey key) => _slots.GetValueOrDefault(key);

    /// <summary>The state behind a key is set.</summary>
    public void Set(TKey key, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        Own();
        int at = _slots.IndexOf(key);
        Setting slot = at < 0 ? new Setting() : _slots.GetAt(at).Value;
        slot.Set(command, bulk, isSure);
        if (at < 0 || at != _slots.Count - 1)
        {
            _slots.Remove(key);
            _slots.Add(key, slot);
        }
    }

    /// <summary>Forgets what a key was set to.</summary>
    public void Remove(TKey key)
    {
        Own();
        _ = _slots.Remove(key);
    }

    /// <summary>These settings as they are now, which cost nothing until one of both changes.</summary>
    public Settings<TKey> Share()
    {
        _isShared = true;
        return new Settings<TKey> { _slots = _slots, _isShared = true };
    }

    /// <summary>The same slots as they are now.</summary>
    public Settings<TKey> Copy()
    {
        var copy = new Settings<TKey>();
        foreach ((TKey key, Setting slot) in _slots)
        {
            copy._slots.Add(key, slot.Copy());
        }

        return copy;
    }

    /// <summary>What is shared is copied before it is changed.</summary>
    private void Own()
    {
        if (_isShared)
        {
            (_slots, _isShared) = (Copy()._slots, false);
        }
    }

    /// <summary>The keys, in order.</summary>
    public IEnumerable<TKey> Keys => _slots.Keys;

    /// <summary>Writes them all, or all but one.</summary>
    public void Write(RebuildWriter to)
    {
        foreach (Setting slot in _slots.Values)
        {
            slot.Write(to);
        }
    }
}
