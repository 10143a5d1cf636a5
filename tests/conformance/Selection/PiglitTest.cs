namespace Vmgl.Conformance.Selection;

/// <summary>One test of piglit and how it is started.</summary>
/// <param name="Name">As piglit's profiles name it, for example <c>spec@!opengl 1.1@fog-modes</c>.</param>
/// <param name="Program">A file of piglit's folder bin.</param>
/// <param name="Arguments">Files among them are relative to piglit's folder.</param>
/// <param name="Environment">Variables that this test wants.</param>
internal sealed record PiglitTest(string Name, string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The name without its last part.</summary>
    public string Group => Name.LastIndexOf('@') is > 0 and int end ? Name[..end] : Name;
}
