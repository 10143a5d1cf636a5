using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>Which namespaces of a project use which others of the same project, as the compiler binds names: hand-written and generated
/// files.</summary>
internal static class NamespaceUses
{
    private const string Implicit = """
        global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_language = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] s_framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':').Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly Dictionary<string, CSharpCompilation> s_compiled = [];

    /// <summary>A namespace that uses another one, and a place where it does.</summary>
    /// <param name="From">The namespace below the project's; empty for the project's own.</param>
    public sealed record Use(string From, string To, string Place);

    /// <summary>Every pair, once.</summary>
    /// <param name="project">The project's name, which its namespaces begin with.</param>
    /// <param name="references">The projects that it refers to.</param>
    public static IReadOnlyCollection<Use> Find(string project, IReadOnlyList<string> references)
    {
        CSharpCompilation compilation = Compile(project, references);
        Dictionary<(string, string), Use> found = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax)
                .OfType<SimpleNameSyntax>())
            {
                if (UsedType(model, name) is INamedTypeSymbol used
                    && SymbolEqualityComparer.Default.Equals(used.ContainingAssembly, compilation.Assembly))
                {
                    string from = Short(project, name.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString()
                        ?? "");
                    string to = Short(project, used.ContainingNamespace.ToDisplayString());
                    int line = tree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
                    _ = from != to && found.TryAdd((from, to), new Use(from, to, $"{tree.FilePath}:{line} {used.Name}"));
                }
            }
        }

        return found.Values;
    }

    /// <summary>The namespaces that a project declares types in.</summary>
    public static IReadOnlySet<string> Declared(string project, IReadOnlyList<string> references) =>
        Compile(project, references).SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            .Select(space => Short(project, space.Name.ToString())).ToHashSet();

    private static INamedTypeSymbol? UsedType(SemanticModel model, SimpleNameSyntax name) => model.GetSymbolInfo(name).Symbol switch
    {
        INamedTypeSymbol type => type,
        ILocalSymbol or IParameterSymbol or ILabelSymbol or IRangeVariableSymbol or ITypeParameterSymbol or INamespaceSymbol => null,
        { ContainingType: INamedTypeSymbol type } => type,
        _ => null,
    };

    private static string Short(string project, string name) =>
        name == project ? "" : name.StartsWith(project + ".", StringComparison.Ordinal) ? name[(project.Length + 1)..] : name;

    private static CSharpCompilation Compile(string project, IReadOnlyList<string> references)
    {
        lock (s_compiled)
        {
            if (!s_compiled.TryGetValue(project, out CSharpCompilation? compilation))
            {
                IEnumerable<MetadataReference> compiled =
                    references.Select(reference => Compile(reference, FloorTests.ReferencesOf(reference)).ToMetadataReference());
                compilation = CSharpCompilation.Create(
                    project, FilesOf(project).Select(Parse).Append(CSharpSyntaxTree.ParseText(Implicit + UsingsOf(project), s_language)),
                    s_framework.Concat(compiled),
                    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
                s_compiled[project] = compilation;
            }

            return compilation;
        }
    }

    private static IEnumerable<string> FilesOf(string project) =>
        Directory.EnumerateFiles(Checkout.PathOf($"src/{project}"), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Checkout.Root, path)).Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The usings that a project's file has for all of its sources.</summary>
    private static string UsingsOf(string project) =>
        string.Concat(XDocument.Load(Checkout.PathOf($"src/{project}/{project}.csproj")).Descendants("Using")
        .Select(given => $"global using {((bool?)given.Attribute("Static") == true ? "static " : "")}{given.Attribute("Include")!.Value};"));

    private static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(Checkout.PathOf(path)), s_language, path);
}
