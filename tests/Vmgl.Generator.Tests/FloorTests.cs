using System.Xml.Linq;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>The floors of each room: a namespace uses those on lower floors only, so that no namespaces of a project use each other in a
/// circle.</summary>
public sealed class FloorTests
{
    /// <summary>The namespaces of each project, without the project's name, from the ground up. Those on one floor do not use each other.
    /// Empty: the project's own namespace.</summary>
    private static readonly Dictionary<string, string[][]> s_floors = new()
    {
        ["Vmgl.GuestShim"] =
        [
            ["Interop"], ["Connection"], ["State"], ["Session"], ["Gl", "Present", "Control"], ["Recovery"], ["Startup"], ["Glx"], [""],
        ],
        ["Vmgl.Stub"] =
        [
            ["Interop"], ["Basics"], ["Host"], ["Backends.Egl", "Backends.Glx", "Backends.Null"], ["Present"], ["Replay"], ["Worker"],
            ["Daemon"], [""],
        ],
        ["Vmgl.SuspendResume"] =
        [
            ["Rules"], ["Answers"], ["Rebuild.Objects"], ["Rebuild.Labels"],
            ["Rebuild.AssemblyPrograms", "Rebuild.AtiShaders", "Rebuild.Buffers", "Rebuild.Queries", "Rebuild.Shaders", "Rebuild.Syncs",
                "Rebuild.Textures"],
            ["Rebuild.Framebuffers", "Rebuild.Lists"], ["Rebuild"], ["Rebuild.Contexts"], ["Control", "Snapshots"],
        ],
        ["Vmgl.Cli"] = [["Basics"], ["Control", "Run"], ["Restore"], ["Daemon"], ["Xen"], [""]],
    };

    public static TheoryData<string> Projects => [.. s_floors.Keys.Order()];

    /// <summary>The projects that a project refers to.</summary>
    internal static IReadOnlyList<string> ReferencesOf(string project) =>
        [.. XDocument.Load(Checkout.PathOf($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_UseLowerFloorsOnly(string project)
    {
        string[] wrong = [.. NamespaceUses.Find(project, ReferencesOf(project))
            .Where(use => FloorOf(project, use.To) >= FloorOf(project, use.From)).Select(use => $"{use.From} uses {use.To}: {use.Place}")
            .Order()];

        Assert.True(wrong.Length == 0, $"{project}, not on lower floors:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_AllHaveAFloor(string project) =>
        Assert.Empty(NamespaceUses.Declared(project, ReferencesOf(project)).Except(s_floors[project].SelectMany(floor => floor)));

    private static int FloorOf(string project, string name) => Array.FindIndex(s_floors[project], floor => floor.Contains(name));
}
