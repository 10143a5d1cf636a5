using System.Buffers.Binary;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The key of a piece of state: its family, the selector of one of several (a texture unit, a framebuffer object), and the keys in
/// the command.</summary>
internal readonly record struct SlotKey(SlotFamily Family, uint Selector = 0, uint First = 0, uint Second = 0, uint Third = 0);

/// <summary>A piece of state of one context.</summary>
/// <param name="groups">The bits of glPushAttrib that save it.</param>
/// <param name="initial">The command that sets its initial state; null where nothing ever needs that.</param>
internal sealed class Slot(SlotKey key, uint groups, SlotValue? initial)
{
    public SlotKey Key { get; } = key;

    public uint Groups { get; } = groups;

    public SlotValue? Initial { get; } = initial;

    /// <summary>The command that set it last; null in the initial state.</summary>
    public SlotValue? Value { get; set; }

    /// <summary>The level of the attribute stack whose log has this slot's value.</summary>
    public long LoggedIn { get; set; }

    /// <summary>The raster position whose log has it.</summary>
    public long RasterStamp { get; set; }

    /// <summary>Whether it is the top of a matrix stack, whose values are histories.</summary>
    public bool IsMatrix => Key.Family == SlotFamily.Matrix;

    /// <summary>Of a binding: the name that is bound; 0 for none.</summary>
    public uint BoundName => NameIn(Value);

    /// <summary>The name in a command whose first parameter is a target.</summary>
    public static uint NameIn(SlotValue? value) => value is null ? 0 : Fields.U32(value.Command, 8);
}

/// <summary>State that must stand when a command is written again.</summary>
internal readonly record struct SlotNeed(Slot Slot, SlotValue? Value);

/// <summary>A command that set a piece of state, the state that it depended on, and the command before it where that may still count. Never
/// changed.</summary>
internal class SlotValue(byte[] command, byte[] bulk, SlotNeed[] needs, SlotValue? before, long serial)
{
    public byte[] Command { get; } = command;

    public Opcode Opcode => (Opcode)BinaryPrimitives.ReadUInt16LittleEndian(Command);

    /// <summary>The payload without padding.</summary>
    public byte[] Bulk { get; } = bulk;

    public SlotNeed[] Needs { get; } = needs;

    /// <summary>Of a matrix: the commands that it was made of. Of others: the value if GL refused this command.</summary>
    public SlotValue? Before { get; } = before;

    /// <summary>Its place in the stream.</summary>
    public long Serial { get; } = serial;

    /// <summary>How many commands there are, with those before.</summary>
    public int Links { get; } = (before?.Links ?? 0) + 1;

    /// <summary>Whether it is the same command in the same circumstances.</summary>
    public bool IsSame(ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, SlotNeed[] needs) =>
        Command.AsSpan().SequenceEqual(command) && Bulk.AsSpan().SequenceEqual(bulk)
            && (Needs == needs || Needs.AsSpan().SequenceEqual(needs));

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
