using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Selection (GL 2.1 section 5.2) and debug groups (GL 4.3 section 20.6): what is left of the stacks.</summary>
public sealed partial class ContextMirror
{
    private const uint RenderValue = 0x1C00;
    private const uint FeedbackValue = 0x1C01;
    private const uint SelectValue = 0x1C02;
    private const int MostDebugGroups = 64;

    private readonly Slot _renderMode;
    private readonly List<uint> _names = [];
    private readonly List<(SlotValue? Control, byte[] Command)> _debugGroups = [];

    private uint Mode => _renderMode.Value is SlotValue value ? new RenderMode(value.Command).Mode : RenderValue;

    private void SetRenderMode(ReadOnlySpan<byte> command, bool isSure)
    {
        uint mode = new RenderMode(command).Mode;
        bool isReady = mode switch
        {
            RenderValue => true,
            FeedbackValue => Find(new SlotKey(SlotFamily.FeedbackBuffer))?.Value is not null,
            SelectValue => Find(new SlotKey(SlotFamily.SelectBuffer))?.Value is not null,
            _ => false,
        };
        if (isSure || isReady)
        {
            byte[] again = new byte[RenderMode.Bytes];
            RenderMode.Write(again, 0, mode); // nobody waits for this answer
            Change(_renderMode, mode == RenderValue ? null : new SlotValue(again, [], [], null, ++_serial));
            _names.Clear();
        }
    }

    private void ChangeNames(Opcode opcode, ReadOnlySpan<byte> command)
    {
        if (Mode != SelectValue)
        {
            return;
        }

        switch (opcode)
        {
            case Opcode.InitNames: _names.Clear(); break;
            case Opcode.PushName when _names.Count < Facts.Limit(0x0D37, 64): _names.Add(new PushName(command).Name); break;
            case Opcode.PopName when _names.Count > 0: _names.RemoveAt(_names.Count - 1); break;
            case Opcode.LoadName when _names.Count > 0: _names[^1] = new LoadName(command).Name; break;
        }
    }

    private void ChangeDebugGroups(MirrorStep step, ReadOnlySpan<byte> command)
    {
        Slot control = SlotAt(new SlotKey(SlotFamily.DebugMessageControl));
        if (step == MirrorStep.PushDebugGroup && _debugGroups.Count + 1 < Facts.Limit(0x826C, MostDebugGroups))
        {
            _debugGroups.Add((control.Value, command.ToArray()));
        }
        else if (step == MirrorStep.PopDebugGroup && _debugGroups.Count > 0)
        {
            Change(control, _debugGroups[^1].Control);
            _debugGroups.RemoveAt(_debugGroups.Count - 1);
        }
    }

    private void WriteDebugGroups(StateWriter writer, RebuildWriter to)
    {
        if (Find(new SlotKey(SlotFamily.DebugMessageControl)) is not Slot control)
        {
            return;
        }

        foreach ((SlotValue? value, byte[] command) in _debugGroups)
        {
            writer.Establish(control, value);
            to.Add(command);
        }

        writer.Establish(control, control.Value);
    }

    private void WriteNames(RebuildWriter to)
    {
        if (_renderMode.Value is not SlotValue mode)
        {
            return;
        }

        to.Add(mode.Command);
        if (Mode == SelectValue)
        {
            InitNames.Write(to.Reserve(InitNames.Bytes));
            _names.ForEach(name => PushName.Write(to.Reserve(PushName.Bytes), name));
        }
    }
}
