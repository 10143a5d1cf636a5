using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Writes commands again, so that slots get their values. It keeps the values that it has written, and writes only what
/// differs.</summary>
/// <remarks>Commands that overlap (one for both faces, one for the front) come out right because they are written in the order in which the
/// program sent them, each after the state that it depended on.</remarks>
internal sealed class StateWriter(RebuildWriter to, Slot raster, int mostLevels)
{
    /// <summary>Rounds until nothing differs: the state that a command needs may disturb what was right, but not twice.</summary>
    private const int MostRounds = 8;

    /// <summary>All of glPushAttrib but GL_CURRENT_BIT, which the raster position belongs to.</summary>
    private const uint AllButCurrent = 0x000FFFFE;

    /// <summary>A name that no list has: the guest makes names from 1 on.</summary>
    public const uint NoList = uint.MaxValue;

    private static readonly SlotFamily[] s_noMatterToRaster =
    [
        SlotFamily.BindTexture, SlotFamily.BindFramebuffer, SlotFamily.BindRenderbuffer, SlotFamily.BindBuffer, SlotFamily.DrawBuffer,
        SlotFamily.ReadBuffer, SlotFamily.RenderMode, SlotFamily.DebugMessageControl,
    ];

    private Dictionary<Slot, SlotValue?> _written = [];
    private int _levels;

    /// <summary>Pushes a level of the attribute stack.</summary>
    public void PushLevel(uint mask)
    {
        // Mesa 22 applies current values when it sees fit, and restores only what it applied before the next level: calling any list, even
        // one that does not exist, makes it do so.
        CallList.Write(to.Reserve(CallList.Bytes), NoList);
        PushAttrib.Write(to.Reserve(PushAttrib.Bytes), mask);
        _levels++;
    }

    /// <summary>Gives a slot a value, after the state that this needs.</summary>
    public void EstablishValue(Slot slot, SlotValue? value)
    {
        SlotValue? wanted = value ?? slot.Initial;
        SlotValue? written = WrittenValue(slot);
        if (wanted is null || wanted == written)
        {
            return;
        }

        if (slot.IsMatrix)
        {
            WriteMatrix(slot, wanted, written);
        }
        else
        {
            Array.ForEach(wanted.ToArray(), WriteValue);
        }

        _written[slot] = wanted;
    }

    /// <summary>Gives all slots but matrices their values.</summary>
    public void WriteState(Dictionary<Slot, SlotValue?> state)
    {
        if (state.GetValueOrDefault(raster) is RasterValue position && position != WrittenValue(raster))
        {
            WriteRaster(position);
        }

        for (int round = 0; round < MostRounds; round++)
        {
            List<(SlotValue Link, Slot Slot, bool IsLast)> links = FindDifferences(state);
            if (links.Count == 0)
            {
                return;
            }

            foreach ((SlotValue link, Slot slot, bool isLast) in links)
            {
                WriteValue(link);
                _written[slot] = isLast ? link : null;
            }
        }
    }

    private SlotValue? WrittenValue(Slot slot) => _written.GetValueOrDefault(slot) ?? slot.Initial;

    /// <summary>Whether a slot is written by itself.</summary>
    private bool IsWrittenApart(Slot slot) => slot == raster || slot.Key.Family is SlotFamily.RenderMode or SlotFamily.DebugMessageControl;

    /// <summary>The commands that are missing, in the program's order: those of slots that differ, and later ones of their
    /// families.</summary>
    private List<(SlotValue Link, Slot Slot, bool IsLast)> FindDifferences(Dictionary<Slot, SlotValue?> state)
    {
        var firsts = new Dictionary<SlotFamily, long>();
        var links = new List<(SlotValue, Slot, bool)>();
        foreach ((Slot slot, SlotValue? value) in state)
        {
            SlotValue? wanted = value ?? slot.Initial;
            if (wanted is not null && wanted != WrittenValue(slot) && !IsWrittenApart(slot))
            {
                long first = wanted.ToArray()[0].Serial;
                ref long known = ref CollectionsMarshal.GetValueRefOrAddDefault(firsts, slot.Key.Family, out bool exists);
                known = exists ? Math.Min(known, first) : first;
            }
        }

        foreach ((Slot slot, SlotValue? value) in state)
        {
            SlotValue? wanted = value ?? slot.Initial;
            if (wanted is null || IsWrittenApart(slot) || !firsts.TryGetValue(slot.Key.Family, out long first))
            {
                continue;
            }

            if (wanted != WrittenValue(slot) || wanted.Serial > first)
            {
                links.AddRange(wanted.ToArray().Select(link => (link, slot, link == wanted)));
            }
        }

        links.Sort((a, b) => a.Item1.Serial.CompareTo(b.Item1.Serial));
        return links;
    }

    private void WriteValue(SlotValue value)
    {
        foreach (SlotNeed need in value.Needs)
        {
            EstablishValue(need.Slot, need.Value);
        }

        AddCommand(value);
    }

    private void AddCommand(SlotValue value) => to.Add(value.Command, value.Bulk);

    /// <summary>Writes the commands of a matrix; where the host has the first of them already, the rest.</summary>
    private void WriteMatrix(Slot slot, SlotValue wanted, SlotValue? written)
    {
        SlotValue[] history = wanted.ToArray();
        int from = written is null ? 0 : Array.IndexOf(history, written) + 1;
        foreach (SlotNeed need in slot.Initial!.Needs)
        {
            EstablishValue(need.Slot, need.Value);
        }

        foreach (SlotValue link in history.AsSpan(from))
        {
            AddCommand(link);
        }
    }

    /// <summary>A raster position is set in the state of its moment, between glPushAttrib and glPopAttrib where there is room for a
    /// level.</summary>
    private void WriteRaster(RasterValue position)
    {
        if (position.State is Dictionary<Slot, SlotValue?> all)
        {
            var state = all.Where(s => !s_noMatterToRaster.Contains(s.Key.Key.Family)).ToDictionary();
            bool hasRoom = _levels < mostLevels;
            var before = new Dictionary<Slot, SlotValue?>(_written);
            if (hasRoom)
            {
                PushLevel(AllButCurrent);
            }

            WriteState(state.Where(s => !s.Key.IsMatrix).ToDictionary());
            foreach ((Slot slot, SlotValue? value) in state.Where(s => s.Key.IsMatrix))
            {
                EstablishValue(slot, value);
            }

            AddCommand(position);
            if (hasRoom)
            {
                PopLevel(before);
            }
        }

        foreach ((float x, float y) in position.Moves)
        {
            Bitmap.Write(to.Reserve(Bitmap.Bytes), 0, 0, 0, 0, x, y, 0);
        }

        _written[raster] = position;
    }

    private void PopLevel(Dictionary<Slot, SlotValue?> before)
    {
        PopAttrib.Write(to.Reserve(PopAttrib.Bytes));
        _levels--;
        foreach (Slot slot in _written.Keys.Where(s => (s.Groups & AllButCurrent) != 0).ToList())
        {
            _written[slot] = before.GetValueOrDefault(slot);
        }
    }
}
