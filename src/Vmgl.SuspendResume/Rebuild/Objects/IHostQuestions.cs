namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Writes a question that carries this token.</summary>
public delegate void QuestionWriter(Span<byte> to, uint token);

/// <summary>A host that answers questions while nothing else is sent: when contents are read back.</summary>
public interface IHostQuestions
{
    /// <summary>Sends the commands that are written so far, and a question behind them; returns the reply's payload, empty if GL gave
    /// none.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    byte[] AskQuestion(int bytes, QuestionWriter write);

    /// <summary>The writer of commands to the host.</summary>
    RebuildWriter Writer { get; }
}

/// <summary>The host was lost while it was asked.</summary>
public sealed class HostLostException(string why) : Exception(why);
