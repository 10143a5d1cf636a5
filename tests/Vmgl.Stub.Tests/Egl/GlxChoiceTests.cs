using Vmgl.Stub.Backends.Glx;
using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Tests.Egl;

/// <summary>Our own glXChooseFBConfig and glXChooseVisual over Mesa's table, beside Mesa's own.</summary>
public sealed class GlxChoiceTests(XServer server) : IClassFixture<XServer>
{
    public static TheoryData<string> ConfigLists =>
    [
        "",
        "5, 1",
        "5, -1, 12, 1",
        "8, 1, 9, 1, 10, 1, 12, 1, 5, 1",
        "8, 8, 9, 8, 10, 8, 11, 8, 12, 24, 13, 8, 5, 1",
        "8, 1, 11, 1, 14, 1, 15, 1, 16, 1, 17, 1",
        "100000, 1, 100001, 2, 5, 1",
        "100001, 4",
        "100001, 64",
        "32784, 4, 5, 0",
        "32784, 7, 32785, 1, 32786, 1",
        "32784, 5, 34, 32770, 2, 24",
        "34, 32771",
        "32, 32769",
        "32, 32768, 12, 16",
        "35, 32776",
        "3, 1",
        "6, 1",
        "7, 1",
        "13, 1, 12, 0, 5, 1",
        "2, 32, 5, 1",
        "11, 0, 8, 0, 5, -1",
        "32785, 4",
        "32779, 33, 5, 1",
        "4, 1, 5, 1, 12, 1",
    ];

    public static TheoryData<string> VisualLists =>
    [
        "",
        "4",
        "4, 5",
        "4, 5, 12, 1",
        "4, 5, 8, 1, 9, 1, 10, 1, 12, 1",
        "1, 4, 5, 8, 8, 9, 8, 10, 8, 11, 8, 12, 24, 13, 8",
        "4, 12, 16, 14, 1",
        "4, 8, 1, 11, 1, 14, 1, 17, 1, 5",
        "4, 6",
        "4, 7, 1",
        "4, 3, 1",
        "4, 100000, 1, 100001, 4, 5",
        "4, 2, 32",
        "4, 13, 1, 5",
        "4, 32, 32768, 5",
        "4, 34, 32771, 5",
    ];

    [Theory]
    [MemberData(nameof(ConfigLists))]
    public void Configs_OfMesasTable_AreMesasChoiceInItsOrder(string list)
    {
        int[] attributes = Parse(list);
        using GlxBackend glx = GlxBackend.Open(server.Display);
        HostConfigs table = glx.ReadConfigs(0);
        Assert.Equal(Shallow(table, glx.ChooseConfigs(0, [.. attributes, 0])),
            Shallow(table, GlxChoice.ChooseConfigs(table, [.. attributes, 0])));
    }

    /// <summary>Without those of a visual of 32 bits: the X server puts them last by GLX_VISUAL_SELECT_GROUP_SGIX, which Mesa keeps to
    /// itself.</summary>
    private static uint[] Shallow(HostConfigs table, uint[] ids)
    {
        int visualAt = Array.IndexOf(table.ConfigAttributes, GlxAttributes.VisualId);
        var deep = table.Visuals.Where(visual => visual.Depth == 32).Select(visual => (int)visual.Id).ToHashSet();
        return [.. ids.Where(id => !deep.Contains(table.Configs.First(config => config.Id == id).Values[visualAt]))];
    }

    [Theory]
    [MemberData(nameof(VisualLists))]
    public void Visual_OfMesasTable_IsAsGoodAsMesasChoice(string list)
    {
        int[] attributes = Parse(list);
        using GlxBackend glx = GlxBackend.Open(server.Display);
        HostConfigs table = glx.ReadConfigs(0);
        HostVisual? mesas = Find(table, glx.ChooseVisual(0, [.. attributes, 0]));
        HostVisual? ours = Find(table, GlxChoice.ChooseVisual(table, [.. attributes, 0]));
        Assert.Equal(mesas?.Values, ours?.Values); // among equals the list's order decides, and that is not the same
    }

    [Fact]
    public void Configs_AnId_IsAllThatCounts()
    {
        using GlxBackend glx = GlxBackend.Open(server.Display);
        HostConfigs table = glx.ReadConfigs(0);
        Assert.Equal([table.Configs[^1].Id], GlxChoice.ChooseConfigs(table, [0x8013, (int)table.Configs[^1].Id, 5, 7, 0]));
        Assert.Empty(GlxChoice.ChooseConfigs(table, [0x8013, 0x7654321, 0]));
    }

    [Theory]
    [InlineData(new int[] { })]
    [InlineData(new int[] { 4, 5, 8 })]
    public void Choose_ListWithoutItsEnd_Ends(int[] attributes)
    {
        _ = GlxChoice.ChooseConfigs(NullTable(), attributes);
        _ = GlxChoice.ChooseVisual(NullTable(), attributes);
    }

    private static int[] Parse(string list) =>
        [.. list.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture))];

    private static HostConfigs NullTable()
    {
        using var backend = new NullBackend();
        return backend.ReadConfigs(0);
    }

    private static HostVisual? Find(HostConfigs table, uint id) => table.Visuals.FirstOrDefault(visual => visual.Id == id);
}
