namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Copies values from one context to another (glXCopyContext, GLX 1.4 section 3.3.7): slots that they need become slots of the
/// other context, and they come after everything that it did.</summary>
internal sealed class ContextCopy(SlotStore from, SlotStore to, MatrixStacks matricesOfTo)
{
    private readonly long _after = to.LastSerial;
    private readonly Dictionary<SlotValue, SlotValue> _copies = [];

    /// <summary>Copies all slots that bits of glPushAttrib save.</summary>
    public void CopySlots(uint mask)
    {
        foreach (Slot slot in from.Slots.Where(slot => (slot.Groups & mask) != 0).ToArray())
        {
            to.ChangeSlot(to.SlotAt(slot.Key), CopyOf(slot, slot.Value));
        }

        foreach (Slot slot in to.Slots.Where(slot => (slot.Groups & mask) != 0 && from.FindSlot(slot.Key) is null).ToArray())
        {
            to.ChangeSlot(slot, null);
        }

        to.AppendSerials(from);
    }

    private SlotValue? CopyOf(Slot slot, SlotValue? value)
    {
        if (value is null)
        {
            return null;
        }

        if (!_copies.TryGetValue(value, out SlotValue? copy))
        {
            copy = value == slot.Initial ? SlotOf(slot).Initial!
                : from.SelectorValues.HasValue(value) ? to.SelectorValues.ValueOf(value.Opcode, Wire.Commands.Fields.U32(value.Command, 4))
                : value is RasterValue raster ? CopyOfRaster(raster)
                : CopyOfChain(slot, value);
            _copies[value] = copy;
        }

        return copy;
    }

    private SlotValue CopyOfChain(Slot slot, SlotValue value)
    {
        SlotValue? before = null;
        foreach (SlotValue link in value.ToArray())
        {
            if (link == slot.Initial)
            {
                before = SlotOf(slot).Initial;
                continue;
            }

            SlotNeed[] needs = [.. link.Needs.Select(need => new SlotNeed(SlotOf(need.Slot), CopyOf(need.Slot, need.Value)))];
            before = new SlotValue(link.Command, link.Bulk, needs, before, SerialOf(link));
        }

        return before!;
    }

    private RasterValue CopyOfRaster(RasterValue value)
    {
        var copy = new RasterValue(value.Command,
            SerialOf(value)) { State = value.State?.ToDictionary(was => SlotOf(was.Key), was => CopyOf(was.Key, was.Value)) };
        copy.Moves.AddRange(value.Moves);
        return copy;
    }

    private long SerialOf(SlotValue value) => value.Serial == 0 ? 0 : value.Serial + _after;

    /// <summary>The slot of the same key; of a matrix, one that is written.</summary>
    private Slot SlotOf(Slot slot) => slot.IsMatrix ? matricesOfTo.TopOf(slot.Key.First, slot.Key.Selector) : to.SlotAt(slot.Key);
}
