using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The state of one context: which commands set it.</summary>
/// <remarks>One thread at a time; mirrors of one group share a thread.</remarks>
public sealed partial class ContextMirror
{
    private const uint AccumulationBit = 0x0200;
    private const uint LastPrimitive = 13; // GL_TRIANGLE_STRIP_ADJACENCY
    private const uint VertexProgram = 0x8620;
    private const uint FragmentProgram = 0x8804;

    private static readonly MirrorStep[] s_steps = MirrorSteps.Build();

    private ListRecording? _list;
    private long _serial;

    /// <summary>A context in its initial state.</summary>
    public ContextMirror(uint context, GroupMirror group, HostFacts facts)
    {
        (Context, Group, Facts) = (context, group, facts);
        _current = new CurrentValues(this);
        _activeTexture = SlotAt(new SlotKey(SlotFamily.ActiveTexture));
        _matrixMode = SlotAt(new SlotKey(SlotFamily.MatrixMode));
        _stencilFace = SlotAt(new SlotKey(SlotFamily.ActiveStencilFace));
        _raster = SlotAt(new SlotKey(SlotFamily.RasterPos));
        _renderMode = SlotAt(new SlotKey(SlotFamily.RenderMode));
        _colorMaterial = SlotAt(new SlotKey(SlotFamily.Enable, 0, ColorMaterialCapability));
        _materialOfColor = SlotAt(new SlotKey(SlotFamily.ColorMaterial));
        _drawFramebuffer = SlotAt(new SlotKey(SlotFamily.BindFramebuffer, 0, DrawTarget));
        _readFramebuffer = SlotAt(new SlotKey(SlotFamily.BindFramebuffer, 0, ReadTarget));
        _uncolored = [new SlotNeed(_colorMaterial, null)];
        group.Join(this);
    }

    /// <summary>The context's number.</summary>
    public uint Context { get; }

    /// <summary>The objects that it shares.</summary>
    public GroupMirror Group { get; }

    /// <summary>What its GL is.</summary>
    public HostFacts Facts { get; set; }

    /// <summary>Whether a primitive is open: glBegin came, glEnd did not.</summary>
    public bool IsInPrimitive { get; private set; }

    /// <summary>Whether commands of our own, between a glPushAttrib and its glPopAttrib, leave the context as it is: nothing is being defined, and a level more is allowed.</summary>
    public bool AllowsAside => !IsInPrimitive && _list is null && Mode == RenderValue && _levels.Count < Facts.Limit(0x0D35, 16);

    /// <summary>What only the host has of this context's own.</summary>
    public IEnumerable<StaleContent> Stale => _stale;

    /// <summary>Folds one command that reached the host while this context was current.</summary>
    /// <param name="bulk">The command's payload, without padding.</param>
    /// <param name="isSure">Whether no error was found in the frame: the command surely did what it says.</param>
    public void Fold(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        if (_list is not null && !MirrorRules.Of(opcode).IsImmediate)
        {
            _list.Add(opcode, s_steps[(int)opcode], command, bulk);
            if (!_list.Executes)
            {
                return;
            }
        }

        Carry(opcode, command, bulk, isSure);
    }

    /// <summary>The host's answer to a question that was folded.</summary>
    public void Learn(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply) => Group.Learn(opcode, command, reply);

    /// <summary>What the command does when GL carries it out.</summary>
    private void Carry(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        MirrorStep step = s_steps[(int)opcode];
        switch (step)
        {
            case MirrorStep.Skip: return;
            case MirrorStep.Current: _current.Take(opcode, command, isSure); return;
            case MirrorStep.Draw:
                HasAccumulated |= opcode == Opcode.Accum || (opcode == Opcode.Clear && (new Clear(command).Mask & AccumulationBit) != 0);
                NoteDraw();
                return;
            case MirrorStep.Begin: OpenPrimitive(command, isSure); return;
            case MirrorStep.End: IsInPrimitive = false; return;
            case MirrorStep.CallList: Call(new CallList(command).List, isSure); return;
            case MirrorStep.CallLists: CallAll(command, isSure); return;
            case MirrorStep.Set:
                if (!IsInPrimitive && GroupMirror.Concerns(opcode))
                {
                    if (!isSure && Group.Refuses(opcode, command))
                    {
                        return;
                    }

                    isSure |= Group.SurelyBinds(opcode, command);
                    Group.Fold(opcode, command, bulk, this, isSure); // a binding may be what makes an object
                }

                Set(opcode, command, bulk, isSure);
                return;
        }

        if (!IsInPrimitive || isSure)
        {
            CarryOutside(step, opcode, command, bulk, isSure);
        }
    }

    /// <summary>Whether the accumulation buffer was ever used or cleared: it may hold something.</summary>
    public bool HasAccumulated { get; private set; }

    /// <summary>What glBegin and glEnd allow nowhere between them.</summary>
    private void CarryOutside(MirrorStep step, Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        switch (step)
        {
            case MirrorStep.Matrix: ChangeMatrix(opcode, command, isSure); break;
            case MirrorStep.PushMatrix: PushMatrix(isSure); break;
            case MirrorStep.PopMatrix: PopMatrix(); break;
            case MirrorStep.PushAttrib: PushAttrib(new PushAttrib(command).Mask, isSure); break;
            case MirrorStep.PopAttrib: PopAttrib(); break;
            case MirrorStep.Raster: SetRaster(command); break;
            case MirrorStep.Bitmap: MoveRaster(command); break;
            case MirrorStep.Names: ChangeNames(opcode, command); break;
            case MirrorStep.PushDebugGroup or MirrorStep.PopDebugGroup: ChangeDebugGroups(step, command); break;
            case MirrorStep.Delete: Delete(opcode, command, bulk, isSure); break;
            case MirrorStep.NewList: BeginList(command); break;
            case MirrorStep.EndList: EndList(); break;
            case MirrorStep.MakeLists: MakeLists(command); break;
            case MirrorStep.Unmirrored: NoteCopy(opcode); break;
            default: Group.Fold(opcode, command, bulk, this, isSure); break;
        }
    }

    private void OpenPrimitive(ReadOnlySpan<byte> command, bool isSure)
    {
        NoteDraw();
        bool isListed = _list is not null || _nesting > 0; // what may not stand in a primitive was left out when the list was made
        IsInPrimitive = isSure || (new Begin(command).Mode <= LastPrimitive && (isListed || !(LacksProgram(VertexProgram) || LacksProgram(FragmentProgram))));
    }

    /// <summary>Whether assembly programs of a target are enabled and there is none: then glBegin is refused (ARB_vertex_program, section 2.14.1; ARB_fragment_program, 3.11.1).</summary>
    private bool LacksProgram(uint target) =>
        Find(new SlotKey(SlotFamily.Enable, 0, target))?.Value is SlotValue value && (Opcode)(ushort)Word(value.Command, 0) == Opcode.Enable
            && ((IBindings)this).Program == 0 && !Group.HasText(target, this);

    private void NoteDraw()
    {
        if (_drawFramebuffer.Value is not null && DrawFramebuffer != 0)
        {
            Group.Draw(this);
        }
    }
}
