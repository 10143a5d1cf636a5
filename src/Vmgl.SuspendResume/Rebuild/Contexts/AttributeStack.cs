using Vmgl.SuspendResume.Rebuild.Textures;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The attribute stack (GL 2.1 section 6.1.14). A level costs what changes inside it.</summary>
internal sealed class AttributeStack(SlotStore slots, ContextIdentity context)
{
    private readonly List<AttributeLevel> _levels = [];
    private long _lastLevel;

    /// <summary>The levels, the outermost first.</summary>
    public IReadOnlyList<AttributeLevel> Levels => _levels;

    /// <summary>Whether GL surely takes one level more.</summary>
    public bool HasRoom => _levels.Count < MostLevels;

    /// <summary>Levels that GL has room for.</summary>
    public int MostLevels => context.Facts.LimitOf(GL_MAX_ATTRIB_STACK_DEPTH, 16);

    /// <summary>The names of textures that levels bind again.</summary>
    public IEnumerable<uint> TextureNames => _levels.SelectMany(level => level.Log).Where(entry => Bindings.IsTextureSlot(entry.Slot))
        .Select(entry => Slot.NameIn(entry.Value)).Where(name => name != 0);

    /// <summary>glPushAttrib. The current values must be in their slots.</summary>
    public void PushLevel(uint mask)
    {
        _levels.Add(new AttributeLevel(++_lastLevel, mask, SaveTextures(mask)));
        slots.Level = _levels[^1];
    }

    /// <summary>glPopAttrib. The current values must be in their slots.</summary>
    public void PopLevel()
    {
        AttributeLevel level = _levels[^1];
        _levels.RemoveAt(_levels.Count - 1);
        AttributeLevel? outer = _levels.Count > 0 ? _levels[^1] : null;
        slots.Level = outer;
        Array.ForEach(level.Textures, saved => saved.Restore());
        foreach ((Slot slot, SlotValue? value, long loggedIn) in level.Log)
        {
            slot.LoggedIn = loggedIn;
            if ((slot.Groups & level.Mask) != 0)
            {
                slots.RasterLog.LogSlot(slot);
                slot.Value = slot.Key.Family != SlotFamily.BindTexture || context.Group.Textures.Rebinds(slot.Key.First, Slot.NameIn(value))
                    ? value : slot.Value;
            }
            else if (outer is not null && loggedIn != outer.Number)
            {
                slot.LoggedIn = outer.Number;
                outer.Log.Add((slot, value, loggedIn));
            }
        }
    }

    /// <summary>The values of all slots but matrices as they were when each level was pushed, and last those of now.</summary>
    public List<Dictionary<Slot, SlotValue?>> StatesOfLevels()
    {
        var state = slots.Slots.Where(s => !s.IsMatrix).ToDictionary(s => s, s => s.Value);
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

    /// <summary>Releases the saved parameters of textures: the context is destroyed, and with it this stack.</summary>
    public void ReleaseTextures()
    {
        foreach (SavedTexture saved in _levels.SelectMany(level => level.Textures))
        {
            saved.Texture.Drop(saved.Parameters);
        }
    }

    /// <summary>With the bindings of all units, GL_TEXTURE_BIT saves the parameters of the bound textures (GL 2.1 section
    /// 6.1.14).</summary>
    private SavedTexture[] SaveTextures(uint mask)
    {
        if ((mask & GL_TEXTURE_BIT) == 0)
        {
            return [];
        }

        IEnumerable<(uint Unit, Texture? Texture)> named = slots.SlotsOf(SlotFamily.BindTexture).Where(slot => slot.BoundName != 0)
            .Select(slot => (slot.Key.Selector, context.Group.Textures.TextureNamed(slot.BoundName)));
        IEnumerable<(uint Unit, Texture? Texture)> own = context.Group.Textures.OwnTextures(context.Number)
            .Select(texture => (0u, (Texture?)texture));
        return [.. named.Concat(own).Where(bound => bound.Texture is not null).DistinctBy(bound => bound.Texture)
            .Select(bound => new SavedTexture(bound.Unit, bound.Texture!, bound.Texture!.Save()))];
    }
}

/// <summary>A level of the attribute stack, and the values that its slots had before they changed in it.</summary>
internal sealed class AttributeLevel(long number, uint mask, SavedTexture[] textures)
{
    public long Number { get; } = number;

    /// <summary>The bits of glPushAttrib.</summary>
    public uint Mask { get; } = mask;

    /// <summary>The textures that were bound, with the parameters of that moment.</summary>
    public SavedTexture[] Textures { get; } = textures;

    /// <summary>Slots with their values before, and the level that had logged them before.</summary>
    public List<(Slot Slot, SlotValue? Value, long LoggedIn)> Log { get; } = [];

    /// <summary>Notes a slot's value before it changes for the first time in this level.</summary>
    public void LogSlot(Slot slot)
    {
        if (slot.Groups != 0 && slot.LoggedIn != Number)
        {
            Log.Add((slot, slot.Value, slot.LoggedIn));
            slot.LoggedIn = Number;
        }
    }
}
