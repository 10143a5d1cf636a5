using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Matrix stacks (GL 2.1 section 2.11.2). A matrix is the commands since it was last loaded.</summary>
internal sealed class MatrixStacks(SlotStore slots, ContextIdentity context)
{
    /// <summary>Commands of one matrix from which on they become one load.</summary>
    private const int LongestHistory = 256;

    private readonly Dictionary<(uint Mode, uint Unit), MatrixStack> _stacks = [];

    /// <summary>A stack: the values below, and the top.</summary>
    private sealed record MatrixStack(Slot Top, List<SlotValue?> Below);

    /// <summary>The stack of the current matrix mode.</summary>
    private MatrixStack Current
    {
        get
        {
            uint mode = slots.Selectors.Mode;
            return StackAt(mode, mode == GL_TEXTURE ? slots.Selectors.Unit : 0);
        }
    }

    /// <summary>The slot of a matrix, whose stack is written from now on.</summary>
    public Slot TopOf(uint mode, uint unit) => StackAt(mode, unit).Top;

    /// <summary>Whether GL surely takes a matrix mode.</summary>
    public bool HasMode(uint mode) => mode is GL_MODELVIEW or GL_PROJECTION or GL_TEXTURE
        || (mode == GL_COLOR && context.Facts.Extensions.Contains("GL_ARB_imaging"))
        || (mode >= GL_MATRIX0_ARB && mode - GL_MATRIX0_ARB < context.Facts.LimitOf(GL_MAX_PROGRAM_MATRICES_ARB, 0));

    /// <summary>Makes the current matrix the identity.</summary>
    public void LoadIdentity() => slots.ChangeSlot(Current.Top, null);

    /// <summary>Keeps a command that loads the current matrix.</summary>
    public void LoadMatrix(ReadOnlySpan<byte> command)
    {
        Slot top = Current.Top;
        slots.ChangeSlot(top, new SlotValue(command.ToArray(), [], top.Initial!.Needs, null, 0));
    }

    /// <summary>Adds a command to those that the current matrix is made of.</summary>
    public void MultiplyMatrix(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        Slot top = Current.Top;
        SlotValue initial = top.Initial!;
        SlotValue before = top.Value ?? initial;
        if (before is { Links: >= LongestHistory })
        {
            before = new SlotValue(MatrixProduct.LoadOf(before.ToArray()), [], initial.Needs, null, 0);
        }

        if (isSure || MatrixProduct.IsAccepted(opcode, command))
        {
            slots.ChangeSlot(top, new SlotValue(command.ToArray(), [], initial.Needs, before, 0));
        }
    }

    public void PushMatrix(bool isSure)
    {
        MatrixStack stack = Current;
        if (isSure || stack.Below.Count + 1 < DepthOf(stack.Top.Key.First))
        {
            stack.Below.Add(stack.Top.Value);
        }
    }

    public void PopMatrix()
    {
        MatrixStack stack = Current;
        if (stack.Below.Count > 0)
        {
            slots.ChangeSlot(stack.Top, stack.Below[^1]);
            stack.Below.RemoveAt(stack.Below.Count - 1);
        }
    }

    /// <summary>Writes all stacks.</summary>
    public void WriteStacks(StateWriter writer, RebuildWriter to)
    {
        foreach (MatrixStack stack in _stacks.Values)
        {
            foreach (SlotValue? below in stack.Below)
            {
                writer.EstablishValue(stack.Top, below);
                foreach (SlotNeed need in stack.Top.Initial!.Needs)
                {
                    writer.EstablishValue(need.Slot, need.Value);
                }

                Wire.Commands.PushMatrix.Write(to.Reserve(Wire.Commands.PushMatrix.Bytes));
            }

            writer.EstablishValue(stack.Top, stack.Top.Value);
        }
    }

    private MatrixStack StackAt(uint mode, uint unit)
    {
        if (!_stacks.TryGetValue((mode, unit), out MatrixStack? stack))
        {
            stack = new MatrixStack(slots.SlotAt(new SlotKey(SlotFamily.Matrix, unit, mode)), []);
            _stacks[(mode, unit)] = stack;
        }

        return stack;
    }

    private int DepthOf(uint mode) => mode switch
    {
        GL_MODELVIEW => context.Facts.LimitOf(GL_MAX_MODELVIEW_STACK_DEPTH, 32),
        GL_PROJECTION => context.Facts.LimitOf(GL_MAX_PROJECTION_STACK_DEPTH, 2),
        GL_TEXTURE => context.Facts.LimitOf(GL_MAX_TEXTURE_STACK_DEPTH, 2),
        GL_COLOR => context.Facts.LimitOf(GL_MAX_COLOR_MATRIX_STACK_DEPTH, 2),
        _ => context.Facts.LimitOf(GL_MAX_PROGRAM_MATRIX_STACK_DEPTH_ARB, 1),
    };
}
