namespace Vmgl.Stub.Worker;

/// <summary>No back end could be opened. The message is one line for a person: what is wrong, where, and what to do.</summary>
internal sealed class BackendException : Exception
{
    public BackendException()
    {
    }

    public BackendException(string message)
        : base(message)
    {
    }

    public BackendException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
