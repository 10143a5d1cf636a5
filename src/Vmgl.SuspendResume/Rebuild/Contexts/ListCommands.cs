using Vmgl.SuspendResume.Rebuild.Lists;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Display lists (GL 2.1 section 5.4): recorded for the group, carried out in the context that calls them.</summary>
internal sealed class ListCommands(ContextMirror mirror, SlotStore slots, ContextIdentity context)
{
    /// <summary>Lists that call lists: GL allows at least 64 (GL 2.1 table 6.31).</summary>
    private const int DeepestNesting = 64;

    /// <summary>Commands that one call may carry out: lists that call each other in powers would keep the mirror busy for years.</summary>
    private const int MostOfOneCall = 1 << 22;

    private ListRecording? _recording;
    private int _nesting;
    private int _budget;

    /// <summary>Whether a list is being made.</summary>
    public bool IsRecording => _recording is not null;

    /// <summary>Whether a list is being made or called: it has only commands that GL took up.</summary>
    public bool IsListed => _recording is not null || _nesting > 0;

    /// <summary>Records a command for the list that is being made.</summary>
    /// <returns>Whether the command is also carried out.</returns>
    public bool RecordCommand(Opcode opcode, MirrorStep step, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        _recording!.AddCommand(opcode, step, command, bulk);
        return _recording.Executes;
    }

    /// <summary>glNewList.</summary>
    public void BeginList(NewList command)
    {
        if (command.List != 0 && command.Mode is GL_COMPILE or GL_COMPILE_AND_EXECUTE && _recording is null)
        {
            _recording = new ListRecording(command.List, command.Mode == GL_COMPILE_AND_EXECUTE);
        }
    }

    /// <summary>glEndList.</summary>
    public void EndList()
    {
        if (_recording is not null)
        {
            context.Group.Lists.Define(_recording.Name, _recording.ToList());
            _recording = null;
        }
    }

    /// <summary>glGenLists: empty lists. The host makes none while a list is being made.</summary>
    public void MakeLists(MakeLists command)
    {
        for (int i = 0; i < Math.Min(command.Range, Limits.MaxLists) && _recording is null; i++)
        {
            context.Group.Lists.Define(command.Base + (uint)i, DisplayList.Empty);
        }
    }

    /// <summary>glCallList: carries out the commands of a list that do more than draw.</summary>
    public void CallList(uint name, bool isSure)
    {
        if (context.Group.Lists.Find(name) is not DisplayList list
            || _nesting >= context.Facts.LimitOf(GL_MAX_LIST_NESTING, DeepestNesting))
        {
            return;
        }

        if (list.Draws)
        {
            mirror.NoteDraw();
        }

        _budget = _nesting++ == 0 ? MostOfOneCall : _budget;
        for (int i = 0; i < list.Effects.Length && _budget-- > 0; i++)
        {
            ListedCommand command = list.Effects[i];
            mirror.CarryOut(command.Opcode, list.CommandOf(command), list.BulkOf(command), isSure);
        }

        _nesting--;
    }

    /// <summary>glCallLists.</summary>
    public void CallLists(CallLists command, bool isSure)
    {
        ReadOnlySpan<byte> names = command.Lists;
        int bytes = Sizes.CallLists(command.Type);
        if (names.IsEmpty || bytes == 0)
        {
            return;
        }

        uint first = slots.ValueAt(new SlotKey(SlotFamily.ListBase)) is SlotValue value ? Fields.U32(value.Command, 4) : 0;
        for (int at = 0; at + bytes <= names.Length; at += bytes)
        {
            CallList(first + ListNumbers.ReadNumber(command.Type, names[at..]), isSure);
        }
    }

    /// <summary>Writes the list that is being made, without its end.</summary>
    public void WriteOpenList(RebuildWriter to)
    {
        if (_recording is not null)
        {
            DisplayListTable.WriteOpenList(to, _recording.Name, _recording.ToList());
        }
    }
}
