using System.Runtime.InteropServices;
using Vmgl.GuestShim.Gl;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Glx;

/// <summary>Display lists of an X font's characters (GLX 1.4 section 3.3.9). The font is the program's X server's, so its bitmaps are
/// drawn and fetched there.</summary>
internal static unsafe partial class GlxCommands
{
    public static partial void UseXFont(nuint font, int first, int count, int list)
    {
        if (!GuestThread.TryGetCurrent(out GuestStream? stream, out GuestContext? context))
        {
            return; // no context, hence no display to raise an error on
        }

        using XFont? xFont = XFont.QueryFont(context.Display, font);
        if (xFont is null)
        {
            return; // the X server has raised BadFont
        }

        PixelStore saved = context.PixelStore;
        PixelModes.UseRowsOfBytes(stream, context, saved);
        for (int i = 0; i < count; i++)
        {
            MakeGlyphList(stream, context, (uint)(list + i), xFont, (uint)(first + i));
        }

        PixelModes.UseModes(stream, context, saved);
    }

    /// <summary>One list with one glBitmap, which moves the raster position even for a character that shows nothing.</summary>
    private static void MakeGlyphList(GuestStream stream, GuestContext context, uint list, XFont font, uint character)
    {
        XGlyph glyph = font.ReadGlyph(character);
        context.Group.NamesOf(ObjectKind.List).MarkUsed(list);
        stream.TouchesLists();
        Wire.Commands.NewList.Write(stream.Reserve(Wire.Commands.NewList.Bytes), list, GL_COMPILE);
        fixed (byte* rows = glyph.Rows)
        {
            PixelRectangles.Bitmap(stream, context, glyph.Width, glyph.Height, glyph.OriginX, glyph.OriginY, glyph.Advance, 0, rows);
        }

        Wire.Commands.EndList.Write(stream.Reserve(Wire.Commands.EndList.Bytes));
    }
}
