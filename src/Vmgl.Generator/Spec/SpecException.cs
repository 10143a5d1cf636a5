namespace Vmgl.Generator.Spec;

/// <summary>The spec says something that cannot be. The message begins with file and line, as compilers do.</summary>
public sealed class SpecException : Exception
{
    public SpecException() { }

    public SpecException(string message) : base(message) { }

    public SpecException(string message, Exception innerException) : base(message, innerException) { }

    public SpecException(Place place, string message) : base($"{place}: {message}") { }
}

/// <summary>A line of a spec file.</summary>
public readonly record struct Place(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
