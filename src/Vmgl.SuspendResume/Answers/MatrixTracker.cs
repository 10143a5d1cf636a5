namespace Vmgl.SuspendResume.Answers;

/// <summary>Matrix stacks (GL 2.1 section 2.11.2): the histories of the modelview and the projection matrix.</summary>
internal sealed class MatrixTracker(KnownState state)
{
    /// <summary>How deep the stacks are at least (GL 2.1 table 6.31).</summary>
    private const int LeastModelviewDepth = 32;
    private const int LeastProjectionDepth = 2;

    /// <summary>The commands that made the matrices.</summary>
    public MatrixHistory History { get; } = new();

    /// <summary>The top of the current stack changes.</summary>
    /// <param name="loads">Whether it is replaced, and not multiplied.</param>
    public void TransformMatrix(bool loads, ReadOnlySpan<byte> command)
    {
        (bool known, int matrix) = FindCurrent();
        for (int i = 0; i < MatrixHistory.Count; i++)
        {
            if (!known || (i == matrix && state.IsDoubtful))
            {
                History.ForgetTop(i);
            }
            else if (i == matrix)
            {
                History.ApplyCommand(i, loads, command);
            }
        }
    }

    /// <summary>glPushMatrix.</summary>
    public void PushMatrix()
    {
        (bool known, int matrix) = FindCurrent();
        for (int i = 0; i < MatrixHistory.Count; i++)
        {
            if (known && i != matrix)
            {
                continue;
            }

            bool? hasRoom = known ? state.HasRoom(DepthCell(i), MostCell(i), LeastDepth(i)) : null;
            if (hasRoom is null)
            {
                state.ForgetCell(DepthCell(i));
                History.ForgetSaved(i);
            }
            else if (hasRoom.Value)
            {
                History.PushTop(i);
                state.Values[DepthCell(i)].A++;
            }
        }
    }

    /// <summary>glPopMatrix.</summary>
    public void PopMatrix()
    {
        (bool known, int matrix) = FindCurrent();
        for (int i = 0; i < MatrixHistory.Count; i++)
        {
            if (known && i != matrix)
            {
                continue;
            }

            if (!known || state.IsDoubtful || state.FindInteger(DepthCell(i)) is not int depth)
            {
                state.ForgetCell(DepthCell(i));
                History.ForgetStack(i);
            }
            else if (depth > 1)
            {
                History.PopTop(i);
                state.Values[DepthCell(i)].A = depth - 1;
            }
        }
    }

    /// <summary>The tracked matrix that glMatrixMode chose; -1 for another one.</summary>
    private (bool IsKnown, int Matrix) FindCurrent() => (uint?)state.FindInteger(StateCell.MatrixMode) switch
    {
        GL_MODELVIEW => (true, 0),
        GL_PROJECTION => (true, 1),
        GL_TEXTURE => (true, -1),
        _ => (false, -1),
    };

    private static int DepthCell(int matrix) => matrix == 0 ? StateCell.ModelviewStackDepth : StateCell.ProjectionStackDepth;

    private static int MostCell(int matrix) => matrix == 0 ? StateCell.MaxModelviewStackDepth : StateCell.MaxProjectionStackDepth;

    private static int LeastDepth(int matrix) => matrix == 0 ? LeastModelviewDepth : LeastProjectionDepth;
}
