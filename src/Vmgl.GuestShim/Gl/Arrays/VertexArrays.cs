namespace Vmgl.GuestShim.Gl.Arrays;

/// <summary>A context's vertex arrays and what selects among them. All of it stays in the guest: a draw carries what it uses.</summary>
internal sealed class VertexArrays
{
    private const uint Float = 0x1406;
    private const uint UnsignedByte = 0x1401;

    private VertexArray[] _arrays = Initial();

    /// <summary>The texture unit that glTexCoordPointer means.</summary>
    public int ClientUnit { get; set; }

    /// <summary>The buffer that the next pointer is an offset in.</summary>
    public uint ArrayBuffer { get; set; }

    /// <summary>The buffer that indices lie in.</summary>
    public uint ElementBuffer { get; set; }

    /// <summary>The elements that glLockArraysEXT promised to leave alone: first and count, both 0 when unlocked.</summary>
    public (int First, int Count) Locked { get; set; }

    /// <summary>An array by its slot.</summary>
    public ref VertexArray this[int slot] => ref _arrays[slot];

    /// <summary>A copy, for the client attribute stack.</summary>
    public VertexArrays Clone()
    {
        var copy = (VertexArrays)MemberwiseClone();
        copy._arrays = (VertexArray[])_arrays.Clone();
        return copy;
    }

    /// <summary>A buffer's name was given back: nothing refers to it any more (GL 1.5 section 2.9).</summary>
    public void Forget(uint buffer)
    {
        ArrayBuffer = ArrayBuffer == buffer ? 0 : ArrayBuffer;
        ElementBuffer = ElementBuffer == buffer ? 0 : ElementBuffer;
        for (int slot = 0; slot < _arrays.Length; slot++)
        {
            if (_arrays[slot].Buffer == buffer)
            {
                _arrays[slot] = _arrays[slot] with { Buffer = 0, Pointer = 0 };
            }
        }
    }

    /// <summary>The initial values of GL 1.5 table 6.6.</summary>
    private static VertexArray[] Initial()
    {
        var arrays = new VertexArray[ArraySlot.Count];
        Array.Fill(arrays, new VertexArray(false, 4, Float, 0, 0, 0, false));
        arrays[ArraySlot.Normal].Size = 3;
        arrays[ArraySlot.SecondaryColor].Size = 3;
        arrays[ArraySlot.Index].Size = 1;
        arrays[ArraySlot.FogCoord].Size = 1;
        arrays[ArraySlot.EdgeFlag].Size = 1;
        arrays[ArraySlot.EdgeFlag].Type = UnsignedByte;
        return arrays;
    }
}
