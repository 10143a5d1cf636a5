using System.Buffers.Binary;

namespace Vmgl.Wire.Pictures;

/// <summary>The kinds of notes that a guest sends on a picture connection.</summary>
public enum PictureNoteKind : uint
{
    /// <summary>A picture is on the guest's X server; the value is its number.</summary>
    Shown = 1,

    /// <summary>Whether the window is visible: 1 or 0. It counts as visible until the first note.</summary>
    Visible = 2,
}

/// <summary>A word from the guest about a window.</summary>
/// <remarks><code> 0 kind   4 drawable   8 value   12 zero </code></remarks>
public readonly record struct PictureNote(PictureNoteKind Kind, uint Drawable, uint Value)
{
    /// <summary>Bytes of a note.</summary>
    public const int Bytes = 16;

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)Kind);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], Drawable);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Value);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], 0);
    }

    /// <summary>Reads and checks one.</summary>
    /// <exception cref="ProtocolException">Unknown kind.</exception>
    public static PictureNote Read(ReadOnlySpan<byte> from)
    {
        var kind = (PictureNoteKind)BinaryPrimitives.ReadUInt32LittleEndian(from);
        return kind is PictureNoteKind.Shown or PictureNoteKind.Visible
            ? new PictureNote(kind, BinaryPrimitives.ReadUInt32LittleEndian(from[4..]), BinaryPrimitives.ReadUInt32LittleEndian(from[8..]))
            : throw new ProtocolException($"note about a picture: unknown kind {(uint)kind}");
    }
}
