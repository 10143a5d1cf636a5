namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Writes a context's state into one that is in its initial state.</summary>
public sealed partial class ContextMirror
{
    /// <summary>Writes what brings a new context, which is current, to this state. The group's objects are there already.</summary>
    /// <remarks>Commands that GL may have refused are given again, so an error may be set afterwards that is none of the program's.
    /// An open primitive is not begun again.</remarks>
    public void Write(RebuildWriter to)
    {
        // The colour that the material follows stays followed: it is settled for the raster position's sake only in the log.
        Group.WriteOwn(to, Context);
        _current.Settle();
        FreezeRaster();
        var writer = new StateWriter(to, _raster, Facts.Limit(0x0D35, 16));
        List<Dictionary<Slot, SlotValue?>> states = StatesOfLevels();
        for (int i = 0; i < _levels.Count; i++)
        {
            writer.WriteState(states[i]);
            WriteSaved(writer, to, _levels[i], states[i]);
            writer.Push(_levels[i].Mask);
        }

        writer.WriteState(states[^1]);
        foreach (MatrixStack stack in _matrices.Values)
        {
            WriteMatrices(writer, to, stack);
        }

        writer.WriteState(states[^1]);
        WriteUnsaved(writer, to, states[^1]);
        WriteDebugGroups(writer, to);
        WriteNames(to);
        Group.WriteActive(to, Context);
        if (_list is not null)
        {
            DisplayListTable.WriteOpen(to, _list.Name, _list.Finish());
        }
    }

    private static void WriteMatrices(StateWriter writer, RebuildWriter to, MatrixStack stack)
    {
        foreach (SlotValue? below in stack.Below)
        {
            writer.Establish(stack.Top, below);
            foreach (SlotNeed need in stack.Top.Initial!.Needs)
            {
                writer.Establish(need.Slot, need.Value);
            }

            Vmgl.Wire.Commands.PushMatrix.Write(to.Reserve(Vmgl.Wire.Commands.PushMatrix.Bytes));
        }

        writer.Establish(stack.Top, stack.Top.Value);
    }
}
