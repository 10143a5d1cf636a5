using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Answers;

/// <summary>Stacks of attributes and matrices, and objects that go while they are bound (GL 2.1 sections 2.11.2, 3.8.12 and 6.1.14).</summary>
public sealed partial class StateMirror
{
    /// <summary>How deep the stacks are at least (GL 2.1 table 6.31).</summary>
    private const int LeastAttribDepth = 16;
    private const int LeastModelviewDepth = 32;
    private const int LeastProjectionDepth = 2;

    private const uint Modelview = 0x1700;
    private const uint Projection = 0x1701;
    private const uint TextureMatrix = 0x1702;

    // What glPushAttrib saved, the newest at _savedCount - 1; the arrays stay for the next push.
    private readonly List<Saved> _saved = [];
    private int _savedCount;

    private sealed class Saved
    {
        public uint Mask;
        public readonly KnownValue[] Cells = new KnownValue[StateCell.Scalars + (StateCell.PerUnit * Units)];
        public readonly bool[] ChangedInside = new bool[StateCell.Scalars + (StateCell.PerUnit * Units)];
    }

    // State that a push and pop within the current level left changed. Mesa 22 notes what changes in a level, to give back only that,
    // and loses these notes with the inner level: whether the outer glPopAttrib gives such state back is not sure.
    private readonly bool[] _changedInside = new bool[StateCell.Scalars + (StateCell.PerUnit * Units)];

    private void DropSaved() => _savedCount = 0;

    private partial void ApplyPushAttrib(ReadOnlySpan<byte> command)
    {
        switch (Room(StateCell.AttribStackDepth, StateCell.MaxAttribStackDepth, LeastAttribDepth))
        {
            case null:
                Forget(StateCell.AttribStackDepth);
                DropSaved();
                break;
            case true:
                if (_savedCount == _saved.Count)
                {
                    _saved.Add(new Saved());
                }

                Saved saved = _saved[_savedCount++];
                saved.Mask = new PushAttrib(command).Mask;
                _cells.CopyTo(saved.Cells, 0);
                _changedInside.CopyTo(saved.ChangedInside, 0);
                Array.Clear(_changedInside);
                _cells[StateCell.AttribStackDepth].A++;
                break;
            default:
                break; // GL_STACK_OVERFLOW
        }
    }

    private partial void ApplyPopAttrib(ReadOnlySpan<byte> command)
    {
        if (_doubts || Known(StateCell.AttribStackDepth) is not int depth)
        {
            ForgetAll();
            KnowCompiling();
            return;
        }

        if (depth == 0)
        {
            return; // GL_STACK_UNDERFLOW
        }

        Restore(_savedCount > 0 ? _saved[--_savedCount] : null);
        _cells[StateCell.AttribStackDepth].A = depth - 1;
    }

    /// <summary>Gives state back; without knowing what was saved, all that any bit covers becomes unknown.</summary>
    private void Restore(Saved? saved)
    {
        uint mask = saved?.Mask ?? uint.MaxValue;
        int units = FixedUnits;
        for (int place = 0; place < _cells.Length; place++)
        {
            CellRule rule = RuleAt(place);
            bool isSame = saved is not null && _cells[place].Equals(saved.Cells[place]);
            bool isLeft = !isSame;
            if ((rule.Groups & mask) != 0)
            {
                bool sure = saved is not null && !rule.IsUnsure && UnitAt(place) < units && (isSame || !_changedInside[place]);
                isLeft = !sure;
                _cells[place] = sure ? saved!.Cells[place] : default;
            }

            _changedInside[place] = isLeft || (saved?.ChangedInside[place] ?? false);
        }
    }

    /// <summary>Whether a stack takes one more: its depth against its largest one; null when that is unsure.</summary>
    private bool? Room(int depthCell, int mostCell, int least)
    {
        if (_doubts || Known(depthCell) is not int depth)
        {
            return null;
        }

        return Known(mostCell) is int most ? depth < most : depth < least ? true : null;
    }

