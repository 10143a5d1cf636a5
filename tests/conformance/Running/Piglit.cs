using Vmgl.Conformance.Selection;

namespace Vmgl.Conformance.Running;

/// <summary>Piglit as it is installed.</summary>
/// <param name="Root">The folder that has bin and tests.</param>
internal sealed record Piglit(string Root)
{
    private static readonly string[] s_places = ["/usr/lib/x86_64-linux-gnu/piglit", "/usr/lib/piglit", "/usr/local/lib/piglit"];

    /// <summary>Where it is; PIGLIT_ROOT names another place.</summary>
    /// <exception cref="SetupException">It is not installed.</exception>
    public static Piglit Find()
    {
        string? named = Environment.GetEnvironmentVariable("PIGLIT_ROOT");
        string[] places = string.IsNullOrEmpty(named) ? s_places : [named];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "tests", "quick_gl.xml.gz"))) is { } root
            ? new Piglit(root)
            : throw new SetupException($"piglit is missing (looked in {string.Join(", ", places)}): run `scripts/install-deps.sh conformance`");
    }

    /// <summary>The tests of a profile.</summary>
    /// <exception cref="SetupException">There is no such profile.</exception>
    public List<PiglitTest> Profile(string name)
    {
        if (name == SelectionRules.Assembly)
        {
            return Selection.Profile.ReadAssembly(Root);
        }

        string path = Path.Combine(Root, "tests", $"{name}.xml.gz");
        return File.Exists(path) ? Selection.Profile.ReadFile(path) : throw new SetupException($"piglit has no profile {path}: selection.txt names it");
    }

    /// <summary>What to run for a test; null if its program is not installed.</summary>
    public IReadOnlyList<string>? CommandOf(PiglitTest test)
    {
        string program = Path.Combine(Root, "bin", test.Program);
        return File.Exists(program) ? [program, .. test.Arguments.Select(Locate)] : null;
    }

    private string Locate(string argument) =>
        argument.StartsWith("tests/", StringComparison.Ordinal) || argument.StartsWith("generated_tests/", StringComparison.Ordinal)
            ? Path.Combine(Root, argument)
            : argument;
}

/// <summary>Something is missing that has to be there before a test can run; the message says what to do.</summary>
internal sealed class SetupException(string message) : Exception(message);

/// <summary>Forwarding does not take effect: nothing that would be measured means anything.</summary>
internal sealed class ProofException(string message) : Exception(message);
