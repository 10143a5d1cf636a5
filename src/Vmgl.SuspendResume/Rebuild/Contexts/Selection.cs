using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The render mode, and the names of selection (GL 2.1 section 5.2).</summary>
internal sealed class Selection(SlotStore slots, ContextIdentity context)
{
    private readonly Slot _mode = slots.SlotAt(new SlotKey(SlotFamily.RenderMode));
    private readonly List<uint> _names = [];

    /// <summary>Whether primitives are drawn, and neither selected nor fed back.</summary>
    public bool IsRendering => Mode == GL_RENDER;

    private uint Mode => _mode.Value is SlotValue value ? new RenderMode(value.Command).Mode : GL_RENDER;

    private bool IsSelecting => Mode == GL_SELECT;

    /// <summary>glRenderMode.</summary>
    public void SetMode(ReadOnlySpan<byte> command, bool isSure)
    {
        uint mode = new RenderMode(command).Mode;
        bool isReady = mode switch
        {
            GL_RENDER => true,
            GL_FEEDBACK => slots.ValueAt(new SlotKey(SlotFamily.FeedbackBuffer)) is not null,
            GL_SELECT => slots.ValueAt(new SlotKey(SlotFamily.SelectBuffer)) is not null,
            _ => false,
        };
        if (isSure || isReady)
        {
            byte[] again = new byte[RenderMode.Bytes];
            RenderMode.Write(again, 0, mode); // nobody waits for this answer
            slots.ChangeSlot(_mode, mode == GL_RENDER ? null : new SlotValue(again, [], [], null, slots.NextSerial()));
            _names.Clear();
        }
    }

    public void InitNames()
    {
        if (IsSelecting)
        {
            _names.Clear();
        }
    }

    public void LoadName(uint name)
    {
        if (IsSelecting && _names.Count > 0)
        {
            _names[^1] = name;
        }
    }

    public void PushName(uint name)
    {
        if (IsSelecting && _names.Count < context.Facts.LimitOf(GL_MAX_NAME_STACK_DEPTH, 64))
        {
            _names.Add(name);
        }
    }

    public void PopName()
    {
        if (IsSelecting && _names.Count > 0)
        {
            _names.RemoveAt(_names.Count - 1);
        }
    }

    /// <summary>Writes the render mode and the names.</summary>
    public void WriteMode(RebuildWriter to)
    {
        if (_mode.Value is not SlotValue mode)
        {
            return;
        }

        to.Add(mode.Command);
        if (IsSelecting)
        {
            Wire.Commands.InitNames.Write(to.Reserve(Wire.Commands.InitNames.Bytes));
            _names.ForEach(name => Wire.Commands.PushName.Write(to.Reserve(Wire.Commands.PushName.Bytes), name));
        }
    }
}