    private void TransformMatrix(Opcode opcode, ReadOnlySpan<byte> command)
    {
        (bool known, int matrix) = CurrentMatrix();
        for (int i = 0; i < MatrixHistory.Count; i++)
        {
            if (!known || (i == matrix && _doubts))
            {
                _matrices.Forget(i);
            }
            else if (i == matrix)
            {
                _matrices.Apply(i, opcode, command);
            }
        }
    }

    private partial void ApplyPushMatrix(ReadOnlySpan<byte> command)
    {
        (bool known, int matrix) = CurrentMatrix();
        for (int i = 0; i < MatrixHistory.Count; i++)
        {
            if (known && i != matrix)
            {
                continue;
            }

            bool? room = known ? Room(DepthCell(i), MostCell(i), LeastDepth(i)) : null;
            if (room is null)
            {
                Forget(DepthCell(i));
                _matrices.ForgetSaved(i);
            }
            else if (room.Value)
            {
                _matrices.Push(i);
                _cells[DepthCell(i)].A++;
            }
        }
    }

    private partial void ApplyPopMatrix(ReadOnlySpan<byte> command)
    {
        (bool known, int matrix) = CurrentMatrix();
        for (int i = 0; i < MatrixHistory.Count; i++)
        {
            if (known && i != matrix)
            {
                continue;
            }

            if (!known || _doubts || Known(DepthCell(i)) is not int depth)
            {
                Forget(DepthCell(i));
                _matrices.ForgetStack(i);
            }
            else if (depth > 1)
            {
                _matrices.Pop(i);
                _cells[DepthCell(i)].A = depth - 1;
            }
        }
    }

    /// <summary>Which of the followed matrices glMatrixMode chose; -1 for another one.</summary>
    private (bool IsKnown, int Matrix) CurrentMatrix() => Known(StateCell.MatrixMode) switch
    {
        (int)Modelview => (true, 0),
        (int)Projection => (true, 1),
        (int)TextureMatrix => (true, -1),
        _ => (false, -1),
    };

    private static int DepthCell(int matrix) => matrix == 0 ? StateCell.ModelviewStackDepth : StateCell.ProjectionStackDepth;

    private static int MostCell(int matrix) => matrix == 0 ? StateCell.MaxModelviewStackDepth : StateCell.MaxProjectionStackDepth;

    private static int LeastDepth(int matrix) => matrix == 0 ? LeastModelviewDepth : LeastProjectionDepth;

    private partial void ApplyDeleteTextures(ReadOnlySpan<byte> command) =>
        ReleaseTextures(MemoryMarshal.Cast<byte, uint>(new DeleteTextures(command).Textures));

    private partial void ApplyDeleteTexturesEXT(ReadOnlySpan<byte> command) =>
        ReleaseTextures(MemoryMarshal.Cast<byte, uint>(new DeleteTexturesEXT(command).Textures));

    /// <summary>A deleted texture is unbound in this context; what a glPopAttrib will do about it is the driver's affair.</summary>
    private void ReleaseTextures(ReadOnlySpan<uint> names)
    {
        for (int place = StateCell.Scalars; place < _cells.Length; place++)
        {
            if (RuleAt(place).Form != StateForm.Name)
            {
                continue;
            }

            ref KnownValue bound = ref _cells[place];
            if (bound.Knows == Knowledge.Value && Contains(names, bound.A))
            {
                bound = _doubts ? default : new KnownValue { Knows = Knowledge.Value };
            }

            for (int i = 0; i < _savedCount; i++)
            {
                if (Contains(names, _saved[i].Cells[place].A))
                {
                    _saved[i].Cells[place] = default;
                }
            }
        }

        ForgetDrawable();
    }

    private static bool Contains(ReadOnlySpan<uint> names, double name) => name != 0 && names.Contains((uint)name);
}
