using Vmgl.Stub.Backends.Null;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Tests;

public sealed class NullBackendTests
{
    [Fact]
    public void Table_SurvivesTheWireAndNamesItsVisuals()
    {
        using var backend = new NullBackend();
        HostConfigs table = HostConfigs.Decode(backend.ReadConfigs(0).Encode());
        int visualAt = Array.IndexOf(table.ConfigAttributes, 0x800B);
        Assert.All(table.Configs, config => Assert.Contains(table.Visuals, visual => visual.Id == config.Values[visualAt]));
    }

    [Theory]
    [InlineData(new[] { 4, 5, 12, 1, 0 }, 1)]
    [InlineData(new[] { 4, 12, 5, 0 }, 0)]
    public void ChooseVisual_TellsBooleansFromValues(int[] attributes, int doubleBuffered)
    {
        using var backend = new NullBackend();
        uint id = backend.ChooseVisual(0, attributes);
        HostConfigs table = backend.ReadConfigs(0);
        HostVisual visual = Assert.Single(table.Visuals, visual => visual.Id == id);
        Assert.Equal(doubleBuffered, visual.Values[Array.IndexOf(table.VisualAttributes, 5)]);
    }

    [Theory]
    [InlineData(new[] { 5, 1, 0 }, 1)]
    [InlineData(new[] { 5, 0, 0 }, 1)]
    [InlineData(new[] { 12, 5, 0 }, 2)]
    [InlineData(new[] { 5, -1, 0 }, 2)]
    [InlineData(new int[] { }, 2)]
    public void ChooseConfigs_LooksAtBufferingOnly(int[] attributes, int count)
    {
        using var backend = new NullBackend();
        Assert.Equal(count, backend.ChooseConfigs(0, attributes).Length);
    }
}
