using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>What the mirror of a context does with a command.</summary>
internal enum MirrorStep : byte
{
    /// <summary>Nothing: it changes nothing that is kept here.</summary>
    Skip = 0,

    /// <summary>It sets a current value; also between glBegin and glEnd.</summary>
    Current,
    Draw,
    Begin,
    End,
    CallList,
    CallLists,

    /// <summary>It sets a slot.</summary>
    Set,
    Matrix,
    PushMatrix,
    PopMatrix,
    PushAttrib,
    PopAttrib,
    Raster,
    Bitmap,
    Names,
    PushDebugGroup,
    PopDebugGroup,
    Delete,
    NewList,
    EndList,
    MakeLists,

    /// <summary>It sets state that no command could set again.</summary>
    Unmirrored,

    /// <summary>It is the group's: objects.</summary>
    Object,
}

/// <summary>The step of each opcode, from the effects that the spec gives.</summary>
internal static class MirrorSteps
{
    /// <summary>By opcode.</summary>
    public static MirrorStep[] Build()
    {
        var steps = new MirrorStep[CommandTable.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = Of((Opcode)i, MirrorRules.Of((Opcode)i));
        }

        return steps;
    }

    private static MirrorStep Of(Opcode opcode, MirrorRule rule) => Special(opcode) ?? rule.Effect switch
    {
        StateEffect.Draw => MirrorStep.Draw,
        StateEffect.Current => MirrorStep.Current,
        StateEffect.Set or StateEffect.Bind => rule.Family == SlotFamily.None ? MirrorStep.Unmirrored : MirrorStep.Set,
        StateEffect.Matrix => MirrorStep.Matrix,
        StateEffect.Raster => MirrorStep.Raster,
        StateEffect.Names => MirrorStep.Names,
        StateEffect.Delete => MirrorStep.Delete,
        StateEffect.Object or StateEffect.Generate or StateEffect.Bracket => MirrorStep.Object,
        _ => MirrorStep.Skip,
    };

    /// <summary>Commands that their effect alone does not tell from others.</summary>
    private static MirrorStep? Special(Opcode opcode) => opcode switch
    {
        Opcode.Begin => MirrorStep.Begin,
        Opcode.MakeSync or Opcode.ForgetSync => MirrorStep.Object,
        Opcode.End => MirrorStep.End,
        Opcode.CallList => MirrorStep.CallList,
        Opcode.CallLists => MirrorStep.CallLists,
        Opcode.Bitmap => MirrorStep.Bitmap,
        Opcode.PushMatrix => MirrorStep.PushMatrix,
        Opcode.PopMatrix => MirrorStep.PopMatrix,
        Opcode.PushAttrib => MirrorStep.PushAttrib,
        Opcode.PopAttrib => MirrorStep.PopAttrib,
        Opcode.PushName or Opcode.PopName => MirrorStep.Names,
        Opcode.PushDebugGroup => MirrorStep.PushDebugGroup,
        Opcode.PopDebugGroup => MirrorStep.PopDebugGroup,
        Opcode.NewList => MirrorStep.NewList,
        Opcode.EndList => MirrorStep.EndList,
        Opcode.MakeLists => MirrorStep.MakeLists,
        _ => null,
    };
}
