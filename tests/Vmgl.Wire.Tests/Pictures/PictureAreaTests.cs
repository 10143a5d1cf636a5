using Vmgl.Wire.Pictures;

namespace Vmgl.Wire.Tests.Pictures;

public class PictureAreaTests
{
    [Theory]
    [InlineData(0, 0, 640, 480, true)]
    [InlineData(639, 479, 1, 1, true)]
    [InlineData(640, 480, 0, 0, true)]
    [InlineData(0, 0, 641, 480, false)]
    [InlineData(0, 0, 640, 481, false)]
    [InlineData(639, 0, 2, 1, false)]
    [InlineData(0, 479, 1, 2, false)]
    [InlineData(65535, 0, 1, 1, false)]
    [InlineData(0, 65535, 1, 1, false)]
    [InlineData(65535, 65535, 65535, 65535, false)]
    [InlineData(int.MaxValue, 0, 1, 1, false)]
    [InlineData(1, 1, int.MaxValue, int.MaxValue, false)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, false)]
    public void IsInside_OfAPicture(int x, int y, int width, int height, bool isInside) =>
        Assert.Equal(isInside, new PictureArea(x, y, width, height).IsInside(640, 480));

    [Fact]
    public void Bytes_OfTheLargestArea_DoNotOverflow() => Assert.Equal(4L * 65535 * 65535, new PictureArea(0, 0, 65535, 65535).Bytes);
}
