using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vmgl.Generator.Model;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>Every command that changes an object is folded by a table of the rebuilding mirror. That a table has a method for it, the
/// compiler sees.</summary>
public sealed class ObjectTableTests
{
    private static readonly string[] s_effects = ["object", "bracket", "generate", "delete", "bind"];

    /// <summary>Methods that fold nothing, each with its reason.</summary>
    private static readonly Dictionary<string, string> s_empty = new()
    {
        ["FoldLoadShaderBinary"] = "no driver of this field has a format for GLSL in binary form: GL refuses it",
    };

    private static readonly Lazy<Loaded> s_tree = new(() => Loaded.ReadTree(Checkout.Root));

    [Fact]
    public void Commands_ThatChangeObjects_AreEachFoldedByOneMethod()
    {
        List<Command> commands = [.. s_tree.Value.Commands.Where(c => c.Travels && s_effects.Contains(c.Effect!.Word))];
        string dispatch = File.ReadAllText(Checkout.PathOf("src/Vmgl.SuspendResume/Generated/ObjectDispatch.g.cs"));

        Assert.True(commands.Count > 100, $"{commands.Count} commands");
        Assert.All(commands, command => Assert.Contains($"case Opcode.{command.ShortName}: ", dispatch, StringComparison.Ordinal));
    }

    /// <summary>A method without a body satisfies the compiler and loses the command.</summary>
    [Fact]
    public void Tables_FoldWhatTheyAreGiven()
    {
        string[] folds = [.. s_tree.Value.Objects.Methods.Select(method => method.Name).Distinct()];
        List<MethodDeclarationSyntax> methods = [.. SourceTree.Files
            .Where(file => file.Path.StartsWith("src/Vmgl.SuspendResume/Rebuild/", StringComparison.Ordinal))
            .SelectMany(file => file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => method.ExplicitInterfaceSpecifier is not null && folds.Contains(method.Identifier.Text))];

        Assert.True(methods.Count >= folds.Length, $"{methods.Count} methods for {folds.Length} names");
        Assert.Equal(s_empty.Keys, methods.Where(method => method.Body is { Statements.Count: 0 })
            .Select(method => method.Identifier.Text));
    }
}
