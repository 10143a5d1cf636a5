namespace Vmgl.Stub.Present;

/// <summary>A pixel buffer that a picture is read into. It goes from the GL thread to the sending thread and back.</summary>
internal sealed unsafe class ReadSlot(uint buffer)
{
    private volatile bool _isFree = true;

    /// <summary>The buffer object, in the back end's own contexts.</summary>
    public uint Buffer => buffer;

    /// <summary>Bytes that the buffer object has room for.</summary>
    public long Room { get; set; }

    /// <summary>The fence behind the reading; 0 when the GL has none.</summary>
    public nint Fence { get; set; }

    /// <summary>The window of the picture.</summary>
    public PresentedWindow? Window { get; set; }

    /// <summary>The picture's number.</summary>
    public uint Picture { get; set; }

    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    /// <summary>The pixels, four bytes each (blue, green, red, alpha), the lowest row first; null while GL has them.</summary>
    public byte* Pixels { get; set; }

    /// <summary>Whether the GL thread may use it again.</summary>
    public bool IsFree
    {
        get => _isFree;
        set => _isFree = value;
    }

    /// <summary>A row of the picture, counted from the top.</summary>
    public ReadOnlySpan<byte> RowAt(int fromTop) => new(Pixels + ((long)(Height - 1 - fromTop) * Width * 4), Width * 4);
}
