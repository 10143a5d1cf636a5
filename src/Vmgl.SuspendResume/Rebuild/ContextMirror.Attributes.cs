using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The attribute stack (GL 2.1 section 6.1.14). A level costs what changes inside it.</summary>
public sealed partial class ContextMirror
{
    private readonly List<AttributeLevel> _levels = [];
    private long _lastLevel;

    /// <summary>A level, and what its slots were before they changed in it.</summary>
    private sealed class AttributeLevel(long number, uint mask, SavedTexture[] textures)
    {
        public long Number { get; } = number;

        public uint Mask { get; } = mask;

        /// <summary>What was bound, with its parameters of that moment.</summary>
        public SavedTexture[] Textures { get; } = textures;

        public List<(Slot Slot, SlotValue? Value, long LoggedIn)> Log { get; } = [];
    }

    private long CurrentLevel => _levels.Count > 0 ? _levels[^1].Number : 0;

    private void PushAttrib(uint mask, bool isSure)
    {
        if (!isSure && _levels.Count >= Facts.Limit(0x0D35, 16))
        {
            return;
        }

        Settle();
        FreezeRaster();
        _levels.Add(new AttributeLevel(++_lastLevel, mask, SaveTextures(mask)));
    }

    private void PopAttrib()
    {
        if (_levels.Count == 0)
        {
            return;
        }

        Settle();
        AttributeLevel level = _levels[^1];
        _levels.RemoveAt(_levels.Count - 1);
        Array.ForEach(level.Textures, saved => saved.Restore());
        long outer = CurrentLevel;
        foreach ((Slot slot, SlotValue? value, long loggedIn) in level.Log)
        {
            slot.LoggedIn = loggedIn;
            if ((slot.Groups & level.Mask) != 0)
            {
                LogForRaster(slot);
                slot.Value = slot.Key.Family != SlotFamily.BindTexture || Group.Rebinds(slot.Key.First, NameIn(value)) ? value : slot.Value;
            }
            else if (outer != 0 && loggedIn != outer)
            {
                slot.LoggedIn = outer;
                _levels[^1].Log.Add((slot, value, loggedIn));
            }
        }
    }

    private void Settle()
    {
        _current.Settle();
        SettleColorMaterial();
    }

    /// <summary>Gives a slot another value. What it was is kept where a level or the raster position may want it back.</summary>
    private void Change(Slot slot, SlotValue? value)
    {
        LogForRaster(slot);
        if (slot.Groups != 0 && _levels.Count > 0 && slot.LoggedIn != _levels[^1].Number)
        {
            _levels[^1].Log.Add((slot, slot.Value, slot.LoggedIn));
            slot.LoggedIn = _levels[^1].Number;
        }

        slot.Value = value;
    }

    /// <summary>The values of all slots but matrices now, and as they were when each level was pushed.</summary>
    private List<Dictionary<Slot, SlotValue?>> StatesOfLevels()
    {
        var state = _slots.Values.Where(s => !s.IsMatrix).ToDictionary(s => s, s => s.Value);
        List<Dictionary<Slot, SlotValue?>> states = [state];
        for (int i = _levels.Count - 1; i >= 0; i--)
        {
            state = new Dictionary<Slot, SlotValue?>(state);
            foreach ((Slot slot, SlotValue? value, _) in _levels[i].Log)
            {
                state[slot] = value;
            }

            states.Add(state);
        }

        states.Reverse();
        return states;
    }
}
