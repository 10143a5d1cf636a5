
namespace Vmgl.Stub.Backends.Egl;

/// <summary>Makes and plays display lists with cuts (<see cref="EglListGroup"/>). Lists without any are the driver's own affair.</summary>
internal sealed unsafe partial class EglDefaultFramebuffer
{
    private const int DeepestNesting = 64; // what every driver has at least (GL 2.1 table 6.33)

    private int _nesting;

    /// <summary>glNewList.</summary>
    public void NewList(uint list, uint mode)
    {
        gl.NewList(list, mode);
        if (Guest is { Making: null } context && (uint)gl.GetInteger(GL_LIST_INDEX) == list && list != 0)
        {
            context.Making = new EglListInTheMaking(list, mode);
        }
    }

    /// <summary>glEndList.</summary>
    public void EndList()
    {
        gl.EndList();
        if (Guest is not { Making: EglListInTheMaking list } context)
        {
            return;
        }

        context.Making = null;
        DeletePieces(context.Lists, list.Name);
        if (list.Cuts.Count > 0)
        {
            context.Lists.Lists[list.Name] = list.Cuts;
        }
    }

    /// <summary>glCallList.</summary>
    public void CallList(uint list)
    {
        if (Guest is not EglContext context || !context.Lists.Lists.TryGetValue(list, out List<EglListGroup.Cut>? cuts))
        {
            gl.CallList(list);
            return;
        }

        if (context.Making is EglListInTheMaking making)
        {
            CutList(making: making, context: context, command: EglListCommand.CallList, argument: list);
            return;
        }

        if (_nesting == DeepestNesting)
        {
            return; // section 5.4: calls beyond the limit are ignored
        }

        _nesting++;
        gl.CallList(list);
        foreach (EglListGroup.Cut cut in cuts)
        {
            PlayStep(context, cut.Step);
            gl.CallList(cut.Piece);
        }

        _nesting--;
    }

    /// <summary>glCallLists.</summary>
    public void CallLists(int count, uint type, void* names)
    {
        int bytes = ListNames.BytesOf(type);
        if (Guest is not { Lists.Lists.Count: > 0 } || bytes == 0 || count <= 0)
        {
            gl.CallLists(count, type, names);
            return;
        }

        // The guest has sent as many bytes as the type and the count ask for: the door has checked that.
        var all = new ReadOnlySpan<byte>(names, checked(count * bytes));
        uint first = (uint)gl.GetInteger(GL_LIST_BASE);
        for (int i = 0; i < count; i++)
        {
            CallList(first + ListNames.ReadName(type, all.Slice(i * bytes, bytes)));
        }
    }

    /// <summary>glDeleteLists.</summary>
    public void DeleteLists(uint first, int count)
    {
        gl.DeleteLists(first, count);
        if (Guest is { Lists.Lists.Count: > 0 } context && count > 0)
        {
            foreach (uint list in context.Lists.Lists.Keys.Where(list => list - first < (uint)count).ToArray())
            {
                DeletePieces(context.Lists, list);
            }
        }
    }

    /// <summary>Ends the piece that the driver is making, and begins another after what lies between.</summary>
    private void CutList(EglContext context, EglListInTheMaking making, EglListCommand command, uint argument, float value = 0)
    {
        gl.EndList();
        var step = new EglListStep(command, argument, value, making.TakePushed());
        var cut = new EglListGroup.Cut(step, context.Lists.NextPiece++);
        making.Cuts.Add(cut);
        if (making.Mode == GL_COMPILE_AND_EXECUTE)
        {
            context.Making = null;
            PlayStep(context, step with { Pushed = [] }); // its glPushAttrib commands were carried out as they came
            context.Making = making;
        }

        gl.NewList(cut.Piece, making.Mode);
    }

    private void PlayStep(EglContext context, EglListStep step)
    {
        foreach (uint mask in step.Pushed)
        {
            context.Saved.Push((mask, context.DrawBuffer, context.ReadBuffer));
        }

        switch (step.Command)
        {
            case EglListCommand.DrawBuffer:
                DrawBuffer(step.Argument);
                break;
            case EglListCommand.ReadBuffer:
                ReadBuffer(step.Argument);
                break;
            case EglListCommand.PopAttrib:
                PopAttrib();
                break;
            case EglListCommand.Accum:
                Accum(step.Argument, step.Value);
                break;
            case EglListCommand.ClearAccumulation when HasAccumulation():
                accumulation.ClearBuffer();
                break;
            case EglListCommand.CallList:
                CallList(step.Argument);
                break;
        }
    }

    private void DeletePieces(EglListGroup lists, uint list)
    {
        if (lists.Lists.Remove(list, out List<EglListGroup.Cut>? cuts))
        {
            foreach (EglListGroup.Cut cut in cuts)
            {
                gl.DeleteLists(cut.Piece, 1);
            }
        }
    }
}
