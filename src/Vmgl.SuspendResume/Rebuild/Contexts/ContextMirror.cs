using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The state of one context: the commands that set it, from which it is rebuilt on another host, later.</summary>
/// <remarks>
/// <para>The commands of this mirror are folded behind the program's back, on the guest library's own thread, after they have reached the
/// host; mirrors of one share group are folded on one thread. So a command costs no time that the program waits for, but it must cost
/// little: millions are folded in a second. Nothing is allocated for a command that draws or sets a current value.</para>
/// <para>It keeps commands and no values: whether a command had an effect, GL decides again when it is written again, so the mirror must be
/// complete but need not know what each command means. It may not answer questions of the program (the values of this moment are what the
/// mirror in Answers is for), may not wait for the host, and never changes a command that is kept.</para>
/// <para>This class hands commands to the parts that fold them, and writes what they keep.</para>
/// </remarks>
public sealed class ContextMirror : IGroupMember
{
    private readonly ContextIdentity _identity;
    private readonly SlotStore _slots = new();
    private readonly CurrentValues _current;
    private readonly ColorTracking _colors;
    private readonly MatrixStacks _matrices;
    private readonly RasterPosition _raster;
    private readonly AttributeStack _attributes;
    private readonly Bindings _bindings;
    private readonly Selection _selection;
    private readonly DebugGroups _debugGroups;
    private readonly ListCommands _lists;
    private readonly SlotCommands _slotCommands;
    private readonly List<StaleContent> _stale = [];

    /// <summary>A context in its initial state.</summary>
    public ContextMirror(uint context, GroupMirror group, HostFacts facts)
    {
        _identity = new ContextIdentity(context, group, facts);
        _current = new CurrentValues(_slots);
        _colors = new ColorTracking(_slots, _current);
        _matrices = new MatrixStacks(_slots, _identity);
        _raster = new RasterPosition(_slots);
        _attributes = new AttributeStack(_slots, _identity);
        _bindings = new Bindings(_slots, _identity);
        _selection = new Selection(_slots, _identity);
        _debugGroups = new DebugGroups(_slots, _identity);
        _lists = new ListCommands(this, _slots, _identity);
        _slotCommands = new SlotCommands(_slots, _bindings, _colors, _matrices, _selection, _identity);
        group.Textures.Join(this);
    }

    /// <summary>The context's number.</summary>
    public uint Context => _identity.Number;

    /// <summary>The objects that it shares.</summary>
    public GroupMirror Group => _identity.Group;

    /// <summary>The limits and extensions of its GL.</summary>
    public HostFacts Facts
    {
        get => _identity.Facts;
        set => _identity.Facts = value;
    }

    /// <summary>The name of the framebuffer that is drawn into; 0 for the drawable.</summary>
    public uint DrawFramebuffer => _bindings.DrawFramebuffer;

    /// <summary>The name of the framebuffer that is read from; 0 for the drawable.</summary>
    public uint ReadFramebuffer => _bindings.ReadFramebuffer;

    /// <summary>Whether a primitive is open: glBegin came, glEnd did not.</summary>
    public bool IsInPrimitive { get; private set; }

    /// <summary>Whether the accumulation buffer was ever used or cleared: it may hold something.</summary>
    public bool HasAccumulated { get; private set; }

    /// <summary>Whether commands of our own, between a glPushAttrib and its glPopAttrib, leave the context as it is: nothing is being
    /// defined, and a level more is allowed.</summary>
    public bool AllowsAside => !IsInPrimitive && !_lists.IsRecording && _selection.IsRendering && _attributes.HasRoom;

    /// <summary>The contents of this context's own that only the host has.</summary>
    public IEnumerable<StaleContent> Stale => _stale;

    /// <inheritdoc/>
    IEnumerable<uint> IGroupMember.TextureNames => _bindings.TextureNames.Concat(_attributes.TextureNames);

    /// <summary>The objects that are bound.</summary>
    internal IBindings Bindings => _bindings;

    /// <inheritdoc/>
    bool IGroupMember.BindsTexture(uint texture) => _bindings.BindsTexture(texture);

