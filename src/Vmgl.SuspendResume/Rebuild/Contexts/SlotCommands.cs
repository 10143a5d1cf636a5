using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Commands that set a piece of state as a whole.</summary>
internal sealed class SlotCommands(
    SlotStore slots, Bindings bindings, ColorTracking colors, MatrixStacks matrices, Selection selection, ContextIdentity context)
{
    private readonly Selectors _selectors = slots.Selectors;

    /// <summary>Keeps a command as the value of the slot that it sets.</summary>
    public void SetSlot(MirrorRule rule, Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        SlotWords words = SlotTable.Words[(int)rule.Family];
        if ((words & SlotWords.ByHand) != 0)
        {
            SetByHand(rule, opcode, command, isSure);
            return;
        }

        int count = rule.KeyCount;
        var key = new SlotKey(
            rule.Family, _selectors.SelectorOf(words), count > 0 ? KeyIn(command, rule, 0) : 0, count > 1 ? KeyIn(command, rule, 1)
            : 0, count > 2 ? KeyIn(command, rule, 2) : 0);
        slots.KeepCommand(slots.SlotAt(key), command, bulk, _selectors.NeedsOf(words, key), isSure, (words & SlotWords.Append) != 0);
    }

    private static uint KeyIn(ReadOnlySpan<byte> command, MirrorRule rule, int index) => Fields.U32(command, rule.KeyOffset(index));

    private void SetByHand(MirrorRule rule, Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        uint value = Fields.U32(command, 4);
        switch (rule.Family)
        {
            case SlotFamily.Enable: SetCapability(rule, opcode, command, isSure); break;
            case SlotFamily.ActiveTexture: _selectors.SetSelector(_selectors.ActiveTexture, opcode, command, isSure || HasUnit(value));
            break;
            case SlotFamily.MatrixMode: _selectors.SetSelector(_selectors.MatrixMode, opcode, command, isSure || matrices.HasMode(value));
            break;
            case SlotFamily.ActiveStencilFace: _selectors.SetSelector(_selectors.StencilFace, opcode, command, isSure
                || value is GL_FRONT or GL_BACK); break;
            case SlotFamily.BindFramebuffer: bindings.BindFramebuffer(command, isSure); break;
            case SlotFamily.RenderMode: selection.SetMode(command, isSure); break;
            default: colors.SetTracked(command, isSure); break; // ColorMaterial
        }
    }

    /// <summary>glEnable and glDisable. With an index they set one of the capabilities that they set all of without.</summary>
    private void SetCapability(MirrorRule rule, Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        uint capability = Fields.U32(command, 4);
        if (capability == GL_COLOR_MATERIAL && opcode == Opcode.Disable)
        {
            colors.KeepMaterial();
        }

        bool isPerUnit = SlotTable.IsPerUnit(capability);
        uint unit = isPerUnit ? _selectors.Unit : 0;
        uint index = rule.KeyCount > 1 ? KeyIn(command, rule, 1) + 1 : 0;
        Slot slot = slots.SlotAt(new SlotKey(SlotFamily.Enable, unit, capability, index));
        slots.KeepCommand(slot, command, default, isPerUnit ? _selectors.NeedsOfUnit(unit) : [], isSure);
    }

    private bool HasUnit(uint texture) => texture >= GL_TEXTURE0 && texture - GL_TEXTURE0 < Math.Max(
        context.Facts.LimitOf(GL_MAX_COMBINED_TEXTURE_IMAGE_UNITS, 2),
        Math.Max(context.Facts.LimitOf(GL_MAX_TEXTURE_COORDS, 2), context.Facts.LimitOf(GL_MAX_TEXTURE_UNITS, 2)));
}
