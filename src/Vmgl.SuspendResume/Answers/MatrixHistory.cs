using System.Runtime.InteropServices;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Answers;

/// <summary>Which commands made a matrix what it is, as a number of 128 bits. What the same commands made of the same matrix before, they
/// make of it again (GL 2.1 appendix A.1, "Repeatability"), and so an answer that was given then is the answer now, to the last bit.</summary>
/// <remarks>Matrices are never multiplied here: the driver's rounding is its own.</remarks>
internal sealed class MatrixHistory
{
    /// <summary>Matrices that are followed: modelview and projection.</summary>
    public const int Count = 2;

    /// <summary>Answers kept before all are dropped.</summary>
    private const int MostAnswers = 1024;

    private readonly UInt128[] _tops = new UInt128[Count];
    private readonly List<UInt128>[] _saved = [[], []];
    private readonly Dictionary<(int Matrix, AnswerForm Form, UInt128 History), double[]> _answers = [];
    private ulong _fresh;

    public MatrixHistory() => ForgetAll();

    /// <summary>A command changed the top of a stack.</summary>
    public void Apply(int matrix, Opcode opcode, ReadOnlySpan<byte> command)
    {
        bool replaces = opcode is Opcode.LoadIdentity or Opcode.LoadMatrixf or Opcode.LoadMatrixd
            or Opcode.LoadTransposeMatrixf or Opcode.LoadTransposeMatrixd;
        _tops[matrix] = Mix(replaces ? UInt128.Zero : _tops[matrix], command);
    }

    /// <summary>A matrix became something unknown.</summary>
    public void Forget(int matrix) => _tops[matrix] = new UInt128(ulong.MaxValue, ++_fresh);

    /// <summary>A stack became something unknown, top and all.</summary>
    public void ForgetStack(int matrix)
    {
        Forget(matrix);
        _saved[matrix].Clear();
    }

    public void ForgetAll()
    {
        for (int matrix = 0; matrix < Count; matrix++)
        {
            ForgetStack(matrix);
        }
    }

    /// <summary>The stack surely took the top.</summary>
    public void Push(int matrix) => _saved[matrix].Add(_tops[matrix]);

    /// <summary>What lies below the top is no longer known.</summary>
    public void ForgetSaved(int matrix) => _saved[matrix].Clear();

    /// <summary>The stack surely gave back what was pushed last.</summary>
    public void Pop(int matrix)
    {
        List<UInt128> saved = _saved[matrix];
        if (saved.Count == 0)
        {
            Forget(matrix);
            return;
        }

        _tops[matrix] = saved[^1];
        saved.RemoveAt(saved.Count - 1);
    }

    /// <summary>The sixteen values of a matrix; false when this history was never asked about.</summary>
    public bool TryAnswer(int matrix, AnswerForm form, Span<double> values)
    {
        if (!_answers.TryGetValue((matrix, form, _tops[matrix]), out double[]? known))
        {
            return false;
        }

        known.CopyTo(values);
        return true;
    }

    public void Learn(int matrix, AnswerForm form, ReadOnlySpan<double> values)
    {
        if (_answers.Count >= MostAnswers)
        {
            _answers.Clear();
        }

        _answers[(matrix, form, _tops[matrix])] = values.ToArray();
    }

    /// <summary>Two multiplicative hashes with different constants, word by word; the length of a command is in its head.</summary>
    private static UInt128 Mix(UInt128 before, ReadOnlySpan<byte> command)
    {
        (ulong high, ulong low) = ((ulong)(before >> 64), (ulong)before);
        foreach (uint word in MemoryMarshal.Cast<byte, uint>(command))
        {
            high = (high ^ word) * 0x9E3779B97F4A7C15;
            high ^= high >> 29;
            low = (low + word) * 0xC2B2AE3D27D4EB4F;
            low ^= low >> 31;
        }

        return new UInt128(high & (ulong.MaxValue >> 1), low);
    }
}
