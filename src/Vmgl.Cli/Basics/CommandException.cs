namespace Vmgl.Cli.Basics;

/// <summary>A command cannot do what it was asked. The message is the one line for the user.</summary>
internal sealed class CommandException(string message) : Exception(message);
