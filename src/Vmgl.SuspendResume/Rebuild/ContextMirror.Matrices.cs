using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Matrix stacks (GL 2.1 section 2.11.2). A matrix is the commands since it was last loaded.</summary>
public sealed partial class ContextMirror
{
    private const uint ModelviewMode = 0x1700;
    private const uint ProjectionMode = 0x1701;
    private const uint TextureMode = 0x1702;
    private const uint ColorMode = 0x1800;
    private const uint ProgramMatrix0 = 0x88C0;

    /// <summary>Commands that a matrix is made of before they become one load.</summary>
    private const int LongestHistory = 256;

    private readonly Dictionary<(uint Mode, uint Unit), MatrixStack> _matrices = [];

    /// <summary>A stack: what lies below, and the top.</summary>
    internal sealed record MatrixStack(Slot Top, List<SlotValue?> Below);

    /// <summary>The stack of the current matrix mode.</summary>
    private MatrixStack CurrentMatrix
    {
        get
        {
            uint mode = _matrixMode.Value is SlotValue value ? Word(value.Command, 4) : ModelviewMode;
            return MatrixAt(mode, mode == TextureMode ? Unit : 0);
        }
    }

    private MatrixStack MatrixAt(uint mode, uint unit)
    {
        if (!_matrices.TryGetValue((mode, unit), out MatrixStack? stack))
        {
            stack = new MatrixStack(SlotAt(new SlotKey(SlotFamily.Matrix, unit, mode)), []);
            _matrices[(mode, unit)] = stack;
        }

        return stack;
    }

    private int DepthOf(uint mode) => mode switch
    {
        ModelviewMode => Facts.Limit(0x0D36, 32),
        ProjectionMode => Facts.Limit(0x0D38, 2),
        TextureMode => Facts.Limit(0x0D39, 2),
        ColorMode => Facts.Limit(0x80B3, 2),
        _ => Facts.Limit(0x862E, 1),
    };

    private bool IsMatrixMode(uint mode) => mode is ModelviewMode or ProjectionMode or TextureMode
        || (mode == ColorMode && Facts.Extensions.Contains("GL_ARB_imaging"))
        || (mode >= ProgramMatrix0 && mode - ProgramMatrix0 < Facts.Limit(0x862F, 0));

    /// <summary>The mode and the unit of a matrix.</summary>
    private SlotNeed[] MatrixNeeds(in SlotKey key)
    {
        var mode = new SlotNeed(_matrixMode, Selector(Opcode.MatrixMode, key.First));
        return key.First == TextureMode ? [.. UnitNeeds(key.Selector), mode] : [mode];
    }

    private SlotValue InitialMatrix(in SlotKey key)
    {
        byte[] command = new byte[LoadIdentity.Bytes];
        LoadIdentity.Write(command);
        return new SlotValue(command, [], MatrixNeeds(key), null, 0);
    }

    private void ChangeMatrix(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        Slot top = CurrentMatrix.Top;
        bool loads = opcode is Opcode.LoadIdentity or Opcode.LoadMatrixf or Opcode.LoadMatrixd or Opcode.LoadTransposeMatrixf or Opcode.LoadTransposeMatrixd;
        if (opcode == Opcode.LoadIdentity)
        {
            Change(top, null);
            return;
        }

        SlotValue initial = top.Initial!;
        SlotValue? before = loads ? null : top.Value ?? initial;
        if (before is { Links: >= LongestHistory })
        {
            before = new SlotValue(MatrixProduct.Load(before.ToArray()), [], initial.Needs, null, 0);
        }

        if (isSure || MatrixProduct.IsAccepted(opcode, command))
        {
            Change(top, new SlotValue(command.ToArray(), [], initial.Needs, before, 0));
        }
    }

    private void PushMatrix(bool isSure)
    {
        MatrixStack stack = CurrentMatrix;
        if (isSure || stack.Below.Count + 1 < DepthOf(stack.Top.Key.First))
        {
            stack.Below.Add(stack.Top.Value);
        }
    }

    private void PopMatrix()
    {
        MatrixStack stack = CurrentMatrix;
        if (stack.Below.Count > 0)
        {
            Change(stack.Top, stack.Below[^1]);
            stack.Below.RemoveAt(stack.Below.Count - 1);
        }
    }
}