    /// <summary>Folds one command that reached the host while this context was current.</summary>
    /// <param name="bulk">The command's payload, without padding.</param>
    /// <param name="isSure">Whether no error was found in the frame: the command surely had its effect.</param>
    public void FoldCommand(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        if (_lists.IsRecording && !MirrorRules.Of(opcode).IsImmediate
            && !_lists.RecordCommand(opcode, MirrorSteps.Of(opcode), command, bulk))
        {
            return;
        }

        CarryOut(opcode, command, bulk, isSure);
    }

    /// <summary>Folds the host's answer to a question that was folded.</summary>
    public void LearnReply(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply) => Group.Learn(opcode, command, reply);

    /// <summary>Copies state from another context (glXCopyContext, GLX 1.4 section 3.3.7); the bits are those of glPushAttrib.</summary>
    public void CopyState(ContextMirror source, uint mask)
    {
        _colors.StoreColors();
        source._colors.StoreColors();
        source._raster.FreezeState();
        new ContextCopy(source._slots, _slots, _matrices).CopySlots(mask);
    }

    /// <summary>Writes the commands that bring a new context, which is current, to this state. The group's objects are there
    /// already.</summary>
    /// <remarks>Commands that GL may have refused are written again, so an error may be set afterwards that is not the program's.
    /// An open primitive is not begun again.</remarks>
    public void WriteState(RebuildWriter to)
    {
        // A colour that the material follows goes on being followed: the material of this moment is kept only where the raster position
        // needs it.
        Group.WriteOwn(to, Context);
        _current.StoreInSlots();
        _raster.FreezeState();
        var writer = new StateWriter(to, _raster.Slot, _attributes.MostLevels);
        var textures = new SavedTextureWriter(_slots, writer, to);
        List<Dictionary<Slot, SlotValue?>> states = _attributes.StatesOfLevels();
        for (int i = 0; i < _attributes.Levels.Count; i++)
        {
            writer.WriteState(states[i]);
            textures.WriteSavedParameters(_attributes.Levels[i], states[i]);
            writer.PushLevel(_attributes.Levels[i].Mask);
        }

        writer.WriteState(states[^1]);
        _matrices.WriteStacks(writer, to);
        writer.WriteState(states[^1]);
        textures.WriteParametersOfNow(_attributes.Levels, states[^1]);
        _debugGroups.WriteGroups(writer, to);
        _selection.WriteMode(to);
        Group.WriteActive(to, Context);
        _lists.WriteOpenList(to);
    }

    /// <summary>Releases what the context holds of shared objects: it is destroyed.</summary>
    internal void ReleaseTextures() => _attributes.ReleaseTextures();

    /// <summary>Folds a command that GL carries out.</summary>
    internal void CarryOut(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        MirrorStep step = MirrorSteps.Of(opcode);
        switch (step)
        {
            case MirrorStep.Skip: return;
            case MirrorStep.Current: _current.CopyCommand(opcode, command, isSure); return;
            case MirrorStep.Draw: NoteDraw(); return;
            case MirrorStep.Clear:
                HasAccumulated |= (new Clear(command).Mask & GL_ACCUM_BUFFER_BIT) != 0;
                NoteDraw();
                return;
            case MirrorStep.Accumulate:
                HasAccumulated = true;
                NoteDraw();
                return;
            case MirrorStep.Begin: OpenPrimitive(command, isSure); return;
            case MirrorStep.End: IsInPrimitive = false; return;
            case MirrorStep.CallList: _lists.CallList(new CallList(command).List, isSure); return;
            case MirrorStep.CallLists: _lists.CallLists(new CallLists(command), isSure); return;
            case MirrorStep.Set: SetState(opcode, command, bulk, isSure); return;
        }

        if (!IsInPrimitive || isSure)
        {
            CarryOutOutside(step, opcode, command, bulk, isSure);
        }
    }

    /// <summary>Notes that something was drawn, which changes the contents of what is drawn into.</summary>
    internal void NoteDraw()
    {
        if (DrawFramebuffer != 0)
        {
            Group.Draw(_bindings);
        }
    }

