using System.Buffers.Binary;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>The display lists of a share group that choose among a drawable's buffers or accumulate: the driver would do that to the one
/// buffer that it knows. Such a list is cut where it does so; the driver has the pieces, and calling the list plays them with what lies
/// between.</summary>
internal sealed class EglListGroup
{
    /// <summary>A command that a list plays after one of its pieces.</summary>
    /// <param name="Step">Played by <see cref="EglDefaultFramebuffer"/>.</param>
    /// <param name="Piece">The driver's list that follows.</param>
    public readonly record struct Cut(EglListStep Step, uint Piece);

    /// <summary>The cuts of each list that has some.</summary>
    public Dictionary<uint, List<Cut>> Lists { get; } = [];

    /// <summary>The next name for a piece. Programs' own names come from below, the guest's of glGenLists too.</summary>
    public uint NextPiece { get; set; } = 0x7800_0000;
}

/// <summary>A command between two pieces of a list.</summary>
/// <param name="Pushed">Masks of glPushAttrib commands of the pieces before, whose glPopAttrib comes after.</param>
internal readonly record struct EglListStep(EglListCommand Command, uint Argument, float Value, uint[] Pushed);

/// <summary>Which it is.</summary>
internal enum EglListCommand
{
    DrawBuffer,
    ReadBuffer,
    PopAttrib,
    Accum,
    ClearAccumulation,
    CallList,
}

/// <summary>The list that a context is making.</summary>
internal sealed class EglListInTheMaking(uint name, uint mode)
{
    private readonly Stack<uint> _pushed = new();
    private int _told;

    public uint Name { get; } = name;

    /// <summary>GL_COMPILE or GL_COMPILE_AND_EXECUTE.</summary>
    public uint Mode { get; } = mode;

    public List<EglListGroup.Cut> Cuts { get; } = [];

    /// <summary>glPushAttrib went into the list.</summary>
    public void PushAttributes(uint mask) => _pushed.Push(mask);

    /// <summary>glPopAttrib goes into the list; whether it needs a cut, for there was one since its glPushAttrib.</summary>
    public bool PopAttributes()
    {
        bool needsCut = _pushed.Count > 0 && _pushed.Count <= _told;
        _ = _pushed.TryPop(out _);
        _told = Math.Min(_told, _pushed.Count);
        return needsCut;
    }

    /// <summary>The masks that a cut has to tell of: those that no cut before it did.</summary>
    public uint[] TakePushed()
    {
        uint[] all = [.. _pushed.Reverse()];
        uint[] untold = all[_told..];
        _told = all.Length;
        return untold;
    }
}

/// <summary>Names as glCallLists takes them (GL 2.1 section 5.4).</summary>
internal static class ListNames
{
    /// <summary>One name's bytes; 0 for a type that GL does not know.</summary>
    public static int BytesOf(uint type) => type switch
    {
        GL_BYTE or GL_UNSIGNED_BYTE => 1,
        GL_SHORT or GL_UNSIGNED_SHORT or GL_2_BYTES => 2,
        GL_3_BYTES => 3,
        GL_INT or GL_UNSIGNED_INT or GL_FLOAT or GL_4_BYTES => 4,
        _ => 0,
    };

    /// <summary>One name, to which the base is added.</summary>
    public static uint ReadName(uint type, ReadOnlySpan<byte> at) => type switch
    {
        GL_BYTE => (uint)(sbyte)at[0],
        GL_UNSIGNED_BYTE => at[0],
        GL_SHORT => (uint)BinaryPrimitives.ReadInt16LittleEndian(at),
        GL_UNSIGNED_SHORT => BinaryPrimitives.ReadUInt16LittleEndian(at),
        GL_FLOAT => (uint)(int)BinaryPrimitives.ReadSingleLittleEndian(at),
        GL_2_BYTES => BinaryPrimitives.ReadUInt16BigEndian(at),
        GL_3_BYTES => ((uint)at[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(at[1..]),
        GL_4_BYTES => BinaryPrimitives.ReadUInt32BigEndian(at),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(at),
    };
}
