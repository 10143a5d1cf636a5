namespace Vmgl.GuestShim.State;

/// <summary>The copies of a share group's buffer objects, by name.</summary>
internal sealed class BufferShadows
{
    private readonly LockedTable<uint, BufferShadow> _buffers = new(name => new BufferShadow(name));

    /// <summary>The copy; null for a name without contents.</summary>
    public BufferShadow? FindShadow(uint name) => _buffers.Find(name);

    /// <summary>The copy, made empty at its first use.</summary>
    public BufferShadow FindOrAdd(uint name) => _buffers.FindOrMake(name);

    /// <summary>Forgets a buffer and frees its copy.</summary>
    public void DeleteShadow(uint name) => _buffers.Remove(name)?.FreeMemory();

    /// <summary>Frees all copies.</summary>
    public void FreeAll() => _buffers.RemoveAll().ForEach(buffer => buffer.FreeMemory());
}
