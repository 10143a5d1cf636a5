using System.Globalization;
using System.Text.RegularExpressions;
using Vmgl.Generator.Model;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>The spec of this tree, and what was made of it.</summary>
public sealed partial class TreeTests
{
    private static readonly Lazy<Loaded> s_tree = new(() => Loaded.ReadTree(Checkout.Root));

    [Fact]
    public void GeneratedFiles_InTheTree_AreUpToDate() =>
        Assert.Empty(TreeWriter.CompareFiles(Checkout.Root, Output.EmitAll(s_tree.Value), Output.Folders));

    [Fact]
    public void FixedCommands_AreNoLongerThanTheRoomForDroppedOnes()
    {
        Match longest = LongestFixed().Match(File.ReadAllText(Checkout.PathOf("native/vmgl.h")));
        Assert.True(longest.Success);

        int limit = int.Parse(longest.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.All(s_tree.Value.Commands.Where(c => c.Travels && c.IsFixed), command => Assert.InRange(command.FixedBytes, 4, limit));
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    [InlineData("1.2")]
    [InlineData("1.3")]
    [InlineData("1.4")]
    [InlineData("1.5")]
    public void Version_HasEveryCommandClassified(string version)
    {
        Assert.Contains(version, s_tree.Value.Spec.Versions.Select(known => known.Version));
        Assert.Empty(Required("GL_VERSION_" + version.Replace('.', '_')).Except(Known()));
    }

    [Fact]
    public void Extensions_HaveEveryCommandClassified()
    {
        string[] extensions = [.. s_tree.Value.Spec.Extensions.Where(e => e.Rule is null && !e.Unregistered).Select(e => e.Name)];
        Assert.True(extensions.Length > 40);
        Assert.All(extensions, extension => Assert.Empty(Required(extension).Except(Known())));
    }

    [Fact]
    public void Explain_OfACommand_ShowsStationsThatAreThere()
    {
        using var said = new StringWriter();

        Assert.Equal(0, Explain.Run(s_tree.Value, "glBindTexture", said));

        List<Match> stations = Station().Matches(said.ToString()).ToList();
        Assert.Equal(["1 spec", "2 wire view", "3 C entry", "4 replay handler", "5 mirror rule", "6 object table", "7 state rule",
            "8 test sample"], stations.Select(s => s.Groups["name"].Value));
        Assert.All(stations, station =>
        {
            string[] lines = Checkout.Lines(station.Groups["file"].Value);
            int line = int.Parse(station.Groups["line"].Value, CultureInfo.InvariantCulture);
            Assert.Contains("BindTexture", lines[line - 1], StringComparison.Ordinal);
        });
    }

    /// <summary>What a person wrote is shown too: the thinking behind a command is there.</summary>
    [Theory]
    [InlineData("glDrawArrays", "guest body")]
    [InlineData("glBeginQuery", "host handler")]
    [InlineData("glBeginQuery", "object table")]
    [InlineData("glGetQueryObjectuiv", "object table")]
    public void Explain_OfACommandWithCodeByHand_ShowsIt(string name, string station)
    {
        using var said = new StringWriter();

        Assert.Equal(0, Explain.Run(s_tree.Value, name, said));
        Match found = Assert.Single(Station().Matches(said.ToString()), match =>
            match.Groups["name"].Value.EndsWith(station, StringComparison.Ordinal));
        string line = Checkout.Lines(found.Groups["file"].Value)[int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture) - 1];
        Assert.Contains("    " + line.Trim(), said.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Catches a bug where the last sample of a file was shown with the brace that closes the file's class.</summary>
    [Fact]
    public void Explain_OfAFilesLastSample_EndsWithItsOwnBrace()
    {
        using var said = new StringWriter();
        string last = s_tree.Value.Commands.Last(command => command.Travels && command.Area == "textures").Name;

        Assert.Equal(0, Explain.Run(s_tree.Value, last, said));
        Assert.EndsWith("    }\n", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n}", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(said.ToString().Count(c => c == '{'), said.ToString().Count(c => c == '}'));
    }

    /// <summary>CONTRIBUTING.md shows what <c>explain</c> prints. To write it anew: VMGL_WRITE_GOLDENS=1.</summary>
    [Fact]
    public void Contributing_ShowsWhatExplainPrints()
    {
        const string Command = "    $ dotnet run --project src/Vmgl.Generator -- explain glBindTexture\n";
        using var said = new StringWriter();
        Assert.Equal(0, Explain.Run(s_tree.Value, "glBindTexture", said));
        string shown = string.Concat(said.ToString().Split('\n').Where(line => line.Length > 0)
            .Select(line => $"    {LineNumber().Replace(line, "$1")}\n"));
        string path = Checkout.PathOf("CONTRIBUTING.md");
        string text = File.ReadAllText(path);
        int from = text.IndexOf(Command, StringComparison.Ordinal) + Command.Length;
        int end = text.IndexOf("\n\n", from, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("VMGL_WRITE_GOLDENS") == "1")
        {
            File.WriteAllText(path, text[..from] + shown + text[end..]);
            return;
        }

        Assert.Equal(shown, text[from..end]);
    }

    [Fact]
    public void Explain_OfAnotherName_ShowsTheCommand()
    {
        using var said = new StringWriter();

        Assert.Equal(0, Explain.Run(s_tree.Value, "glBindTextureEXT", said));
        Assert.Contains("void glBindTexture(GLenum target, GLuint texture)", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_OfEveryFortiethCommand_FindsWhatItNames() =>
        Assert.All(s_tree.Value.Commands.Where((_, i) => i % 40 == 0).Select(command => command.Name),
            Explain_OfACommandOfGlx_FindsWhatItNames);

    /// <summary>Catches a bug where commands that never travel were asked for their layout, and crashed.</summary>
    [Theory]
    [InlineData("glXCreateContext")]
    [InlineData("glXGetProcAddress")]
    public void Explain_OfACommandOfGlx_FindsWhatItNames(string name)
    {
        using var said = new StringWriter();
        Assert.Equal(0, Explain.Run(s_tree.Value, name, said));
        Assert.DoesNotContain(":0\n", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("glDeleteLists", "src/Vmgl.GuestShim/Gl/DisplayLists.cs:", "        stream.TouchesLists();")]
    [InlineData("glTexImage2D", "src/Vmgl.GuestShim/Generated/Teximages.g.cs:", "            sent.SendPixels(stream);")]
    public void Explain_OfAClientCommand_ShowsTheGuestsBody(string name, string file, string line)
    {
        using var said = new StringWriter();
        Assert.Equal(0, Explain.Run(s_tree.Value, name, said));
        Assert.Contains($" guest body  {file}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains(line, said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_OfNoCommand_SaysSo()
    {
        using var said = new StringWriter();

        Assert.Equal(1, Explain.Run(s_tree.Value, "glVertex9f", said));
        Assert.Equal("glVertex9f: no line of spec/ has this command\n", said.ToString());
    }

    private static List<string> Required(string by) => s_tree.Value.Registry.RequiredBy[by];

    private static HashSet<string> Known() => [.. s_tree.Value.Commands.SelectMany(c => c.Also.Prepend(c.Name))];

    /// <summary>A line number behind a file's name: it moves with every change above it.</summary>
    [GeneratedRegex(@"(\.(?:cs|c|spec)):\d+")]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"VMGL_LONGEST_FIXED = (\d+)")]
    private static partial Regex LongestFixed();

    [GeneratedRegex(@"^(?<name>\d [\w ]+?)  (?<file>\S+):(?<line>\d+)(, by hand)?$", RegexOptions.Multiline)]
    private static partial Regex Station();
}
