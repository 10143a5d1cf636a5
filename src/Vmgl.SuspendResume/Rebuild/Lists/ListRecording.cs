using System.Buffers;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Lists;

/// <summary>A display list while it is being made.</summary>
internal sealed class ListRecording(uint name, bool executes)
{
    private readonly List<ListedCommand> _commands = [];
    private readonly List<ListedCommand> _effects = [];
    private readonly ArrayBufferWriter<byte> _data = new();
    private readonly ArrayBufferWriter<byte> _bulk = new();
    private int _currentsFrom;
    private bool _draws;

    public uint Name { get; } = name;

    /// <summary>Whether commands are carried out too (GL_COMPILE_AND_EXECUTE).</summary>
    public bool Executes { get; } = executes;

    /// <summary>Takes a command up.</summary>
    public void AddCommand(Opcode opcode, MirrorStep step, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var listed = new ListedCommand(opcode, _data.WrittenCount, command.Length, _bulk.WrittenCount, bulk.Length);
        _data.Write(command);
        _bulk.Write(bulk);
        _commands.Add(listed);
        if (step == MirrorStep.Current)
        {
            AddCurrent(listed, command);
        }
        else if (step is not (MirrorStep.Skip or MirrorStep.Draw or MirrorStep.Clear or MirrorStep.Accumulate))
        {
            _effects.Add(listed);
            _currentsFrom = _effects.Count;
        }

        _draws |= step is MirrorStep.Draw or MirrorStep.Clear or MirrorStep.Accumulate or MirrorStep.Begin;
    }

    /// <summary>The list as it is so far.</summary>
    public DisplayList ToList() => new(_data.WrittenSpan.ToArray(), _bulk.WrittenSpan.ToArray(), [.. _commands], [.. _effects], _draws);

    /// <summary>Of several current values of one kind one after another only the last has an effect.</summary>
    private void AddCurrent(ListedCommand listed, ReadOnlySpan<byte> command)
    {
        for (int i = _effects.Count - 1; i >= _currentsFrom; i--)
        {
            if (_effects[i].Opcode == listed.Opcode && IsSameKey(_effects[i], command))
            {
                _effects.RemoveAt(i);
                break;
            }
        }

        _effects.Add(listed);
    }

    private bool IsSameKey(ListedCommand before, ReadOnlySpan<byte> command)
    {
        MirrorRule rule = MirrorRules.Of(before.Opcode);
        return rule.KeyCount == 0
            || _data.WrittenSpan.Slice(before.At + rule.KeyOffset(0), 4).SequenceEqual(command.Slice(rule.KeyOffset(0), 4));
    }
}
