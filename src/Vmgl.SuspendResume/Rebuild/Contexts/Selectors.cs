using System.Buffers.Binary;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The state that decides which piece of state a command means, and that must stand again when the command is written again: the
/// active texture unit, the matrix mode, the stencil face, the bound framebuffers, and whether glColor sets the material.</summary>
internal sealed class Selectors
{
    private readonly Dictionary<uint, SlotNeed[]> _unitNeeds = [];
    private readonly SlotStore _slots;

    public Selectors(SlotStore slots)
    {
        _slots = slots;
        ActiveTexture = slots.SlotAt(new SlotKey(SlotFamily.ActiveTexture));
        MatrixMode = slots.SlotAt(new SlotKey(SlotFamily.MatrixMode));
        StencilFace = slots.SlotAt(new SlotKey(SlotFamily.ActiveStencilFace));
        ColorMaterial = slots.SlotAt(new SlotKey(SlotFamily.Enable, 0, GL_COLOR_MATERIAL));
        DrawFramebuffer = slots.SlotAt(new SlotKey(SlotFamily.BindFramebuffer, 0, GL_DRAW_FRAMEBUFFER));
        ReadFramebuffer = slots.SlotAt(new SlotKey(SlotFamily.BindFramebuffer, 0, GL_READ_FRAMEBUFFER));
        NeedsOfUncolored = [new SlotNeed(ColorMaterial, null)];
    }

    public Slot ActiveTexture { get; }

    public Slot MatrixMode { get; }

    public Slot StencilFace { get; }

    /// <summary>Whether glColorMaterial is enabled.</summary>
    public Slot ColorMaterial { get; }

    public Slot DrawFramebuffer { get; }

    public Slot ReadFramebuffer { get; }

    /// <summary>The need that glColor sets nothing but the current colour.</summary>
    public SlotNeed[] NeedsOfUncolored { get; }

    /// <summary>The active texture unit, from 0.</summary>
    public uint Unit => ActiveTexture.Value is SlotValue value ? Fields.U32(value.Command, 4) - GL_TEXTURE0 : 0;

    /// <summary>The current matrix mode, as glMatrixMode takes it.</summary>
    public uint Mode => MatrixMode.Value is SlotValue value ? Fields.U32(value.Command, 4) : GL_MODELVIEW;

    /// <summary>The name of the framebuffer that is drawn into; 0 for the drawable.</summary>
    public uint DrawFramebufferName => DrawFramebuffer.BoundName;

    /// <summary>The name of the framebuffer that is read from; 0 for the drawable.</summary>
    public uint ReadFramebufferName => ReadFramebuffer.BoundName;

    /// <summary>The part of a slot's key that is not in the command.</summary>
    public uint SelectorOf(SlotWords words) =>
        (words & SlotWords.Unit) != 0 ? Unit
        : (words & SlotWords.DrawFramebuffer) != 0 ? DrawFramebufferName
        : (words & SlotWords.ReadFramebuffer) != 0 ? ReadFramebufferName
        : (words & SlotWords.Face) != 0 && StencilFace.Value is SlotValue face ? Fields.U32(face.Command, 4)
        : 0;

    /// <summary>The state that a command depends on which sets a slot now.</summary>
    public SlotNeed[] NeedsOf(SlotWords words, in SlotKey key)
    {
        if ((words & SlotWords.Modelview) != 0 && IsTransformed(key))
        {
            Slot top = _slots.SlotAt(new SlotKey(SlotFamily.Matrix, 0, GL_MODELVIEW));
            var modelview = new SlotNeed(top, top.Value);
            return (words & SlotWords.Unit) != 0 ? [.. NeedsOfUnit(key.Selector), modelview] : [modelview];
        }

        return (words & SlotWords.Unit) != 0 ? NeedsOfUnit(key.Selector)
            : (words & SlotWords.Colored) != 0 ? NeedsOfUncolored
            : (words & SlotWords.Face) != 0 ? [new SlotNeed(StencilFace, StencilFace.Value)]
            : (words & SlotWords.DrawFramebuffer) != 0 ? [new SlotNeed(DrawFramebuffer, DrawFramebuffer.Value)]
            : (words & SlotWords.ReadFramebuffer) != 0 ? [new SlotNeed(ReadFramebuffer, ReadFramebuffer.Value)]
            : [];
    }

    /// <summary>The need that a texture unit is active.</summary>
    public SlotNeed[] NeedsOfUnit(uint unit)
    {
        if (!_unitNeeds.TryGetValue(unit, out SlotNeed[]? needs))
        {
            needs = [new SlotNeed(ActiveTexture, _slots.SelectorValues.OfUnit(unit))];
            _unitNeeds[unit] = needs;
        }

        return needs;
    }

    /// <summary>The needs of commands that change a matrix: its mode, and its unit.</summary>
    public SlotNeed[] NeedsOfMatrix(in SlotKey key)
    {
        var mode = new SlotNeed(MatrixMode, _slots.SelectorValues.OfMatrixMode(key.First));
        return key.First == GL_TEXTURE ? [.. NeedsOfUnit(key.Selector), mode] : [mode];
    }

    /// <summary>Changes a selector. Its values are few, and compared by reference.</summary>
    public void SetSelector(Slot slot, Opcode opcode, ReadOnlySpan<byte> command, bool isValid)
    {
        if (isValid)
        {
            _slots.ChangeSlot(slot, _slots.SelectorValues.ValueOf(opcode, Fields.U32(command, 4)));
        }
    }

    /// <summary>Whether a slot has a position, direction or plane in eye coordinates (GL 2.1 sections 2.12, 2.14.1 and 2.11.4).</summary>
    private static bool IsTransformed(in SlotKey key) =>
        key.Family == SlotFamily.ClipPlane || key.Second is GL_POSITION or GL_SPOT_DIRECTION or GL_EYE_PLANE;
}

/// <summary>Commands of one parameter that choose something, each value kept once.</summary>
internal sealed class SelectorValues
{
    private readonly Dictionary<ulong, SlotValue> _values = [];

    /// <summary>The command that makes a texture unit the active one.</summary>
    public SlotValue OfUnit(uint unit) => ValueOf(Opcode.ActiveTexture, GL_TEXTURE0 + unit);

    /// <summary>The command that chooses a matrix mode.</summary>
    public SlotValue OfMatrixMode(uint mode) => ValueOf(Opcode.MatrixMode, mode);

    /// <summary>A command with one parameter.</summary>
    public SlotValue ValueOf(Opcode opcode, uint value)
    {
        ulong key = ((ulong)opcode << 32) | value;
        if (!_values.TryGetValue(key, out SlotValue? kept))
        {
            byte[] command = new byte[ActiveTexture.Bytes];
            ActiveTexture.Write(command, value); // all of these commands have this form
            BinaryPrimitives.WriteUInt16LittleEndian(command, (ushort)opcode);
            kept = new SlotValue(command, [], [], null, 0);
            _values[key] = kept;
        }

        return kept;
    }

    /// <summary>Whether a value is one of these.</summary>
    public bool HasValue(SlotValue value) =>
        value.Command.Length >= 8 && _values.GetValueOrDefault(((ulong)value.Opcode << 32) | Fields.U32(value.Command, 4)) == value;
}
