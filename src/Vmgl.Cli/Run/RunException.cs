namespace Vmgl.Cli.Run;

/// <summary>The program cannot be run. The message is the one line for the user.</summary>
internal sealed class RunException : Exception
{
    public RunException() { }

    public RunException(string message) : base(message) { }

    public RunException(string message, Exception innerException) : base(message, innerException) { }
}
