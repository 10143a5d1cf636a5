namespace Vmgl.GuestShim.Gl;

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
    private const uint UnpackSwapBytes = 0x0CF0;
    private const uint UnpackAlignment = 0x0CF5;
    private const uint PackSwapBytes = 0x0D00;
    private const uint PackAlignment = 0x0D05;
    private const uint PackInvert = 0x8758;
    private const uint PackSkipImages = 0x806B;
    private const uint PackImageHeight = 0x806C;
    private const uint UnpackSkipImages = 0x806D;
    private const uint UnpackImageHeight = 0x806E;

    /// <summary>The modes that the host's GL applies.</summary>
    public static ReadOnlySpan<uint> HostModes => [UnpackSwapBytes, UnpackSwapBytes + 1, PackSwapBytes, PackSwapBytes + 1];

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
    public static bool IsHosts(uint name) => HostModes.Contains(name);

    /// <summary>A mode's value; null for a name that is none.</summary>
    public int? Get(uint name)
    {
        ref int mode = ref Find(name, out bool found);
        return found ? mode : null;
    }

    /// <summary>Sets a mode; the GL error, 0 for none.</summary>
    public uint Set(uint name, int value)
    {
        ref int mode = ref Find(name, out bool found);
        if (!found)
        {
            return GlErrors.InvalidEnum;
        }

        bool isAlignment = name is UnpackAlignment or PackAlignment;
        bool isSwitch = IsHosts(name) || name == PackInvert;
        if (value < 0 && !isSwitch || (isAlignment && value is not (1 or 2 or 4 or 8)))
        {
            return GlErrors.InvalidValue;
        }

        mode = isSwitch ? (value != 0 ? 1 : 0) : value;
        return 0;
    }

    private ref int Find(uint name, out bool found)
    {
        found = true;
        switch (name)
        {
            case PackInvert: return ref _pack.Invert;
            case PackSkipImages: return ref _pack.SkipImages;
            case PackImageHeight: return ref _pack.ImageHeight;
            case UnpackSkipImages: return ref _unpack.SkipImages;
            case UnpackImageHeight: return ref _unpack.ImageHeight;
            case >= UnpackSwapBytes and <= UnpackAlignment: return ref Field(ref _unpack, name - UnpackSwapBytes);
            case >= PackSwapBytes and <= PackAlignment: return ref Field(ref _pack, name - PackSwapBytes);
            default:
                found = false;
                return ref _pack.Alignment;
        }
    }

    /// <summary>The six modes that have consecutive numbers, in their order.</summary>
    private static ref int Field(ref PixelStorage storage, uint index)
    {
        switch (index)
        {
            case 0: return ref storage.SwapBytes;
            case 1: return ref storage.LsbFirst;
            case 2: return ref storage.RowLength;
            case 3: return ref storage.SkipRows;
            case 4: return ref storage.SkipPixels;
            default: return ref storage.Alignment;
        }
    }
}