    /// <summary>Folds a command that GL allows nowhere between glBegin and glEnd.</summary>
    private void CarryOutOutside(MirrorStep step, Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        switch (step)
        {
            case MirrorStep.LoadIdentity: _matrices.LoadIdentity(); break;
            case MirrorStep.LoadMatrix: _matrices.LoadMatrix(command); break;
            case MirrorStep.Matrix: _matrices.MultiplyMatrix(opcode, command, isSure); break;
            case MirrorStep.PushMatrix: _matrices.PushMatrix(isSure); break;
            case MirrorStep.PopMatrix: _matrices.PopMatrix(); break;
            case MirrorStep.PushAttributes: PushAttributes(new PushAttrib(command).Mask, isSure); break;
            case MirrorStep.PopAttributes: PopAttributes(); break;
            case MirrorStep.Raster: SetRaster(command); break;
            case MirrorStep.Bitmap:
                NoteDraw();
                _raster.MovePosition(command);
                break;
            case MirrorStep.InitNames: _selection.InitNames(); break;
            case MirrorStep.LoadName: _selection.LoadName(new LoadName(command).Name); break;
            case MirrorStep.PushName: _selection.PushName(new PushName(command).Name); break;
            case MirrorStep.PopName: _selection.PopName(); break;
            case MirrorStep.PushDebugGroup: _debugGroups.PushGroup(command); break;
            case MirrorStep.PopDebugGroup: _debugGroups.PopGroup(); break;
            case MirrorStep.NewList: _lists.BeginList(new NewList(command)); break;
            case MirrorStep.EndList: _lists.EndList(); break;
            case MirrorStep.MakeLists: _lists.MakeLists(new MakeLists(command)); break;
            case MirrorStep.CopyTable: NoteCopiedTable(); break;
            case MirrorStep.Delete:
                Group.Fold(opcode, command, bulk, _bindings, isSure);
                _bindings.UnbindDeleted(opcode, command);
                break;
            default: Group.Fold(opcode, command, bulk, _bindings, isSure); break; // ChangeObject
        }
    }

    private void SetState(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        if (!IsInPrimitive && GroupMirror.Concerns(opcode))
        {
            if (!isSure && Group.Refuses(opcode, command))
            {
                return;
            }

            isSure |= Group.SurelyBinds(opcode, command);
            Group.Fold(opcode, command, bulk, _bindings, isSure); // a binding may make an object
        }

        MirrorRule rule = MirrorRules.Of(opcode);
        if (!IsInPrimitive || isSure || rule.Family == SlotFamily.Material) // others are refused between glBegin and glEnd
        {
            _slotCommands.SetSlot(rule, opcode, command, bulk, isSure);
        }
    }

    private void PushAttributes(uint mask, bool isSure)
    {
        if (isSure || _attributes.HasRoom)
        {
            _colors.StoreColors();
            _raster.FreezeState();
            _attributes.PushLevel(mask);
        }
    }

    private void PopAttributes()
    {
        if (_attributes.Levels.Count > 0)
        {
            _colors.StoreColors();
            _attributes.PopLevel();
        }
    }

    private void SetRaster(ReadOnlySpan<byte> command)
    {
        _colors.StoreColors();
        _raster.SetPosition(command);
    }

    private void OpenPrimitive(ReadOnlySpan<byte> command, bool isSure)
    {
        NoteDraw();
        IsInPrimitive = isSure || (new Begin(command).Mode <= GL_TRIANGLE_STRIP_ADJACENCY
            && (_lists.IsListed || !(LacksProgram(GL_VERTEX_PROGRAM_ARB) || LacksProgram(GL_FRAGMENT_PROGRAM_ARB))));
    }

    /// <summary>Whether assembly programs of a target are enabled and there is none: then glBegin is refused (ARB_vertex_program, section
    /// 2.14.1; ARB_fragment_program, 3.11.1).</summary>
    private bool LacksProgram(uint target) =>
        _slots.ValueAt(new SlotKey(SlotFamily.Enable, 0, target)) is SlotValue { Opcode: Opcode.Enable }
            && _bindings.Program == 0 && !Group.HasText(target, _bindings);

    /// <summary>A table of the imaging subset that was copied from the frame buffer has no command that could make it again.</summary>
    private void NoteCopiedTable()
    {
        var content = new StaleContent($"imaging table of context {Context}", 0);
        _stale.Remove(content);
        _stale.Add(content);
    }
}
