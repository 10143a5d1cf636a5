using Vmgl.Stub.Replay;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>What of an image GL wrote.</summary>
public sealed class WrittenRectangleTests
{
    private const uint First = 0xA5C3_96F1;
    private const uint Second = ~First;
    private const int Width = 5;
    private const int Height = 4;

    [Theory]
    [InlineData(0, 0, 5, 4, 4)]
    [InlineData(2, 1, 3, 3, 4)]
    [InlineData(0, 0, 4, 2, 3)]
    [InlineData(4, 3, 1, 1, 1)]
    public void Find_PartThatWasWritten_IsFound(int x, int y, int width, int height, int pixelBytes)
    {
        (byte[] first, byte[] second) = (Blank(First, pixelBytes), Blank(Second, pixelBytes));
        Write(first, x, y, width, height, pixelBytes);
        Write(second, x, y, width, height, pixelBytes);

        Assert.Equal(new WrittenRectangle(x, y, width, height),
            WrittenRectangle.FindRectangle(first, First, second, Second, Width, Height));
    }

    [Fact]
    public void Find_NothingWritten_IsEmpty() =>
        Assert.Equal(default, WrittenRectangle.FindRectangle(Blank(First, 4), First, Blank(Second, 4), Second, Width, Height));

    [Fact]
    public void Find_PictureInTheColourOfThePattern_IsWrittenAllTheSame()
    {
        byte[] picture = Blank(First, 4);

        Assert.Equal(new WrittenRectangle(0, 0, Width, Height),
            WrittenRectangle.FindRectangle(picture, First, picture, Second, Width, Height));
    }

    private static byte[] Blank(uint pattern, int pixelBytes)
    {
        byte[] image = new byte[Width * Height * pixelBytes];
        for (int i = 0; i < image.Length; i++)
        {
            image[i] = (byte)(pattern >> ((i & 3) * 8));
        }

        return image;
    }

    private static void Write(byte[] image, int x, int y, int width, int height, int pixelBytes)
    {
        for (int row = y; row < y + height; row++)
        {
            image.AsSpan(((row * Width) + x) * pixelBytes, width * pixelBytes).Fill(9);
        }
    }
}
