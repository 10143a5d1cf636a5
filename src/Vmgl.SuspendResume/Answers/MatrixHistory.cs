using System.Runtime.InteropServices;

namespace Vmgl.SuspendResume.Answers;

/// <summary>The commands that made a matrix, as a number of 128 bits. The same commands make the same of the same matrix (GL 2.1 appendix
/// A.1, "Repeatability"), and so an answer that was given then is the answer now, to the last bit.</summary>
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

    /// <summary>A command changes the top of a stack.</summary>
    /// <param name="loads">Whether it is replaced, and not multiplied.</param>
    public void ApplyCommand(int matrix, bool loads, ReadOnlySpan<byte> command) =>
        _tops[matrix] = MixCommand(loads ? UInt128.Zero : _tops[matrix], command);

    /// <summary>A matrix becomes unknown.</summary>
    public void ForgetTop(int matrix) => _tops[matrix] = new UInt128(ulong.MaxValue, ++_fresh);

    /// <summary>A stack becomes unknown, with its top.</summary>
    public void ForgetStack(int matrix)
    {
        ForgetTop(matrix);
        _saved[matrix].Clear();
    }

    public void ForgetAll()
    {
        for (int matrix = 0; matrix < Count; matrix++)
        {
            ForgetStack(matrix);
        }
    }

    /// <summary>The top is surely pushed.</summary>
    public void PushTop(int matrix) => _saved[matrix].Add(_tops[matrix]);

    /// <summary>What lies below the top is no longer known.</summary>
    public void ForgetSaved(int matrix) => _saved[matrix].Clear();

    /// <summary>The last push is surely popped.</summary>
    public void PopTop(int matrix)
    {
        List<UInt128> saved = _saved[matrix];
        if (saved.Count == 0)
        {
            ForgetTop(matrix);
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

    public void LearnAnswer(int matrix, AnswerForm form, ReadOnlySpan<double> values)
    {
        if (_answers.Count >= MostAnswers)
        {
            _answers.Clear();
        }

        _answers[(matrix, form, _tops[matrix])] = values.ToArray();
    }

    /// <summary>Two multiplicative hashes with different constants, word by word; the length of a command is in its head.</summary>
    private static UInt128 MixCommand(UInt128 before, ReadOnlySpan<byte> command)
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
