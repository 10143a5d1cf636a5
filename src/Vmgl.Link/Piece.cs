namespace Vmgl.Link;

/// <summary>One piece of memory of a gathering write or a scattering read: <c>struct iovec</c>. The memory must not move while it is
/// used.</summary>
public readonly unsafe struct Piece
{
    private readonly byte* _first;
    private readonly nuint _bytes;

    /// <summary>The piece that begins at <paramref name="first"/>; it may be empty.</summary>
    public Piece(byte* first, long bytes)
    {
        _first = first;
        _bytes = (nuint)bytes;
    }

    /// <summary>The length in bytes.</summary>
    public long Bytes => (long)_bytes;

    /// <summary>The rest of the piece after its first bytes.</summary>
    internal Piece Skip(long bytes) => new(_first + bytes, (long)_bytes - bytes);
}
