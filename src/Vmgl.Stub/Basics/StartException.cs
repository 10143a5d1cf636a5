namespace Vmgl.Stub.Basics;

/// <summary>The program cannot start. The message is the one line its user sees: the thing, what is wrong, what to do.</summary>
internal sealed class StartException : Exception
{
    public StartException() { }

    public StartException(string message) : base(message) { }

    public StartException(string message, Exception innerException) : base(message, innerException) { }
}
