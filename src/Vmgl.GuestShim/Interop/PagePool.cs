using System.Buffers;

namespace Vmgl.GuestShim.Interop;

/// <summary>Memory for contents: what is large comes from the system and goes back to it at once. The collector would let it lie for as
/// long as the program allocates nothing, which is what programs do that have loaded all they need.</summary>
internal sealed class PagePool : MemoryPool<byte>
{
    /// <summary>Smaller blocks come from arrays that are used again. Of each size a few dozen may be kept for ever.</summary>
    public const int LeastBytes = 256 << 10;

    /// <summary>The pool of this process.</summary>
    public static PagePool Here { get; } = new();

    public override int MaxBufferSize => int.MaxValue;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1) =>
        minBufferSize < LeastBytes ? Shared.Rent(minBufferSize) : new Pages(minBufferSize);

    protected override void Dispose(bool disposing)
    {
    }
}
