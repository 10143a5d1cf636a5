using Vmgl.SuspendResume.Answers;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Display lists (GL 2.1 section 5.4): made for the group, carried out here.</summary>
public sealed partial class ContextMirror
{
    private const uint Compile = 0x1300;
    private const uint CompileAndExecute = 0x1301;

    /// <summary>Lists that call lists: no GL is asked for more (GL 2.1 table 6.31).</summary>
    private const int DeepestNesting = 64;

    /// <summary>Commands that one call may carry out: lists that call each other in powers would keep the mirror busy for years.</summary>
    private const int MostOfOneCall = 1 << 22;

    private int _nesting;
    private int _budget;

    private void BeginList(ReadOnlySpan<byte> command)
    {
        var c = new NewList(command);
        if (c.List != 0 && c.Mode is Compile or CompileAndExecute && _list is null)
        {
            _list = new ListRecording(c.List, c.Mode == CompileAndExecute);
        }
    }

    private void EndList()
    {
        if (_list is not null)
        {
            Group.Lists.Define(_list.Name, _list.Finish());
            _list = null;
        }
    }

    /// <summary>The host makes none while a list is being made.</summary>
    private void MakeLists(ReadOnlySpan<byte> command)
    {
        var c = new MakeLists(command);
        for (int i = 0; i < Math.Min(c.Range, Limits.MaxLists) && _list is null; i++)
        {
            Group.Lists.Define(c.Base + (uint)i, DisplayList.Empty);
        }
    }

    private void DeleteLists(ReadOnlySpan<byte> command)
    {
        var c = new DeleteLists(command);
        if (c.Range > 0)
        {
            Group.Lists.Delete(c.List, (uint)c.Range);
        }
    }

    private void Call(uint name, bool isSure)
    {
        if (Group.Lists.Find(name) is not DisplayList list || _nesting >= Facts.Limit(0x0B31, DeepestNesting))
        {
            return;
        }

        if (list.Draws)
        {
            NoteDraw();
        }

        _budget = _nesting++ == 0 ? MostOfOneCall : _budget;
        for (int i = 0; i < list.Effects.Length && _budget-- > 0; i++)
        {
            ListedCommand command = list.Effects[i];
            Carry(command.Opcode, list.CommandOf(command), list.BulkOf(command), isSure);
        }

        _nesting--;
    }

    private void CallAll(ReadOnlySpan<byte> command, bool isSure)
    {
        var c = new CallLists(command);
        ReadOnlySpan<byte> names = c.Lists;
        int bytes = Sizes.CallLists(c.Type);
        if (names.IsEmpty || bytes == 0)
        {
            return;
        }

        uint first = Find(new SlotKey(SlotFamily.ListBase))?.Value is SlotValue value ? Word(value.Command, 4) : 0;
        for (int at = 0; at + bytes <= names.Length; at += bytes)
        {
            Call(first + StateMirror.ListName(c.Type, names[at..]), isSure);
        }
    }
}
