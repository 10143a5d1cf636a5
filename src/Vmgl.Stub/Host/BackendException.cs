namespace Vmgl.Stub.Host;

/// <summary>The renderer cannot start. The message is one line for the user: the thing, what is wrong, what to do.</summary>
internal sealed class BackendException : Exception
{
    public BackendException() { }

    public BackendException(string message) : base(message) { }

    public BackendException(string message, Exception innerException) : base(message, innerException) { }
}
