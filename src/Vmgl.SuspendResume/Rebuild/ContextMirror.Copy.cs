using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>glXCopyContext (GLX 1.4 section 3.3.7).</summary>
public sealed partial class ContextMirror
{
    /// <summary>Takes over state from another context; the bits are those of glPushAttrib.</summary>
    public void Copy(ContextMirror source, uint mask)
    {
        Settle();
        source.Settle();
        source.FreezeRaster();
        var copy = new ValueCopy(source, this, _serial);
        foreach (Slot slot in source._slots.Values.Where(slot => (slot.Groups & mask) != 0).ToArray())
        {
            Change(SlotAt(slot.Key), copy.Of(slot, slot.Value));
        }

        foreach (Slot slot in _slots.Values.Where(slot => (slot.Groups & mask) != 0 && source.Find(slot.Key) is null).ToArray())
        {
            Change(slot, null);
        }

        for (int family = 0; family < _lastSerial.Length; family++)
        {
            _lastSerial[family] = Math.Max(_lastSerial[family], source._lastSerial[family] + _serial);
        }

        _serial += source._serial;
    }

    /// <summary>Makes another context's values this one's: what they need are slots of this one, and they come after all that it did.</summary>
    private sealed class ValueCopy(ContextMirror from, ContextMirror to, long after)
    {
        private readonly Dictionary<SlotValue, SlotValue> _made = [];

        public SlotValue? Of(Slot slot, SlotValue? value)
        {
            if (value is null)
            {
                return null;
            }

            if (_made.TryGetValue(value, out SlotValue? made))
            {
                return made;
            }

            made = value == slot.Initial ? SlotOf(slot).Initial!
                : value == from._selectors.GetValueOrDefault(SelectorKey(value)) ? to.Selector((Opcode)(ushort)Word(value.Command, 0), Word(value.Command, 4))
                : value is RasterValue raster ? Raster(raster)
                : Chain(slot, value);
            _made[value] = made;
            return made;
        }

        private static ulong SelectorKey(SlotValue value) => value.Command.Length < 8 ? 0 : ((ulong)(ushort)Word(value.Command, 0) << 32) | Word(value.Command, 4);

        private SlotValue Chain(Slot slot, SlotValue value)
        {
            SlotValue? before = null;
            foreach (SlotValue link in value.ToArray())
            {
                if (link == slot.Initial)
                {
                    before = SlotOf(slot).Initial;
                    continue;
                }

                SlotNeed[] needs = [.. link.Needs.Select(need => new SlotNeed(SlotOf(need.Slot), Of(need.Slot, need.Value)))];
                before = new SlotValue(link.Command, link.Bulk, needs, before, Serial(link));
            }

            return before!;
        }

        private RasterValue Raster(RasterValue value)
        {
            var made = new RasterValue(value.Command, Serial(value)) { State = value.State?.ToDictionary(was => SlotOf(was.Key), was => Of(was.Key, was.Value)) };
            made.Moves.AddRange(value.Moves);
            return made;
        }

        private long Serial(SlotValue value) => value.Serial == 0 ? 0 : value.Serial + after;

        /// <summary>The slot of the same key; of a matrix, one that is written.</summary>
        private Slot SlotOf(Slot slot) => slot.IsMatrix ? to.MatrixAt(slot.Key.First, slot.Key.Selector).Top : to.SlotAt(slot.Key);
    }
}
