using System.Runtime.InteropServices;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Answers;

/// <summary>What each command does to known state. The rules are made from spec/state.spec; those that it calls by-hand are here.</summary>
internal sealed partial class StateRules
{
    private readonly KnownState _state;
    private readonly ListTracker _lists;
    private readonly SavedLevels _levels;

    public StateRules(KnownState state, ListTracker lists)
    {
        (_state, _lists) = (state, lists);
        _levels = new SavedLevels(state);
        Matrices = new MatrixTracker(state);
        Runner = new CommandRunner(this, state, lists);
    }

    /// <summary>The matrix stacks.</summary>
    public MatrixTracker Matrices { get; }

    /// <summary>Runs the commands of the stream and of lists by these rules.</summary>
    public CommandRunner Runner { get; }

    /// <summary>Forgets all state but what is known of the list that is being made.</summary>
    public void ForgetEverything()
    {
        _state.ForgetCells();
        Matrices.History.ForgetAll();
        _levels.DropLevels();
        _lists.StoreCompiling();
    }

    /// <summary>Forgets which objects are bound, now and when levels of the attribute stack are popped.</summary>
    public void ForgetObjects()
    {
        _state.ForgetNames();
        _levels.DropLevels();
        _state.ForgetCell(StateCell.AttribStackDepth);
    }

    private partial void ApplyEnable(ReadOnlySpan<byte> command) => _state.SetCapability(new Enable(command).Cap, 1);

    private partial void ApplyDisable(ReadOnlySpan<byte> command) => _state.SetCapability(new Disable(command).Cap, 0);

    private partial void ApplyEnablei(ReadOnlySpan<byte> command) => _state.ForgetCapability(new Enablei(command).Target);

    private partial void ApplyDisablei(ReadOnlySpan<byte> command) => _state.ForgetCapability(new Disablei(command).Target);

    private partial void ApplyActiveTexture(ReadOnlySpan<byte> command) => _state.SetActiveTexture(new ActiveTexture(command).Texture);

    private partial void ApplyPushAttrib(ReadOnlySpan<byte> command) => _levels.PushLevel(new PushAttrib(command).Mask);

    private partial void ApplyPopAttrib(ReadOnlySpan<byte> command)
    {
        if (!_levels.PopLevel())
        {
            ForgetEverything();
        }
    }

    private partial void ApplyPushMatrix(ReadOnlySpan<byte> command) => Matrices.PushMatrix();

    private partial void ApplyPopMatrix(ReadOnlySpan<byte> command) => Matrices.PopMatrix();

    private partial void ApplyBegin(ReadOnlySpan<byte> command) => _lists.BeginPrimitive(new Begin(command).Mode);

    private partial void ApplyEnd(ReadOnlySpan<byte> command) => _lists.EndPrimitive();

    private partial void ApplyNewList(ReadOnlySpan<byte> command) => _lists.BeginList(new NewList(command));

    private partial void ApplyEndList(ReadOnlySpan<byte> command) => _lists.EndList();

    private partial void ApplyDeleteLists(ReadOnlySpan<byte> command) =>
        _lists.DeleteLists(new DeleteLists(command).List, new DeleteLists(command).Range);

    private partial void ApplyMakeLists(ReadOnlySpan<byte> command) => _lists.MakeLists();

    private partial void ApplyCallList(ReadOnlySpan<byte> command) => Runner.CallList(new CallList(command).List);

    private partial void ApplyCallLists(ReadOnlySpan<byte> command) => Runner.CallLists(new CallLists(command));

    private partial void ApplyDeleteTextures(ReadOnlySpan<byte> command) =>
        UnbindTextures(MemoryMarshal.Cast<byte, uint>(new DeleteTextures(command).Textures));

    private partial void ApplyDeleteTexturesEXT(ReadOnlySpan<byte> command) =>
        UnbindTextures(MemoryMarshal.Cast<byte, uint>(new DeleteTexturesEXT(command).Textures));

    /// <summary>A deleted texture is unbound in this context (GL 2.1 section 3.8.12).</summary>
    private void UnbindTextures(ReadOnlySpan<uint> names)
    {
        for (int place = StateCell.Scalars; place < KnownState.Places; place++)
        {
            ref KnownValue bound = ref _state.Values[place];
            if (KnownState.RuleAt(place).Form == StateForm.Name && bound.Knows == Knowledge.Value && bound.A != 0
                && names.Contains((uint)bound.A))
            {
                bound = _state.IsDoubtful ? default : new KnownValue { Knows = Knowledge.Value };
            }
        }

        _levels.ForgetTextures(names);
        ForgetDrawable();
    }
}
