namespace Vmgl.GuestShim.State;

/// <summary>A context's vertex arrays and what selects among them. All of it stays in the guest: a draw carries the arrays that it
/// uses.</summary>
internal sealed class VertexArrays
{
    private readonly Dictionary<uint, VertexArrayObject> _objects = new() { [0] = new VertexArrayObject(0) };
    private uint _lastName;

    public VertexArrays()
    {
        Bound = _objects[0];
    }

    /// <summary>The arrays that commands describe and draws use.</summary>
    public VertexArrayObject Bound { get; private set; }

    /// <summary>The texture unit that glTexCoordPointer describes.</summary>
    public int ClientUnit { get; set; }

    /// <summary>The buffer that the next pointer is an offset in.</summary>
    public uint ArrayBuffer { get; set; }

    /// <summary>The buffer that indices lie in.</summary>
    public uint ElementBuffer { get => Bound.ElementBuffer; set => Bound.ElementBuffer = value; }

    /// <summary>The elements that glLockArraysEXT promised to leave alone: first and count, both 0 when unlocked.</summary>
    public (int First, int Count) Locked { get; set; }

    /// <summary>Whether an index ends a primitive (NV_primitive_restart, GL 3.1 section 2.8).</summary>
    public bool Restarts { get; set; }

    /// <summary>The index that does.</summary>
    public uint RestartIndex { get; set; }

    /// <summary>An array by its slot.</summary>
    public ref VertexArray this[int slot] => ref Bound[slot];

    /// <summary>Hands out names of vertex array objects, which become objects when they are bound.</summary>
    public unsafe void GenerateNames(int count, uint* names)
    {
        for (int i = 0; i < count; i++)
        {
            do
            {
                _lastName++;
            }
            while (_objects.ContainsKey(_lastName));
            _objects[_lastName] = new VertexArrayObject(_lastName);
            names[i] = _lastName;
        }
    }

    /// <summary>The object of that name; null for a name that was not handed out.</summary>
    public VertexArrayObject? FindObject(uint name) => _objects.GetValueOrDefault(name);

    /// <summary>Binds an object; false for a name that was not handed out, unless <paramref name="makes"/> lets it come to life.</summary>
    public bool BindObject(uint name, bool makes)
    {
        if (!_objects.TryGetValue(name, out VertexArrayObject? found))
        {
            if (!makes)
            {
                return false;
            }

            found = _objects[name] = new VertexArrayObject(name);
        }

        found.TakesClientMemory |= makes && !found.WasBound;
        found.WasBound = true;
        Bound = found;
        return true;
    }

    /// <summary>Deletes an object; the one that is bound is replaced by object 0.</summary>
    public void DeleteObject(uint name)
    {
        if (name != 0 && _objects.Remove(name, out VertexArrayObject? gone) && gone == Bound)
        {
            Bound = _objects[0];
        }
    }

    /// <summary>The state that the client attribute stack keeps.</summary>
    public SavedArrays SaveState()
    {
        var copy = new VertexArrayObject(Bound.Name);
        copy.CopyFrom(Bound);
        return new SavedArrays(copy, ClientUnit, ArrayBuffer, Locked, Restarts, RestartIndex);
    }

    /// <summary>Restores the saved state; that of an object which has been deleted since is lost.</summary>
    public void RestoreState(SavedArrays saved)
    {
        (ClientUnit, ArrayBuffer, Locked) = (saved.ClientUnit, saved.ArrayBuffer, saved.Locked);
        (Restarts, RestartIndex) = (saved.Restarts, saved.RestartIndex);
        if (_objects.TryGetValue(saved.Arrays.Name, out VertexArrayObject? found))
        {
            Bound = found;
            found.CopyFrom(saved.Arrays);
        }
    }

    /// <summary>Removes a buffer that was deleted.</summary>
    public void RemoveBuffer(uint buffer)
    {
        ArrayBuffer = ArrayBuffer == buffer ? 0 : ArrayBuffer;
        Bound.RemoveBuffer(buffer);
    }
}

/// <summary>Vertex arrays on the client attribute stack.</summary>
internal sealed record SavedArrays(
    VertexArrayObject Arrays, int ClientUnit, uint ArrayBuffer, (int First, int Count) Locked, bool Restarts, uint RestartIndex);
