using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>A character as glBitmap takes it.</summary>
/// <param name="Width">Pixels; 0 for a character that shows nothing.</param>
/// <param name="OriginX">Pixels from the bitmap's left edge to the raster position.</param>
/// <param name="OriginY">Pixels from the bitmap's lower edge to the raster position.</param>
/// <param name="Advance">Pixels to the next character.</param>
/// <param name="Rows">From the lowest row up, each of whole bytes, the leftmost pixel in the highest bit.</param>
internal readonly record struct XGlyph(int Width, int Height, float OriginX, float OriginY, float Advance, byte[]? Rows);

/// <summary>A font of the X server: its measures, and its characters as bitmaps, by drawing them into a pixmap of one bit.</summary>
internal sealed unsafe class XFont : IDisposable
{
    private const int XyPixmap = 1;
    private const int CharBytes = 12;

    private static readonly nint s_library = NativeLibrary.Load("libX11.so.6");
    private static readonly delegate* unmanaged<nint, nuint,
        XFontStruct*> s_queryFont = (delegate* unmanaged<nint, nuint, XFontStruct*>)FindFunction("XQueryFont");
    private static readonly delegate* unmanaged<byte**, XFontStruct*, int, int> s_freeFontInfo =
        (delegate* unmanaged<byte**, XFontStruct*, int, int>)FindFunction("XFreeFontInfo");

    private static readonly delegate* unmanaged<nint, nuint, uint, uint, uint, nuint> s_createPixmap =
        (delegate* unmanaged<nint, nuint, uint, uint, uint, nuint>)FindFunction("XCreatePixmap");

    private static readonly delegate* unmanaged<nint, nuint,
        int> s_freePixmap = (delegate* unmanaged<nint, nuint, int>)FindFunction("XFreePixmap");
    private static readonly delegate* unmanaged<nint, nuint, nuint, void*, nint> s_createGc =
        (delegate* unmanaged<nint, nuint, nuint, void*, nint>)FindFunction("XCreateGC");

    private static readonly delegate* unmanaged<nint, nint, int> s_freeGc = (delegate* unmanaged<nint, nint, int>)FindFunction("XFreeGC");
    private static readonly delegate* unmanaged<nint, nint, nuint,
        int> s_setFont = (delegate* unmanaged<nint, nint, nuint, int>)FindFunction("XSetFont");
    private static readonly delegate* unmanaged<nint, nint, nuint, int> s_setForeground =
        (delegate* unmanaged<nint, nint, nuint, int>)FindFunction("XSetForeground");

    private static readonly delegate* unmanaged<nint, nuint, nint, int, int, uint, uint, int> s_fillRectangle =
        (delegate* unmanaged<nint, nuint, nint, int, int, uint, uint, int>)FindFunction("XFillRectangle");

    private static readonly delegate* unmanaged<nint, nuint, nint, int, int, byte*, int, int> s_drawString16 =
        (delegate* unmanaged<nint, nuint, nint, int, int, byte*, int, int>)FindFunction("XDrawString16");

    private static readonly delegate* unmanaged<nint, nuint, int, int, uint, uint, nuint, int, nint> s_getImage =
        (delegate* unmanaged<nint, nuint, int, int, uint, uint, nuint, int, nint>)FindFunction("XGetImage");

    private static readonly delegate* unmanaged<nint, int, int,
        nuint> s_getPixel = (delegate* unmanaged<nint, int, int, nuint>)FindFunction("XGetPixel");
    private static readonly delegate* unmanaged<nint, int> s_destroyImage = (delegate* unmanaged<nint, int>)FindFunction("XDestroyImage");

    private readonly nint _display;
    private readonly XFontStruct* _info;
    private readonly nuint _pixmap;
    private readonly nint _gc;
    private readonly int _width;
    private readonly int _height;

    private XFont(nint display, nuint font, XFontStruct* info)
    {
        _display = display;
        _info = info;
        _width = Math.Max(1, info->MaxBounds.RightBearing - Math.Min((int)info->MinBounds.LeftBearing, 0));
        _height = Math.Max(1, info->MaxBounds.Ascent + info->MaxBounds.Descent);
        _pixmap = s_createPixmap(display, X11.RootWindow(display, 0), (uint)_width, (uint)_height, 1);
        _gc = s_createGc(display, _pixmap, 0, null);
        s_setFont(display, _gc, font);
    }

