namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Writes a question that carries this token.</summary>
public delegate void QuestionWriter(Span<byte> to, uint token);

/// <summary>A host that can be asked while nothing else is sent: when contents are read back.</summary>
public interface IHostQuestions
{
    /// <summary>Sends what is written so far, and this question behind it; the reply's payload, empty when GL gave none.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    byte[] Ask(int bytes, QuestionWriter write);

    /// <summary>Where commands go.</summary>
    RebuildWriter Writer { get; }
}

/// <summary>The host went away while it was asked.</summary>
public sealed class HostLostException(string why) : Exception(why);
