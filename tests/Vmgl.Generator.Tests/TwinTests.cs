using Vmgl.Generator.Emit;
using Vmgl.Generator.Model;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>What the words make of a line that no command of the tree needs yet: twins, libraries and APIs. To write the goldens anew:
/// VMGL_WRITE_GOLDENS=1.</summary>
public sealed class TwinTests
{
    private const string Twins = """
        area tiny "Tiny"
        0x0001 append glTexParameterfv params=light(pname) attachments effect=object(target,pname)
        0x0002 append glTextureParameterfv twin=glTexParameterfv(Texture:texture)
        0x0003 append glTexStorage2D effect=object(target)
        0x0004 append glTextureStorage2D twin=glTexStorage2D(Texture:texture)
        method SetParameter glTexParameter*
        """;

    private const string Libraries = """
        area tiny "Tiny"
        0x0001 append glVertex3f effect=draw
        area small "Small" library=GLESv2 api=gles2
        0x0002 append glReleaseShaderCompiler effect=draw
        0x0003 append glDepthRangef effect=draw
        """;

    [Fact]
    public void Twin_OfACommandThatIsBound_CostsOneLine()
    {
        var tiny = new Tiny(Twins);
        TableModel tables = tiny.Tables;
        var text = new CodeWriter();
        text.Line(Twins);
        foreach (Command twin in tiny.Commands.Where(command => command.Twin is not null))
        {
            text.Line($"\n==== {twin.Name} ====\n{string.Join('\n', WireViews.DrawLayout(twin))}\nfor the {twin.Effect!.Object!.Kind.Name} that {twin.Effect.Object.Name} names");
            CEntries.EmitEntry(text, twin);
        }

        text.Line($"\n==== interface ====\n{ObjectCommands.Interfaces(tables)}");
        text.Line($"==== dispatch ====\n{string.Join('\n', tiny.Commands.Select(command => ObjectCommands.Case(command, tables.FoldOf(command)!)))}");
        Compare("twins", text.ToString());
    }

    [Fact]
    public void Libraries_ExportTheNamesOfTheirAreas()
    {
        var tiny = new Tiny(Libraries);
        Checks.CheckAll(tiny.Commands, tiny.Spec, Tiny.Registry, new Dictionary<string, ushort>());
        Compare("libraries", string.Concat(new[] { "GL", "GLESv2",
            "EGL" }.Select(library => $"==== {library} ====\n{CTables.VersionScript(tiny.Commands, library)}")));
        Assert.Equal(["gl", "gles2", "gles2"], tiny.Commands.Select(command => command.Api));
    }

    private static void Compare(string name, string text)
    {
        string golden = Checkout.PathOf($"tests/Vmgl.Generator.Tests/Goldens/{name}.txt");
        if (Environment.GetEnvironmentVariable("VMGL_WRITE_GOLDENS") == "1")
        {
            File.WriteAllText(golden, text);
        }

        Assert.Equal(File.ReadAllText(golden), text);
    }
}
