namespace Vmgl.Stub.Replay;

/// <summary>The part of an image that GL wrote: it leaves alone what lies outside the framebuffer (GL 1.5 section 4.3.2 leaves it
/// undefined; programs and drivers take it for untouched).</summary>
internal readonly record struct WrittenRectangle(int X, int Y, int Width, int Height)
{
    /// <summary>Compares two reads of the same image into memory of different patterns: what still shows both patterns was not
    /// written.</summary>
    public static WrittenRectangle FindRectangle(
        ReadOnlySpan<byte> first, uint firstPattern, ReadOnlySpan<byte> second, uint secondPattern, int width, int height)
    {
        int pixel = first.Length / Math.Max(1, width * height);
        (int left, int right, int bottom, int top) = (width, -1, height, -1);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int at = ((y * width) + x) * pixel;
                if (!ShowsPattern(first, at, pixel, firstPattern) || !ShowsPattern(second, at, pixel, secondPattern))
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (bottom, top) = (Math.Min(bottom, y), Math.Max(top, y));
                }
            }
        }

        return right < 0 ? default : new WrittenRectangle(left, bottom, right - left + 1, top - bottom + 1);
    }

    /// <summary>Whether bytes show the pattern that was laid in words from the image's beginning.</summary>
    public static bool ShowsPattern(ReadOnlySpan<byte> image, int at, int count, uint pattern)
    {
        for (int i = at; i < at + count; i++)
        {
            if (image[i] != (byte)(pattern >> ((i & 3) * 8)))
            {
                return false;
            }
        }

        return true;
    }
}
