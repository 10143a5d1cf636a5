namespace Vmgl.Conformance.Selection;

/// <summary>One test of piglit and its command line.</summary>
/// <param name="Name">The name in piglit's profiles, for example <c>spec@!opengl 1.1@fog-modes</c>.</param>
/// <param name="Program">The name of a file in piglit's folder bin.</param>
/// <param name="Arguments">The arguments; paths among them are relative to piglit's folder.</param>
/// <param name="Environment">The variables that the test needs.</param>
internal sealed record PiglitTest(string Name, string Program, IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The name without its last part.</summary>
    public string Group => Name.LastIndexOf('@') is > 0 and int end ? Name[..end] : Name;
}
