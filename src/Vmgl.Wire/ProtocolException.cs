namespace Vmgl.Wire;

/// <summary>The other side sent bytes that break the protocol. It ends this guest's session and nothing else.</summary>
public sealed class ProtocolException : Exception
{
    public ProtocolException() { }

    public ProtocolException(string message) : base(message) { }

    public ProtocolException(string message, Exception innerException) : base(message, innerException) { }
}
