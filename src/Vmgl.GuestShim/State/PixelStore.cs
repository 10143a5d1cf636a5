namespace Vmgl.GuestShim.State;

/// <summary>Pixel storage modes of one direction (GL 1.5 tables 3.1 and 4.4). They describe the program's memory, so they stay here;
/// only byte and bit order travel, because the host's GL applies those.</summary>
internal struct PixelStorage()
{
    public int SwapBytes;
    public int LsbFirst;
    public int RowLength;
    public int SkipRows;
    public int SkipPixels;
    public int Alignment = 4;
    public int SkipImages;
    public int ImageHeight;

    /// <summary>1 when the first row comes last (MESA_pack_invert).</summary>
    public int Invert;
}

/// <summary>A context's pixel storage modes.</summary>
internal sealed class PixelStore
{
    /// <summary>The modes that the host's GL applies.</summary>
    public static ReadOnlySpan<uint> HostModes => [GL_UNPACK_SWAP_BYTES, GL_UNPACK_LSB_FIRST, GL_PACK_SWAP_BYTES, GL_PACK_LSB_FIRST];

    private PixelStorage _pack = new();
    private PixelStorage _unpack = new();

    /// <summary>How images are written to the program's memory.</summary>
    public ref readonly PixelStorage Pack => ref _pack;

    /// <summary>How images are read from the program's memory.</summary>
    public ref readonly PixelStorage Unpack => ref _unpack;

    /// <summary>A copy, for the client attribute stack.</summary>
    public PixelStore Clone() => (PixelStore)MemberwiseClone();

    /// <summary>Unpacks rows of whole bytes without gaps.</summary>
    public void UnpackRowsOfBytes() => _unpack = new PixelStorage { Alignment = 1 };

    /// <summary>Whether the host's GL applies a mode: byte order and bit order.</summary>
    public static bool IsAppliedByHost(uint name) => HostModes.Contains(name);

    /// <summary>A mode's value; null for a name that is not a mode.</summary>
    public int? FindMode(uint name)
    {
        ref int mode = ref FindField(name, out bool found);
        return found ? mode : null;
    }

    /// <summary>Sets a mode; the GL error, 0 for none.</summary>
    public uint SetMode(uint name, int value)
    {
        ref int mode = ref FindField(name, out bool found);
        if (!found)
        {
            return GL_INVALID_ENUM;
        }

        bool isAlignment = name is GL_UNPACK_ALIGNMENT or GL_PACK_ALIGNMENT;
        bool isSwitch = IsAppliedByHost(name) || name == GL_PACK_INVERT_MESA;
        if (value < 0 && !isSwitch || (isAlignment && value is not (1 or 2 or 4 or 8)))
        {
            return GL_INVALID_VALUE;
        }

        mode = isSwitch ? (value != 0 ? 1 : 0) : value;
        return 0;
    }

    private ref int FindField(uint name, out bool found)
    {
        found = true;
        switch (name)
        {
            case GL_PACK_INVERT_MESA: return ref _pack.Invert;
            case GL_PACK_SKIP_IMAGES: return ref _pack.SkipImages;
            case GL_PACK_IMAGE_HEIGHT: return ref _pack.ImageHeight;
            case GL_UNPACK_SKIP_IMAGES: return ref _unpack.SkipImages;
            case GL_UNPACK_IMAGE_HEIGHT: return ref _unpack.ImageHeight;
            case GL_UNPACK_SWAP_BYTES: return ref _unpack.SwapBytes;
            case GL_UNPACK_LSB_FIRST: return ref _unpack.LsbFirst;
            case GL_UNPACK_ROW_LENGTH: return ref _unpack.RowLength;
            case GL_UNPACK_SKIP_ROWS: return ref _unpack.SkipRows;
            case GL_UNPACK_SKIP_PIXELS: return ref _unpack.SkipPixels;
            case GL_UNPACK_ALIGNMENT: return ref _unpack.Alignment;
            case GL_PACK_SWAP_BYTES: return ref _pack.SwapBytes;
            case GL_PACK_LSB_FIRST: return ref _pack.LsbFirst;
            case GL_PACK_ROW_LENGTH: return ref _pack.RowLength;
            case GL_PACK_SKIP_ROWS: return ref _pack.SkipRows;
            case GL_PACK_SKIP_PIXELS: return ref _pack.SkipPixels;
            case GL_PACK_ALIGNMENT: return ref _pack.Alignment;
            default:
                found = false;
                return ref _pack.Alignment;
        }
    }
}
