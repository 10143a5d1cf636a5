using System.Text.RegularExpressions;
using Vmgl.Generator.Model;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>Commands that code names by hand, which the spec should name. Both counts may only fall.</summary>
public sealed partial class HandNamedTests
{
    /// <summary>By file of the mirrors: how often it names an opcode, and why that is not the spec's affair.</summary>
    private static readonly Dictionary<string, (int Most, string Reason)> s_opcodes = new()
    {
        ["Rebuild/Contexts/ColorTracking.cs"] = (1, "whether a kept command enables or disables"),
        ["Rebuild/Contexts/ContextMirror.cs"] = (1, "whether a kept command enables or disables"),
        ["Rebuild/Contexts/InitialValues.cs"] = (3, "the commands that set initial values, written by selector"),
        ["Rebuild/Contexts/MatrixProduct.cs"] = (2, "the two matrix commands that GL may refuse for their values"),
        ["Rebuild/Contexts/Selectors.cs"] = (2, "the commands of two selectors, which are compared by reference"),
        ["Rebuild/Contexts/SessionMirror.cs"] = (3, "glGetError takes the error away; viewport and scissor box come from the host"),
        ["Rebuild/Contexts/SlotCommands.cs"] = (1, "whether a command enables or disables"),
        ["Rebuild/Textures/Texture.cs"] = (3, "the form of the number in a kept parameter"),
    };

    /// <summary>By hand-written file: how many functions of GL its code names. What they are for stands in
    /// <see cref="HouseTests"/>.</summary>
    private static readonly Dictionary<string, int> s_functions = new()
    {
        ["src/Vmgl.Generator/Emit/StateTables.cs"] = 1,
        ["src/Vmgl.Generator/Model/StateModel.cs"] = 1,
        ["src/Vmgl.Stub/Backends/Egl/EglBackend.cs"] = 1,
        ["src/Vmgl.Stub/Backends/Egl/EglEntryPoints.cs"] = 21,
        ["src/Vmgl.Stub/Backends/Egl/EglGl.cs"] = 29,
        ["src/Vmgl.Stub/Backends/Glx/GlxLibrary.cs"] = 29,
        ["src/Vmgl.Stub/Backends/Glx/GlxProbe.cs"] = 1,
        ["src/Vmgl.Stub/Backends/Glx/GlxSurfaces.cs"] = 3,
    };

    [Fact]
    public void Opcodes_AreNamedByHandInFewPlacesOfTheMirrors()
    {
        Dictionary<string, int> found = SourceTree.Files.Where(file =>
            file.Path.StartsWith("src/Vmgl.SuspendResume/", StringComparison.Ordinal))
            .ToDictionary(file => file.Path["src/Vmgl.SuspendResume/".Length..], file => Opcode().Count(Code(file.Path)))
            .Where(file => file.Value > 0).ToDictionary();

        Assert.Empty(found.Where(file => file.Value > s_opcodes.GetValueOrDefault(file.Key).Most)
            .Select(file => $"{file.Key} names {file.Value} opcodes: let the spec say what is special about them (docs/decisions/0003-spec.md)"));
        Assert.Empty(s_opcodes.Where(file => file.Value.Most > found.GetValueOrDefault(file.Key))
            .Select(file => $"{file.Key} names {found.GetValueOrDefault(file.Key)} opcodes by now, not {file.Value.Most}: lower its number"));
        Assert.All(s_opcodes, file => Assert.NotEmpty(file.Value.Reason));
    }

    [Fact]
    public void FunctionsOfGl_AreNamedByHandInNoMorePlaces()
    {
        HashSet<string> known = [.. Loaded.ReadTree(Checkout.Root).Commands.Where(c => !c.IsOwn).SelectMany(c => c.Also.Prepend(c.Name))];
        Dictionary<string, int> found = SourceTree.Files
            .ToDictionary(file => file.Path, file => Function().Matches(Code(file.Path)).Select(match => match.Value).Where(known.Contains)
            .Distinct().Count())
            .Where(file => file.Value > 0).ToDictionary();

        Assert.Empty(found.Where(file => file.Value > s_functions.GetValueOrDefault(file.Key))
            .Select(file => $"{file.Key} names {file.Value} functions of GL"));
        Assert.Empty(s_functions.Where(file => file.Value > found.GetValueOrDefault(file.Key))
            .Select(file => $"{file.Key} names {found.GetValueOrDefault(file.Key)} functions by now, not {file.Value}: lower its number"));
    }

    /// <summary>A file without its comments.</summary>
    private static string Code(string path) => Comment().Replace(File.ReadAllText(Checkout.PathOf(path)), "");

    [GeneratedRegex(@"\bOpcode\.[A-Z]\w*")]
    private static partial Regex Opcode();

    [GeneratedRegex(@"\bgl[A-Z]\w*")]
    private static partial Regex Function();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
