using Vmgl.Conformance.Selection;

namespace Vmgl.Conformance.Running;

/// <summary>The installed piglit.</summary>
/// <param name="Root">The folder that contains bin and tests.</param>
internal sealed record Piglit(string Root)
{
    private static readonly string[] s_places = ["/usr/lib/x86_64-linux-gnu/piglit", "/usr/lib/piglit", "/usr/local/lib/piglit"];

    /// <summary>Finds piglit in the usual folders, or in PIGLIT_ROOT if it is set.</summary>
    /// <exception cref="SetupException">Piglit is not installed.</exception>
    public static Piglit Find()
    {
        string? named = Environment.GetEnvironmentVariable("PIGLIT_ROOT");
        string[] places = string.IsNullOrEmpty(named) ? s_places : [named];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "tests", "quick_gl.xml.gz"))) is { } root
            ? new Piglit(root)
            : throw new SetupException($"piglit is missing (looked in {string.Join(", ", places)}): run `scripts/install-deps.sh conformance`");
    }

    /// <summary>Reads the tests of a profile.</summary>
    /// <exception cref="SetupException">The profile does not exist.</exception>
    public List<PiglitTest> ReadProfile(string name)
    {
        if (name == SelectionRules.Assembly)
        {
            return Selection.Profile.ReadAssembly(Root);
        }

        string path = Path.Combine(Root, "tests", $"{name}.xml.gz");
        return File.Exists(path) ? Selection.Profile.ReadFile(path)
            : throw new SetupException($"selection.txt names a profile that piglit does not have: {path}");
    }

    /// <summary>The command line of a test; null if its program is not installed.</summary>
    public IReadOnlyList<string>? CommandOf(PiglitTest test)
    {
        string program = Path.Combine(Root, "bin", test.Program);
        return File.Exists(program) ? [program, .. test.Arguments.Select(LocateFile)] : null;
    }

    private string LocateFile(string argument) =>
        argument.StartsWith("tests/", StringComparison.Ordinal) || argument.StartsWith("generated_tests/", StringComparison.Ordinal)
            ? Path.Combine(Root, argument)
            : argument;
}

/// <summary>A prerequisite of the tests is missing; the message states the remedy.</summary>
internal sealed class SetupException(string message) : Exception(message);

/// <summary>Forwarding does not take effect, so no result would mean anything.</summary>
internal sealed class ProofException(string message) : Exception(message);
