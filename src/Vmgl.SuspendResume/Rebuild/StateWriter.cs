using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Gives commands again, so that slots come to their values. It knows what it gave, and gives only what differs.</summary>
/// <remarks>What overlaps (a command for both faces, one for the front) comes out right because commands are given in the order in which the
/// program gave them, each after what it depended on.</remarks>
internal sealed class StateWriter(RebuildWriter to, Slot raster, int mostLevels)
{
    /// <summary>Rounds until nothing differs: what a command needs may disturb what was right, but not twice.</summary>
    private const int MostRounds = 8;

    /// <summary>All of glPushAttrib but GL_CURRENT_BIT, which the raster position belongs to.</summary>
    private const uint AllButCurrent = 0x000FFFFE;

    /// <summary>A name that is no list's: the guest hands out names from 1 on.</summary>
    public const uint NoList = uint.MaxValue;

    private static readonly SlotFamily[] s_noMatterToRaster =
    [
        SlotFamily.BindTexture, SlotFamily.BindFramebuffer, SlotFamily.BindRenderbuffer, SlotFamily.BindBuffer, SlotFamily.DrawBuffer,
        SlotFamily.ReadBuffer, SlotFamily.RenderMode, SlotFamily.DebugMessageControl,
    ];

    private Dictionary<Slot, SlotValue?> _given = [];
    private int _levels;

    /// <summary>Pushes a level of the attribute stack.</summary>
    public void Push(uint mask)
    {
        // Mesa 22 takes over current values when it sees fit, and gives back only what it took over before the next level: calling any list, also
        // one that is none, makes it do so.
        CallList.Write(to.Reserve(CallList.Bytes), NoList);
        PushAttrib.Write(to.Reserve(PushAttrib.Bytes), mask);
        _levels++;
    }

    /// <summary>Brings a slot to a value, and first what that needs.</summary>
    public void Establish(Slot slot, SlotValue? value)
    {
        SlotValue? wanted = value ?? slot.Initial;
        SlotValue? given = Given(slot);
        if (wanted is null || wanted == given)
        {
            return;
        }

        if (slot.IsMatrix)
        {
            GiveMatrix(slot, wanted, given);
        }
        else
        {
            Array.ForEach(wanted.ToArray(), Give);
        }

        _given[slot] = wanted;
    }

    /// <summary>Brings all slots but matrices to their values.</summary>
    public void WriteState(Dictionary<Slot, SlotValue?> state)
    {
        if (state.GetValueOrDefault(raster) is ContextMirror.RasterValue position && position != Given(raster))
        {
            GiveRaster(position);
        }

        for (int round = 0; round < MostRounds; round++)
        {
            List<(SlotValue Link, Slot Slot, bool IsLast)> links = Differing(state);
            if (links.Count == 0)
            {
                return;
            }

            foreach ((SlotValue link, Slot slot, bool isLast) in links)
            {
                Give(link);
                _given[slot] = isLast ? link : null;
            }
        }
    }

    private SlotValue? Given(Slot slot) => _given.GetValueOrDefault(slot) ?? slot.Initial;

    /// <summary>What is written by itself.</summary>
    private bool IsApart(Slot slot) => slot == raster || slot.Key.Family is SlotFamily.RenderMode or SlotFamily.DebugMessageControl;

    /// <summary>The commands that are missing, in the program's order: those of slots that differ, and of their families what came later.</summary>
    private List<(SlotValue Link, Slot Slot, bool IsLast)> Differing(Dictionary<Slot, SlotValue?> state)
    {
        var firsts = new Dictionary<SlotFamily, long>();
        var links = new List<(SlotValue, Slot, bool)>();
        foreach ((Slot slot, SlotValue? value) in state)
        {
            SlotValue? wanted = value ?? slot.Initial;
            if (wanted is not null && wanted != Given(slot) && !IsApart(slot))
            {
                long first = wanted.ToArray()[0].Serial;
                ref long known = ref CollectionsMarshal.GetValueRefOrAddDefault(firsts, slot.Key.Family, out bool exists);
                known = exists ? Math.Min(known, first) : first;
            }
        }

        foreach ((Slot slot, SlotValue? value) in state)
        {
            SlotValue? wanted = value ?? slot.Initial;
            if (wanted is null || IsApart(slot) || !firsts.TryGetValue(slot.Key.Family, out long first))
            {
                continue;
            }

            if (wanted != Given(slot) || wanted.Serial > first)
            {
                links.AddRange(wanted.ToArray().Select(link => (link, slot, link == wanted)));
            }
        }

        links.Sort((a, b) => a.Item1.Serial.CompareTo(b.Item1.Serial));
        return links;
    }

    private void Give(SlotValue value)
    {
        foreach (SlotNeed need in value.Needs)
        {
            Establish(need.Slot, need.Value);
        }

        Add(value);
    }

    private void Add(SlotValue value)
    {
        byte[] bulk = value.Bulk;
        if (bulk.Length % 4 != 0)
        {
            Array.Resize(ref bulk, Align.To4(bulk.Length));
        }

        to.Add(value.Command, bulk);
    }

    /// <summary>A matrix is what its commands make of the identity; where the host has a part of them already, the rest is enough.</summary>
    private void GiveMatrix(Slot slot, SlotValue wanted, SlotValue? given)
    {
        SlotValue[] history = wanted.ToArray();
        int from = given is null ? 0 : Array.IndexOf(history, given) + 1;
        foreach (SlotNeed need in slot.Initial!.Needs)
        {
            Establish(need.Slot, need.Value);
        }

        foreach (SlotValue link in history.AsSpan(from))
        {
            Add(link);
        }
    }

    /// <summary>A raster position is set in the state of its moment, between glPushAttrib and glPopAttrib where there is room for a level.</summary>
    private void GiveRaster(ContextMirror.RasterValue position)
    {
        if (position.State is Dictionary<Slot, SlotValue?> all)
        {
            var state = all.Where(s => !s_noMatterToRaster.Contains(s.Key.Key.Family)).ToDictionary();
            bool hasRoom = _levels < mostLevels;
            var before = new Dictionary<Slot, SlotValue?>(_given);
            if (hasRoom)
            {
                Push(AllButCurrent);
            }

            WriteState(state.Where(s => !s.Key.IsMatrix).ToDictionary());
            foreach ((Slot slot, SlotValue? value) in state.Where(s => s.Key.IsMatrix))
            {
                Establish(slot, value);
            }

            Add(position);
            if (hasRoom)
            {
                Pop(before);
            }
        }

        foreach ((float x, float y) in position.Moves)
        {
            Bitmap.Write(to.Reserve(Bitmap.Bytes), 0, 0, 0, 0, x, y, 0);
        }

        _given[raster] = position;
    }

    private void Pop(Dictionary<Slot, SlotValue?> before)
    {
        PopAttrib.Write(to.Reserve(PopAttrib.Bytes));
        _levels--;
        foreach (Slot slot in _given.Keys.Where(s => (s.Groups & AllButCurrent) != 0).ToList())
        {
            _given[slot] = before.GetValueOrDefault(slot);
        }
    }
}
