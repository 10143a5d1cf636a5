using Vmgl.SuspendResume.Rules;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Debug groups (GL 4.3 section 20.6): each gives back the control of messages that it began with.</summary>
internal sealed class DebugGroups(SlotStore slots, ContextIdentity context)
{
    private readonly List<(SlotValue? Control, byte[] Command)> _groups = [];

    public void PushGroup(ReadOnlySpan<byte> command)
    {
        // The default group counts as one (GL 4.3 table 23.77).
        if (_groups.Count + 1 < context.Facts.LimitOf(GL_MAX_DEBUG_GROUP_STACK_DEPTH, 64))
        {
            _groups.Add((Control.Value, command.ToArray()));
        }
    }

    public void PopGroup()
    {
        if (_groups.Count > 0)
        {
            slots.ChangeSlot(Control, _groups[^1].Control);
            _groups.RemoveAt(_groups.Count - 1);
        }
    }

    /// <summary>Writes the groups, each under the control of its moment, and the control of now.</summary>
    public void WriteGroups(StateWriter writer, RebuildWriter to)
    {
        if (slots.FindSlot(new SlotKey(SlotFamily.DebugMessageControl)) is not Slot control)
        {
            return;
        }

        foreach ((SlotValue? value, byte[] command) in _groups)
        {
            writer.EstablishValue(control, value);
            to.Add(command);
        }

        writer.EstablishValue(control, control.Value);
    }

    private Slot Control => slots.SlotAt(new SlotKey(SlotFamily.DebugMessageControl));
}
