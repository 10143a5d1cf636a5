using System.Buffers;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>A command that a display list took up. The payload is without padding.</summary>
internal readonly record struct ListedCommand(Opcode Opcode, int At, int Bytes, int BulkAt, int BulkBytes);

/// <summary>A display list, whole.</summary>
/// <param name="Commands">Every command that it took up.</param>
/// <param name="Effects">Those of them that do more than draw.</param>
/// <param name="Draws">Whether any draws.</param>
internal sealed record DisplayList(byte[] Data, byte[] Bulk, ListedCommand[] Commands, ListedCommand[] Effects, bool Draws)
{
    /// <summary>What glGenLists makes.</summary>
    public static DisplayList Empty { get; } = new([], [], [], [], false);

    public ReadOnlySpan<byte> CommandOf(ListedCommand command) => Data.AsSpan(command.At, command.Bytes);

    public ReadOnlySpan<byte> BulkOf(ListedCommand command) => Bulk.AsSpan(command.BulkAt, command.BulkBytes);
}

/// <summary>A display list in the making.</summary>
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

    public void Add(Opcode opcode, MirrorStep step, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var listed = new ListedCommand(opcode, _data.WrittenCount, command.Length, _bulk.WrittenCount, bulk.Length);
        _data.Write(command);
        _bulk.Write(bulk);
        _commands.Add(listed);
        if (step == MirrorStep.Current)
        {
            AddCurrent(listed, command);
        }
        else if (step is not (MirrorStep.Skip or MirrorStep.Draw))
        {
            _effects.Add(listed);
            _currentsFrom = _effects.Count;
        }

        _draws |= step is MirrorStep.Draw or MirrorStep.Begin;
    }

    public DisplayList Finish() => new(_data.WrittenSpan.ToArray(), _bulk.WrittenSpan.ToArray(), [.. _commands], [.. _effects], _draws);

    /// <summary>Of several current values of one kind one after another only the last is left behind.</summary>
    private void AddCurrent(ListedCommand listed, ReadOnlySpan<byte> command)
    {
        for (int i = _effects.Count - 1; i >= _currentsFrom; i--)
        {
            if (_effects[i].Opcode == listed.Opcode && SameKey(_effects[i], command))
            {
                _effects.RemoveAt(i);
                break;
            }
        }

        _effects.Add(listed);
    }

    private bool SameKey(ListedCommand before, ReadOnlySpan<byte> command)
    {
        MirrorRule rule = MirrorRules.Of(before.Opcode);
        return rule.KeyCount == 0
            || _data.WrittenSpan.Slice(before.At + rule.KeyOffset(0), 4).SequenceEqual(command.Slice(rule.KeyOffset(0), 4));
    }
}

/// <summary>The display lists of a share group (GL 2.1 section 5.4).</summary>
internal sealed class DisplayListTable
{
    private const uint Compile = 0x1300;

    private readonly SortedDictionary<uint, DisplayList> _lists = [];

    /// <summary>Bytes that they keep.</summary>
    public long Bytes { get; private set; }

    public DisplayList? Find(uint name) => _lists.GetValueOrDefault(name);

    public void Define(uint name, DisplayList list)
    {
        Delete(name, 1);
        _lists[name] = list;
        Bytes += list.Data.Length + list.Bulk.Length;
    }

    public void Delete(uint first, uint count)
    {
        uint[] gone = count < 16
            ? [.. Enumerable.Range(0, (int)count).Select(i => first + (uint)i).Where(_lists.ContainsKey)]
            : [.. _lists.Keys.Where(name => name - first < count)];
        foreach (uint name in gone)
        {
            Bytes -= _lists[name].Data.Length + _lists[name].Bulk.Length;
            _lists.Remove(name);
        }
    }

    /// <summary>Writes what makes the lists anew, in a context that makes none.</summary>
    public void Write(RebuildWriter to)
    {
        foreach ((uint name, DisplayList list) in _lists)
        {
            WriteOpen(to, name, list);
            EndList.Write(to.Reserve(EndList.Bytes));
        }
    }

    /// <summary>Writes a list without its end. It only takes commands up: what it carried out already must not be done twice.</summary>
    public static void WriteOpen(RebuildWriter to, uint name, DisplayList list)
    {
        NewList.Write(to.Reserve(NewList.Bytes), name, Compile);
        foreach (ListedCommand command in list.Commands)
        {
            ReadOnlySpan<byte> bulk = list.BulkOf(command);
            to.Add(list.CommandOf(command), bulk.Length % 4 == 0 ? bulk : Padded(bulk));
        }
    }

    private static byte[] Padded(ReadOnlySpan<byte> bulk)
    {
        byte[] padded = new byte[Align.To4(bulk.Length)];
        bulk.CopyTo(padded);
        return padded;
    }
}
