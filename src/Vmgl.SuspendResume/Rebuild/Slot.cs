using Vmgl.SuspendResume.Rules;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Which piece of state: its family, what selects one of several (a texture unit, a framebuffer object), and the keys in the command.</summary>
internal readonly record struct SlotKey(SlotFamily Family, uint Selector = 0, uint First = 0, uint Second = 0, uint Third = 0);

/// <summary>A piece of state of one context.</summary>
/// <param name="groups">The bits of glPushAttrib that save it.</param>
/// <param name="initial">What sets it to its initial state; null where nothing ever needs that.</param>
internal sealed class Slot(SlotKey key, uint groups, SlotValue? initial)
{
    public SlotKey Key { get; } = key;

    public uint Groups { get; } = groups;

    public SlotValue? Initial { get; } = initial;

    /// <summary>What set it last; null: it is as it was in the beginning.</summary>
    public SlotValue? Value { get; set; }

    /// <summary>The level of the attribute stack whose log has this slot's value.</summary>
    public long LoggedIn { get; set; }

    /// <summary>The raster position whose log has it.</summary>
    public long RasterStamp { get; set; }

    /// <summary>Whether it is the top of a matrix stack, whose values are histories.</summary>
    public bool IsMatrix => Key.Family == SlotFamily.Matrix;
}

/// <summary>What has to be so when a command is given again.</summary>
internal readonly record struct SlotNeed(Slot Slot, SlotValue? Value);

/// <summary>A command that set a piece of state, what it depended on, and what stood there before it where that may still count. Never changed.</summary>
internal class SlotValue(byte[] command, byte[] bulk, SlotNeed[] needs, SlotValue? before, long serial)
{
    public byte[] Command { get; } = command;

    /// <summary>The payload without padding.</summary>
    public byte[] Bulk { get; } = bulk;

    public SlotNeed[] Needs { get; } = needs;

    /// <summary>Of a matrix: what it was made of. Of others: what stands if GL refused this command.</summary>
    public SlotValue? Before { get; } = before;

    /// <summary>Its place in the stream.</summary>
    public long Serial { get; } = serial;

    /// <summary>How many commands there are, with those before.</summary>
    public int Links { get; } = (before?.Links ?? 0) + 1;

    /// <summary>Whether it is the same command in the same circumstances.</summary>
    public bool IsSame(ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, SlotNeed[] needs) =>
        Command.AsSpan().SequenceEqual(command) && Bulk.AsSpan().SequenceEqual(bulk) && (Needs == needs || Needs.AsSpan().SequenceEqual(needs));

    /// <summary>The commands from the first to this one.</summary>
    public SlotValue[] ToArray()
    {
        var all = new SlotValue[Links];
        int at = Links;
        for (SlotValue? link = this; link is not null; link = link.Before)
        {
            all[--at] = link;
        }

        return all;
    }
}
