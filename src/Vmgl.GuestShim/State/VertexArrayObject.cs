namespace Vmgl.GuestShim.State;

/// <summary>A set of vertex arrays (GL 3.0 section 2.10): the one that every context begins with, or one that the program made.</summary>
internal sealed class VertexArrayObject(uint name)
{
    private readonly VertexArray[] _arrays = InitialArrays();

    /// <summary>Its name; 0 for the one that is always there.</summary>
    public uint Name { get; } = name;

    /// <summary>Whether it was ever bound: before that its name is not an object's.</summary>
    public bool WasBound { get; set; }

    /// <summary>Whether its arrays may lie in the program's memory: APPLE_vertex_array_object's may, ARB_vertex_array_object's must
    /// not.</summary>
    public bool TakesClientMemory { get; set; }

    /// <summary>Its label (KHR_debug).</summary>
    public byte[] Label { get; set; } = [];

    /// <summary>The buffer that indices lie in.</summary>
    public uint ElementBuffer { get; set; }

    /// <summary>Which arrays are enabled: a bit a slot.</summary>
    public ulong Enabled { get; private set; }

    /// <summary>An array by its slot.</summary>
    public ref VertexArray this[int slot] => ref _arrays[slot];

    /// <summary>Whether an array is enabled.</summary>
    public bool IsEnabled(int slot) => ((Enabled >> slot) & 1) != 0;

    /// <summary>Enables or disables an array.</summary>
    public void EnableArray(int slot, bool enabled) => Enabled = enabled ? Enabled | (1UL << slot) : Enabled & ~(1UL << slot);

    /// <summary>Copies the state of another one, but for its name.</summary>
    public void CopyFrom(VertexArrayObject other)
    {
        other._arrays.CopyTo(_arrays, 0);
        (ElementBuffer, Enabled) = (other.ElementBuffer, other.Enabled);
    }

    /// <summary>Removes a buffer that was deleted while this was bound: nothing refers to it any more (GL 1.5 section 2.9).</summary>
    public void RemoveBuffer(uint buffer)
    {
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
    private static VertexArray[] InitialArrays()
    {
        var arrays = new VertexArray[ArraySlot.Count];
        Array.Fill(arrays, new VertexArray(4, GL_FLOAT, 0, 0, 0, false));
        arrays[ArraySlot.Normal].Size = 3;
        arrays[ArraySlot.SecondaryColor].Size = 3;
        arrays[ArraySlot.Index].Size = 1;
        arrays[ArraySlot.FogCoord].Size = 1;
        arrays[ArraySlot.EdgeFlag].Size = 1;
        arrays[ArraySlot.EdgeFlag].Type = GL_UNSIGNED_BYTE;
        return arrays;
    }
}
