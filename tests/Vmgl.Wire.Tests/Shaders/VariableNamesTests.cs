using System.Text;
using Vmgl.Wire.Shaders;

namespace Vmgl.Wire.Tests.Shaders;

public class VariableNamesTests
{
    private static readonly VariableNames s_names = new(
    [
        Made("lit", 1, 3),
        Made("parts[0]", 3, 10, 11, 12),
        Made("single[0]", 1, 20),
        Made("odd[0]", 2, 31, 30),
        Made("bones[1].weight", 1, 40),
        Made("bones[1].turns[0]", 2, 41, 42),
        Made("grid[0][0]", 2, 50, 51),
        Made("grid[1][0]", 2, 52, 53),
        Made("old", 2, 60, 61),
        Made("gl_Fog.density", 1, -1),
    ]);

    [Theory]
    [InlineData("lit", 3)]
    [InlineData("parts", 10)]
    [InlineData("parts[0]", 10)]
    [InlineData("parts[2]", 12)]
    [InlineData("parts[3]", -1)]
    [InlineData("parts[999999999]", -1)]
    [InlineData("single", 20)]
    [InlineData("single[0]", 20)]
    [InlineData("single[1]", -1)]
    [InlineData("odd[1]", 30)]
    [InlineData("bones[1].weight", 40)]
    [InlineData("bones[1].turns", 41)]
    [InlineData("bones[1].turns[1]", 42)]
    [InlineData("grid[1]", 52)]
    [InlineData("grid[1][1]", 53)]
    [InlineData("old[1]", 61)] // of a driver that says no [0]
    [InlineData("gl_Fog.density", -1)]
    [InlineData("nothing", -1)]
    [InlineData("nothing[7]", -1)]
    [InlineData("li", -1)]
    [InlineData("gl_ModelViewMatrix", -1)]
    public void TryLocate_WhereGlLeavesNoDoubt_Answers(string name, int location)
    {
        Assert.True(s_names.TryLocate(Encoding.Latin1.GetBytes(name), out int found));
        Assert.Equal(location, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" lit")]
    [InlineData("lit ")]
    [InlineData("lit[0]")]
    [InlineData("parts[01]")]
    [InlineData("parts[00]")]
    [InlineData("parts[ 1]")]
    [InlineData("parts[1")]
    [InlineData("parts[]")]
    [InlineData("parts[-1]")]
    [InlineData("parts[+1]")]
    [InlineData("parts[9999999999]")]
    [InlineData("parts[1].x")]
    [InlineData("bones")]
    [InlineData("bones[1]")]
    [InlineData("bones[0].weight")]
    [InlineData("grid")]
    [InlineData("gl_Fog")]
    [InlineData("[0]")]
    public void TryLocate_WhereADriverMayDiffer_LeavesItToTheHost(string name)
    {
        Assert.False(s_names.TryLocate(Encoding.Latin1.GetBytes(name), out int found));
        Assert.Equal(-1, found);
    }

    [Fact]
    public void TryLocate_NamesBeyondAscii_AreCompared()
    {
        VariableNames names = new([Made("\u00FFx", 1, 4)]);

        Assert.True(names.TryLocate([0xFF, (byte)'x'], out int found));
        Assert.Equal(4, found);
        Assert.False(names.TryLocate([0xFE, (byte)'x'], out _));
    }

    private static InterfaceVariable Made(string name, int size, params int[] locations) =>
        InterfaceVariable.Of(size, 0x1406, Encoding.Latin1.GetBytes(name), locations);
}
