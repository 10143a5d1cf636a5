using System.Buffers.Binary;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume;

/// <summary>The simplest table of the mirror: of each piece of state, the last command that set it.</summary>
/// <remarks>It keeps the commands whose rule is <see cref="StateEffect.Set"/>, in the order in which they were last given, and
/// so its own bytes rebuild that state. Commands of every other effect pass by: their tables are not written yet.</remarks>
public sealed class LastCommands
{
    private readonly Dictionary<Key, LinkedListNode<byte[]>> _last = [];
    private readonly LinkedList<byte[]> _order = new();

    /// <summary>Pieces of state known.</summary>
    public int Count => _order.Count;

    /// <summary>Folds a batch that the door has let through.</summary>
    /// <exception cref="ProtocolException">The batch breaks the protocol.</exception>
    public void Fold(ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk)
    {
        var reader = new BatchReader(commands, bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            MirrorRule rule = MirrorRules.Of(opcode);
            if (rule.Effect == StateEffect.Set)
            {
                Keep(Key.Of(opcode, rule, command), command);
            }
        }
    }

    /// <summary>The commands that rebuild what was folded, as one batch.</summary>
    public byte[] Write() => [.. _order.SelectMany(command => command)];

    private void Keep(Key key, ReadOnlySpan<byte> command)
    {
        if (_last.Remove(key, out LinkedListNode<byte[]>? before))
        {
            _order.Remove(before);
        }

        _last[key] = _order.AddLast(command.ToArray());
    }

    private readonly record struct Key(Opcode Opcode, uint First, uint Second, uint Third, uint Fourth, uint Fifth)
    {
        public static Key Of(Opcode opcode, MirrorRule rule, ReadOnlySpan<byte> command)
        {
            Span<uint> keys = [0, 0, 0, 0, 0];
            for (int i = 0; i < rule.KeyCount; i++)
            {
                keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(command[rule.KeyOffset(i)..]);
            }

            return new Key(opcode, keys[0], keys[1], keys[2], keys[3], keys[4]);
        }
    }
}
