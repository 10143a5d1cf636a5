using Vmgl.SuspendResume.Rules;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The pieces of state of one context, each with the commands that set it.</summary>
internal sealed class SlotStore
{
    /// <summary>Commands kept for one piece of state while it is unknown whether they had an effect.</summary>
    private const int MostUnsure = 16;

    /// <summary>Commands kept that add to one piece of state.</summary>
    private const int MostAppended = 256;

    private readonly Dictionary<SlotKey, Slot> _slots = [];
    private readonly List<Slot>[] _byFamily = [.. Enumerable.Range(0, SlotTable.Count).Select(_ => new List<Slot>())];
    private readonly long[] _lastSerials = new long[SlotTable.Count];
    private readonly InitialValues _initials;

    public SlotStore()
    {
        _initials = new InitialValues(this);
        Selectors = new Selectors(this);
    }

    /// <summary>The values of the selectors, each kept once.</summary>
    public SelectorValues SelectorValues { get; } = new();

    /// <summary>The state that decides which piece of state a command means.</summary>
    public Selectors Selectors { get; }

    /// <summary>The values of slots at the moment when the raster position was set.</summary>
    public RasterLog RasterLog { get; } = new();

    /// <summary>The innermost level of the attribute stack, which logs changes; null while there is none.</summary>
    public AttributeLevel? Level { get; set; }

    /// <summary>The place in the stream of the last command that was kept.</summary>
    public long LastSerial { get; private set; }

    /// <summary>All slots that were ever looked at.</summary>
    public IReadOnlyCollection<Slot> Slots => _slots.Values;

    /// <summary>A place in the stream for a command that is kept.</summary>
    public long NextSerial() => ++LastSerial;

    /// <summary>The slots of a family.</summary>
    public List<Slot> SlotsOf(SlotFamily family) => _byFamily[(int)family];

    /// <summary>A slot that was looked at before; null if it was not.</summary>
    public Slot? FindSlot(in SlotKey key) => _slots.GetValueOrDefault(key);

    /// <summary>The value of a slot; null if it is in its initial state.</summary>
    public SlotValue? ValueAt(in SlotKey key) => FindSlot(key)?.Value;

    /// <summary>A slot.</summary>
    public Slot SlotAt(in SlotKey key)
    {
        if (!_slots.TryGetValue(key, out Slot? slot))
        {
            uint groups = key.Family == SlotFamily.Enable ? SlotTable.CapabilityGroups(key.First) : SlotTable.Groups[(int)key.Family];
            slot = new Slot(key, groups, _initials.ValueOf(key));
            _slots[key] = slot;
            _byFamily[(int)key.Family].Add(slot);
        }

        return slot;
    }

    /// <summary>Changes a slot's value. The old one is logged where a level of the attribute stack or the raster position may need
    /// it.</summary>
    public void ChangeSlot(Slot slot, SlotValue? value)
    {
        RasterLog.LogSlot(slot);
        Level?.LogSlot(slot);
        slot.Value = value;
    }

    /// <summary>Keeps a command as a slot's value: in place of the old one, or behind it where either may count.</summary>
    public void KeepCommand(Slot slot, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, SlotNeed[] needs, bool isSure,
        bool appends = false)
    {
        ref long last = ref _lastSerials[(int)slot.Key.Family];
        if (slot.Value is SlotValue now && now.Serial == last && (now.Before is null || !isSure) && now.IsSame(command, bulk, needs))
        {
            return;
        }

        SlotValue? before = isSure && !appends ? null : CopyWithout(slot.Value, command, bulk, needs, appends ? MostAppended : MostUnsure);
        last = NextSerial();
        ChangeSlot(slot, new SlotValue(command.ToArray(), bulk.ToArray(), needs, before, last));
    }

    /// <summary>Notes that a slot of a family was set at a place in the stream.</summary>
    public void NoteSerial(SlotFamily family, long serial) => _lastSerials[(int)family] = Math.Max(_lastSerials[(int)family], serial);

    /// <summary>Counts the places in the stream on behind those of another context, whose values were copied.</summary>
    public void AppendSerials(SlotStore source)
    {
        for (int family = 0; family < _lastSerials.Length; family++)
        {
            _lastSerials[family] = Math.Max(_lastSerials[family], source._lastSerials[family] + LastSerial);
        }

        LastSerial += source.LastSerial;
    }

    /// <summary>A chain without a command that comes again, cut to the length that it may have.</summary>
    private static SlotValue? CopyWithout(SlotValue? chain, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, SlotNeed[] needs, int most)
    {
        if (chain is null || (chain.Before is null && !chain.IsSame(command, bulk, needs)))
        {
            return chain;
        }

        SlotValue? kept = null;
        int spare = chain.Links - most;
        foreach (SlotValue link in chain.ToArray())
        {
            bool goes = link.IsSame(command, bulk, needs) || (link.Before is not null && spare-- > 0);
            kept = goes ? kept : link.Before == kept ? link : new SlotValue(link.Command, link.Bulk, link.Needs, kept, link.Serial);
        }

        return kept;
    }
}