    /// <summary>The measures of a font; null when the X server has none of this id, which it raises an error for.</summary>
    public static XFont? QueryFont(nint display, nuint font)
    {
        XFontStruct* info = s_queryFont(display, font);
        return info is null ? null : new XFont(display, font, info);
    }

    /// <summary>A character; one that the font does not have shows nothing and takes as much room as the widest.</summary>
    public XGlyph ReadGlyph(uint character)
    {
        XCharStruct* bounds = BoundsOf(character);
        if (bounds is null)
        {
            return new XGlyph(0, 0, 0, 0, _info->MaxBounds.Width, null);
        }

        int width = bounds->RightBearing - bounds->LeftBearing;
        int height = bounds->Ascent + bounds->Descent;
        // One row above the base line that Xlib means: so Mesa does, and its pictures are the measure.
        return width > 0 && height > 0
            ? new XGlyph(width, height, -bounds->LeftBearing, bounds->Descent - 1, bounds->Width,
            DrawGlyph(character, bounds, width, height))
            : new XGlyph(0, 0, 0, 0, bounds->Width, null);
    }

    public void Dispose()
    {
        s_freeGc(_display, _gc);
        s_freePixmap(_display, _pixmap);
        s_freeFontInfo(null, _info, 1);
    }

    /// <summary>The measures of a character (Xlib, section 8.5); null when the font has it not.</summary>
    private XCharStruct* BoundsOf(uint character)
    {
        (uint row, uint column) = (character >> 8, character & 0xFF);
        if (_info->MinByte1 == 0 && _info->MaxByte1 == 0)
        {
            (row, column) = (0, character);
        }

        bool has = row >= _info->MinByte1 && row <= _info->MaxByte1 && column >= _info->MinCharOrByte2 && column <= _info->MaxCharOrByte2;
        uint columns = _info->MaxCharOrByte2 - _info->MinCharOrByte2 + 1;
        uint index = ((row - _info->MinByte1) * columns) + column - _info->MinCharOrByte2;
        return !has ? null : _info->PerChar is null ? &_info->MaxBounds : _info->PerChar + index;
    }

    private byte[] DrawGlyph(uint character, XCharStruct* bounds, int width, int height)
    {
        byte* text = stackalloc byte[] { (byte)(character >> 8), (byte)character };
        s_setForeground(_display, _gc, 0);
        s_fillRectangle(_display, _pixmap, _gc, 0, 0, (uint)_width, (uint)_height);
        s_setForeground(_display, _gc, 1);
        s_drawString16(_display, _pixmap, _gc, -bounds->LeftBearing, bounds->Ascent, text, 1);
        nint image = s_getImage(_display, _pixmap, 0, 0, (uint)Math.Min(width, _width), (uint)Math.Min(height, _height), 1, XyPixmap);
        byte[] rows = new byte[(width + 7) / 8 * height];
        for (int y = 0; image != 0 && y < Math.Min(height, _height); y++)
        {
            for (int x = 0; x < Math.Min(width, _width); x++)
            {
                if (s_getPixel(image, x, y) != 0)
                {
                    rows[((height - 1 - y) * ((width + 7) / 8)) + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        if (image != 0)
        {
            s_destroyImage(image);
        }

        return rows;
    }

    private static nint FindFunction(string name) => NativeLibrary.GetExport(s_library, name);

    /// <summary>XCharStruct of Xlib.h.</summary>
    [StructLayout(LayoutKind.Sequential, Size = CharBytes)]
    private struct XCharStruct
    {
        public short LeftBearing;
        public short RightBearing;
        public short Width;
        public short Ascent;
        public short Descent;
        public ushort Attributes;
    }

    /// <summary>XFontStruct of Xlib.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct XFontStruct
    {
        public nint ExtensionData;
        public nuint Font;
        public uint Direction;
        public uint MinCharOrByte2;
        public uint MaxCharOrByte2;
        public uint MinByte1;
        public uint MaxByte1;
        public int AllCharsExist;
        public uint DefaultChar;
        public int PropertyCount;
        public nint Properties;
        public XCharStruct MinBounds;
        public XCharStruct MaxBounds;
        public XCharStruct* PerChar;
        public int Ascent;
        public int Descent;
    }
}
