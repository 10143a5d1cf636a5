using System.Globalization;
using System.Text;

namespace Vmgl.EndToEnd.Tests;

/// <summary>A binary PPM, and what to say when two differ.</summary>
internal sealed class Picture
{
    private readonly byte[] _pixels;

    private Picture(string path, int width, int height, byte[] pixels)
    {
        Path = path;
        Width = width;
        Height = height;
        _pixels = pixels;
    }

    public string Path { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green, blue, row by row from the top.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    public static Picture Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        string[] head = Encoding.ASCII.GetString(bytes, 0, Math.Min(64, bytes.Length)).Split([' ', '\n'], 5);
        int width = int.Parse(head[1], CultureInfo.InvariantCulture);
        int height = int.Parse(head[2], CultureInfo.InvariantCulture);
        return new Picture(path, width, height, bytes[^(width * height * 3)..]);
    }

    /// <summary>One that lies in no file.</summary>
    /// <param name="pixels">Red, green, blue, row by row from the top.</param>
    public static Picture Of(string name, int width, int height, byte[] pixels) => new(name, width, height, pixels);

    /// <summary>Red, green and blue of a pixel; 0, 0 is the upper left corner.</summary>
    public (int Red, int Green, int Blue) At(int x, int y)
    {
        ReadOnlySpan<byte> pixel = Pixel((y * Width) + x);
        return (pixel[0], pixel[1], pixel[2]);
    }

    /// <summary>How far the channels of two pictures of one size are apart on the average, and at most; of 255.</summary>
    public (double Average, int Most) DistanceFrom(Picture other)
    {
        if ((other.Width, other.Height) != (Width, Height))
        {
            throw new ArgumentException($"{other.Width} by {other.Height} pixels cannot be compared with {Width} by {Height}",
                nameof(other));
        }

        int[] apart = [.. _pixels.Zip(other._pixels, (one, two) => Math.Abs(one - two))];
        return (apart.Average(), apart.Max());
    }

    /// <summary>A part of it; what lies beyond its edges is black.</summary>
    public Picture Cut(int left, int top, int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < Math.Min(height, Height - top); y++)
        {
            int count = Math.Clamp(Width - left, 0, width) * 3;
            _pixels.AsSpan((((top + y) * Width) + left) * 3, count).CopyTo(pixels.AsSpan(y * width * 3));
        }

        return new Picture(Path, width, height, pixels);
    }

    /// <summary>Null when equal; otherwise where and how the pictures differ.</summary>
    public string? DifferenceFrom(Picture native)
    {
        if (Width != native.Width || Height != native.Height)
        {
            return $"native {native.Width}x{native.Height}, forwarded {Width}x{Height}";
        }

        int[] different = [.. Enumerable.Range(0, Width * Height).Where(i => !Pixel(i).SequenceEqual(native.Pixel(i)))];
        return different.Length == 0 ? null
            : $"{different.Length} of {Width * Height} pixels differ, first at ({different[0] % Width}, {different[0] / Width}): "
                + $"native {Hex(native.Pixel(different[0]))}, forwarded {Hex(Pixel(different[0]))}; see {native.Path} and {Path}";
    }

    private static string Hex(ReadOnlySpan<byte> pixel) => "#" + Convert.ToHexString(pixel);

    private ReadOnlySpan<byte> Pixel(int index) => _pixels.AsSpan(index * 3, 3);
}
