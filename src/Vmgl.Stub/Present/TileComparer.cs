using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>Finds what a picture has that the guest was not sent yet, in tiles: areas of one row of tiles that lie side by side.</summary>
internal static class TileComparer
{
    /// <summary>Pixels along each side of a tile. Smaller ones find less to send and cost more to look at; 64 rows of 64 pixels are 16
    /// KiB.</summary>
    public const int Side = 64;

    /// <summary>Copies one row of tiles into the sent picture, and adds the areas that changed.</summary>
    /// <param name="top">The first row of pixels, a multiple of <see cref="Side"/>.</param>
    /// <param name="all">Everything counts as changed.</param>
    public static void TakeRow(ReadSlot slot, int top, bool all, List<PictureArea> changed)
    {
        int height = Math.Min(Side, slot.Height - top);
        int begin = -1;
        for (int left = 0; left < slot.Width; left += Side)
        {
            bool differs = TakeTile(slot, new PictureArea(left, top, Math.Min(Side, slot.Width - left), height), all);
            if (differs && begin < 0)
            {
                begin = left;
            }
            else if (!differs && begin >= 0)
            {
                changed.Add(new PictureArea(begin, top, left - begin, height));
                begin = -1;
            }
        }

        if (begin >= 0)
        {
            changed.Add(new PictureArea(begin, top, slot.Width - begin, height));
        }
    }

    private static bool TakeTile(ReadSlot slot, PictureArea tile, bool differs)
    {
        (int from, int bytes) = (tile.X * 4, tile.Width * 4);
        for (int y = tile.Y; y < tile.Y + tile.Height; y++)
        {
            ReadOnlySpan<byte> pixels = slot.RowAt(y).Slice(from, bytes);
            Span<byte> sent = slot.Window!.SentRow(y).Slice(from, bytes);
            if (differs || !pixels.SequenceEqual(sent))
            {
                pixels.CopyTo(sent);
                differs = true;
            }
        }

        return differs;
    }
}
