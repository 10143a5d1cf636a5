namespace Vmgl.SuspendResume.Rules;

/// <summary>The effect of a command on state, and the places of its keys: byte offsets of 32-bit fields in the command.</summary>
public readonly record struct MirrorRule
{
    /// <summary>Most keys that a rule has.</summary>
    public const int MostKeys = 5;

    private readonly byte _key0;
    private readonly byte _key1;
    private readonly byte _key2;
    private readonly byte _key3;
    private readonly byte _key4;

    internal MirrorRule(StateEffect effect, SlotFamily family, ObjectFamily @object, bool isImmediate, params ReadOnlySpan<int> keys)
    {
        if (keys.Length > MostKeys)
        {
            throw new ArgumentException($"{keys.Length} keys; at most {MostKeys}", nameof(keys));
        }

        Effect = effect;
        Family = family;
        Object = @object;
        IsImmediate = isImmediate;
        KeyCount = (byte)keys.Length;
        Span<byte> all = [0, 0, 0, 0, 0];
        for (int i = 0; i < keys.Length; i++)
        {
            all[i] = checked((byte)keys[i]);
        }

        (_key0, _key1, _key2, _key3, _key4) = (all[0], all[1], all[2], all[3], all[4]);
    }

    /// <summary>Its effect.</summary>
    public StateEffect Effect { get; }

    /// <summary>The piece of state that it sets.</summary>
    public SlotFamily Family { get; }

    /// <summary>The kind of object whose table folds it, or learns from the reply to it.</summary>
    public ObjectFamily Object { get; }

    /// <summary>Whether a display list that is being made does not take it up.</summary>
    public bool IsImmediate { get; }

    /// <summary>The number of keys that decide which piece of state is meant.</summary>
    public byte KeyCount { get; }

    /// <summary>The byte offset of a key.</summary>
    public int KeyOffset(int index) => index switch { 0 => _key0, 1 => _key1, 2 => _key2, 3 => _key3, _ => _key4 };
}
