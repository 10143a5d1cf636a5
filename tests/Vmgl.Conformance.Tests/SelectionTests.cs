using System.Text;
using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Tests;

/// <summary>Selection of tests by rules, and reading of their command lines from profiles.</summary>
public sealed class SelectionTests
{
    private const string Xml = """
        <PiglitTestList count="5" name="p">
          <Test type="gl" name="glx@sized"><option name="command" value="['copy', '-samples', &quot;it's 2&quot;, '-fbo']" />
            <option name="require_platforms" value="['glx', 'mixed_glx_egl']" /><environment><env name="vblank_mode" value="0" /></environment></Test>
          <Test type="shader" name="spec@a@s"><option name="command" value="['shader_runner', 'tests/s.shader_test']" /></Test>
          <Test type="shader" name="spec@es@s"><option name="command" value="['shader_runner_gles2', 'tests/s.shader_test']" /></Test>
          <Test type="glsl_parser" name="spec@a@p"><option name="command" value="['glslparsertest', 'tests/p.frag', 'fail', '1.10']" /></Test>
          <Test type="gl" name="wgl@w"><option name="command" value="['w']" /><option name="require_platforms" value="['wgl']" /></Test>
          <Test type="gl" name="spec@egl@e"><option name="command" value="['e']" /><option name="exclude_platforms" value="['glx']" /></Test>
        </PiglitTestList>
        """;

    [Fact]
    public void Profile_OnlyTestsOfGlx_AreReadWithTheirCommandLines()
    {
        List<PiglitTest> tests = Profile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Xml)));
        Assert.Equal(["glx@sized", "spec@a@s", "spec@a@p"], tests.Select(test => test.Name));
        Assert.Equal(["-samples", "it's 2", "-auto"], tests[0].Arguments);
        Assert.Equal("0", tests[0].Environment["vblank_mode"]);
        Assert.Equal(["tests/s.shader_test", "-auto"], tests[1].Arguments);
        Assert.Equal(["tests/p.frag", "fail", "1.10"], tests[2].Arguments);
    }

    [Theory]
    [InlineData("['a', 'b c']", "a|b c")]
    [InlineData("[\"it's\", 'say \\'x\\'']", "it's|say 'x'")]
    [InlineData("[]", "")]
    public void PythonList_Parsed(string literal, string expected) => Assert.Equal(expected, string.Join('|', PythonList.Parse(literal)));

    [Fact]
    public void PythonList_Unterminated_IsRefused() => Assert.Throws<FormatException>(() => PythonList.Parse("['a"));

    [Fact]
    public void Rules_TheLastMatchingOne_Decides()
    {
        var rules = SelectionRules.Parse(
            ["set one", "from p", "take spec@!opengl 1.?@*", "leave *@fbo-*", "take *@fbo-yes", "extensions", "from q", "take *"],
            ["GL_ARB_x"]);
        List<PiglitTest> tests = rules.SelectSet("one", profile => profile == "q"
            ? [TestData.CreateTest("q@1"), TestData.CreateTest("spec@!opengl 1.1@a")]
            : [.. new[] { "spec@!opengl 1.1@a", "spec@!OpenGL 1.4@fbo-no", "spec@!opengl 1.4@fbo-yes", "spec@!opengl 2.0@a", "spec@arb_x@a",
                "spec@arb_xy@a" }.Select(TestData.CreateTest)]);
        Assert.Equal(["spec@!opengl 1.1@a", "spec@!opengl 1.4@fbo-yes", "spec@arb_x@a", "q@1"], tests.Select(test => test.Name));
    }

    [Theory]
    [InlineData("take x")]
    [InlineData("set")]
    [InlineData("sample 0")]
    [InlineData("sample many")]
    [InlineData("choose x")]
    public void MalformedRule_NamesItsNumber(string line) =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => SelectionRules.Parse(["# comment", line], [])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Sample_EveryNthOfEachGroup_AlwaysAndNever()
    {
        var rules = SelectionRules.Parse(["sample 3", "always glx@*", "never a@b@3"], []);
        IEnumerable<string> names = Enumerable.Range(0, 7).SelectMany(i => new[] { $"a@b@{i}", $"glx@{i}" });
        string[] sample = [.. rules.DrawSample(names.Select(TestData.CreateTest)).Select(test => test.Name)];
        Assert.Equal(["a@b@0", "a@b@6"], sample.Where(name => name[0] == 'a'));
        Assert.Equal(7, sample.Count(name => name[0] == 'g'));
    }

    [Fact]
    public void CommittedFiles_AreWellFormed()
    {
        var rules = SelectionRules.Parse(Checkout.Lines("tests/conformance/selection.txt"), ["GL_ARB_multitexture"]);
        Assert.Equal(["gl1", "gl2"], rules.Names);
        Assert.NotNull(KnownDifferences.Parse(Checkout.Lines("tests/conformance/known-differences.txt")));
    }
}
