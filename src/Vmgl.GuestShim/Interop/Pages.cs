using System.Buffers;

namespace Vmgl.GuestShim.Interop;

/// <summary>Whole pages from the system, zeros at first. Their owner disposes of them: the collector does not, because it does not know
/// which threads still read.</summary>
internal sealed unsafe class Pages : MemoryManager<byte>
{
    private readonly int _bytes;
    private byte* _memory;

    /// <exception cref="InsufficientMemoryException">The system has none.</exception>
    public Pages(int bytes)
    {
        _memory = Libc.MapPages(bytes);
        _bytes = bytes;
        if (_memory is null)
        {
            throw new InsufficientMemoryException($"{bytes} bytes for what is drawn from");
        }
    }

    public override Span<byte> GetSpan() => new(_memory, _memory is null ? 0 : _bytes);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_memory + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (_memory is not null)
        {
            Libc.UnmapMemory(_memory, _bytes);
            _memory = null;
        }
    }
}
