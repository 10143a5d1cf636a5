using System.Xml.Linq;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>The floors of each room: a namespace uses those on lower floors only, so that no namespaces of a project use each other in a circle.</summary>
public sealed class FloorTests
{
    /// <summary>The namespaces of each project, without the project's name, from the ground up. Those on one floor do not use each other. Empty: the project's own namespace.</summary>
    private static readonly Dictionary<string, string[][]> s_floors = new()
    {
        ["Vmgl.GuestShim"] =
        [
            ["Interop"], ["Connection"], ["State"], ["Session"], ["Gl", "Present", "Control"], ["Recovery"], ["Startup"], ["Glx"], [""],
        ],
        ["Vmgl.Stub"] =
        [
            ["Interop"], ["Worker"], ["Present", "Replay"], ["Worker.Egl", "Worker.Glx"], ["Daemon"], [""],
        ],
        ["Vmgl.SuspendResume"] = [["Rules"], ["Answers"], ["Rebuild"], ["Rebuild.Lists"], ["Rebuild.Contexts"], ["Control", "Snapshots"]],
        ["Vmgl.Cli"] = [["Control", "Run", "Xen"], ["Restore"], ["Daemon"], [""]],
    };

    /// <summary>Uses of a namespace that is not on a lower floor, which stand today. None may be added; one that is mended is taken off.</summary>
    private static readonly Dictionary<string, string[]> s_exceptions = new()
    {
        ["Vmgl.Stub"] =
        [
            "Daemon > ", "Present > Replay", "Replay > Present", "Worker > ", "Worker > Daemon", "Worker > Present", "Worker > Replay",
            "Worker > Worker.Egl", "Worker > Worker.Glx", "Worker.Egl > Daemon",
        ],
        ["Vmgl.SuspendResume"] = ["Rebuild > Rebuild.Lists"],
        ["Vmgl.Cli"] =
        [
            "Control > ", "Control > Daemon", "Daemon > ", "Restore > ", "Xen > ", "Xen > Control", "Xen > Daemon",
        ],
    };

    public static TheoryData<string> Projects => [.. s_floors.Keys.Order()];

    /// <summary>The projects that a project refers to.</summary>
    internal static IReadOnlyList<string> ReferencesOf(string project) => [.. XDocument.Load(Checkout.PathOf($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_UseLowerFloorsOnly(string project)
    {
        string[] exceptions = s_exceptions.GetValueOrDefault(project, []);
        Dictionary<string, string> wrong = NamespaceUses.Find(project, ReferencesOf(project))
            .Where(use => FloorOf(project, use.To) >= FloorOf(project, use.From)).ToDictionary(use => $"{use.From} > {use.To}", use => use.Place);

        string[] added = [.. wrong.Keys.Except(exceptions).Order().Select(pair => $"\"{pair}\", // {wrong[pair]}")];
        string[] mended = [.. exceptions.Except(wrong.Keys)];
        Assert.True(added.Length == 0, $"{project}, not on lower floors:\n{string.Join('\n', added)}");
        Assert.True(mended.Length == 0, $"{project}, mended, to be taken off the list: {string.Join(", ", mended)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_AllHaveAFloor(string project) =>
        Assert.Empty(NamespaceUses.Declared(project, ReferencesOf(project)).Except(s_floors[project].SelectMany(floor => floor)));

    private static int FloorOf(string project, string name) => Array.FindIndex(s_floors[project], floor => floor.Contains(name));
}
