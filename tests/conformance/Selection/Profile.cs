using System.IO.Compression;
using System.Xml.Linq;

namespace Vmgl.Conformance.Selection;

/// <summary>Reads piglit's test profiles. Tests that cannot run on GLX, or need OpenGL ES, are left out.</summary>
internal static class Profile
{
    private const string Platform = "glx";

    /// <summary>Reads all tests of a compressed profile.</summary>
    public static List<PiglitTest> ReadFile(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        return Read(file);
    }

    /// <summary>Reads all tests of a profile.</summary>
    public static List<PiglitTest> Read(Stream xml) =>
        [.. XDocument.Load(xml).Descendants("Test").Select(ReadTest).OfType<PiglitTest>()];

    /// <summary>Creates one test for each assembly program below <paramref name="root"/>/tests and /generated_tests, because no profile of
    /// the Debian package contains them.</summary>
    public static List<PiglitTest> ReadAssembly(string root)
    {
        IEnumerable<PiglitTest> tests = from top in new[] { "tests", "generated_tests" }
                                        let folder = Path.Combine(root, top, "asmparsertest", "shaders")
                                        where Directory.Exists(folder)
                                        from file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
                                        select CreateAssemblyTest(Path.GetRelativePath(root, file));
        return [.. tests.OrderBy(test => test.Name, StringComparer.Ordinal)];
    }

    private static PiglitTest CreateAssemblyTest(string file)
    {
        string language = Path.GetFileName(Path.GetDirectoryName(file)!);
#pragma warning disable CA1308 // piglit's names are in lower case
        string name = $"asmparsertest@{language}@{Path.GetFileName(file)}".ToLowerInvariant();
#pragma warning restore CA1308
        return new PiglitTest(name, "asmparsertest", [language, file], new Dictionary<string, string>());
    }

    private static PiglitTest? ReadTest(XElement test)
    {
        List<string> Option(string name) => PythonList.Parse(
            test.Elements("option").FirstOrDefault(option => option.Attribute("name")?.Value == name)?.Attribute("value")?.Value ?? "");

        List<string> command = [.. Option("command").Where(word => word is not "-auto" and not "-fbo")];
        List<string> required = Option("require_platforms");
        if (command.Count == 0 || command[0].Contains("_gles", StringComparison.Ordinal)
            || (required.Count > 0 && !required.Contains(Platform)) || Option("exclude_platforms").Contains(Platform))
        {
            return null;
        }

        // Without -fbo the test draws into a window of its own: windows are part of what is tested.
        if (test.Attribute("type")?.Value is "gl" or "shader")
        {
            command.Add("-auto");
        }

        Dictionary<string, string> environment = test.Descendants("env")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Attribute("value")!.Value);
        return new PiglitTest(test.Attribute("name")!.Value, command[0], command[1..], environment);
    }
}
