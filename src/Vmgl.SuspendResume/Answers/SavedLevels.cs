namespace Vmgl.SuspendResume.Answers;

/// <summary>The attribute stack (GL 2.1 section 6.1.14), as far as its levels were seen to be pushed.</summary>
internal sealed class SavedLevels(KnownState state)
{
    /// <summary>Levels that every GL has room for (GL 2.1 table 6.31).</summary>
    private const int LeastDepth = 16;

    // The newest level is at _savedCount - 1; those behind it stay for the next push.
    private readonly List<SavedLevel> _saved = [];
    private int _savedCount;

    // State that a push and pop within the current level left changed. Mesa 22 notes what changes in a level, to give back only that,
    // and loses these notes with the inner level: whether the outer glPopAttrib gives such state back is not sure.
    private readonly bool[] _changedInside = new bool[KnownState.Places];

    /// <summary>Forgets the levels: what they saved is unknown.</summary>
    public void DropLevels() => _savedCount = 0;

    /// <summary>glPushAttrib.</summary>
    public void PushLevel(uint mask)
    {
        switch (state.HasRoom(StateCell.AttribStackDepth, StateCell.MaxAttribStackDepth, LeastDepth))
        {
            case null:
                state.ForgetCell(StateCell.AttribStackDepth);
                DropLevels();
                break;
            case true:
                if (_savedCount == _saved.Count)
                {
                    _saved.Add(new SavedLevel());
                }

                _saved[_savedCount++].Save(mask, state.Values, _changedInside);
                Array.Clear(_changedInside);
                state.Values[StateCell.AttribStackDepth].A++;
                break;
            default:
                break; // GL_STACK_OVERFLOW
        }
    }

    /// <summary>glPopAttrib.</summary>
    /// <returns>Whether it is known what it gave back; without that everything may have changed.</returns>
    public bool PopLevel()
    {
        if (state.IsDoubtful || state.FindInteger(StateCell.AttribStackDepth) is not int depth)
        {
            return false;
        }

        if (depth > 0) // otherwise GL_STACK_UNDERFLOW
        {
            RestoreValues(_savedCount > 0 ? _saved[--_savedCount] : null);
            state.Values[StateCell.AttribStackDepth].A = depth - 1;
        }

        return true;
    }

    /// <summary>What a glPopAttrib binds in place of deleted textures is the driver's affair.</summary>
    public void ForgetTextures(ReadOnlySpan<uint> names)
    {
        for (int place = StateCell.Scalars; place < KnownState.Places; place++)
        {
            for (int i = 0; i < _savedCount && KnownState.RuleAt(place).Form == StateForm.Name; i++)
            {
                ref KnownValue value = ref _saved[i].Values[place];
                if (value.A != 0 && names.Contains((uint)value.A))
                {
                    value = default;
                }
            }
        }
    }

    /// <summary>Gives state back; without knowing what was saved, everything that any bit covers becomes unknown.</summary>
    private void RestoreValues(SavedLevel? saved)
    {
        uint mask = saved?.Mask ?? uint.MaxValue;
        int units = state.FixedUnits;
        for (int place = 0; place < KnownState.Places; place++)
        {
            CellRule rule = KnownState.RuleAt(place);
            ref KnownValue value = ref state.Values[place];
            bool isSame = saved is not null && value.Equals(saved.Values[place]);
            bool isLeft = !isSame;
            if ((rule.Groups & mask) != 0)
            {
                bool isSure = saved is not null && !rule.IsUnsure && KnownState.UnitAt(place) < units && (isSame || !_changedInside[place]);
                isLeft = !isSure;
                value = isSure ? saved!.Values[place] : default;
            }

            _changedInside[place] = isLeft || (saved?.ChangedInside[place] ?? false);
        }
    }

    /// <summary>The values at a push, and what inner levels had left changed until then.</summary>
    private sealed class SavedLevel
    {
        public uint Mask { get; private set; }

        public KnownValue[] Values { get; } = new KnownValue[KnownState.Places];

        public bool[] ChangedInside { get; } = new bool[KnownState.Places];

        public void Save(uint mask, ReadOnlySpan<KnownValue> values, bool[] changedInside)
        {
            Mask = mask;
            values.CopyTo(Values);
            changedInside.CopyTo(ChangedInside, 0);
        }
    }
}
