using Vmgl.Wire;

namespace Vmgl.GuestShim.Session;

/// <summary>A stream's swaps that the host has not carried out yet; it carries them out in order. One thread begins them, whoever reads
/// the connection finishes them.</summary>
internal sealed class SwapsUnderWay
{
    /// <summary>A power of two above the largest number of frame credits and the swap that waits for one.</summary>
    private const int Most = 16;

    private readonly SwapRecord[] _records = new SwapRecord[Most];
    private uint _begun;
    private uint _finished;

    public int Count => (int)(Volatile.Read(ref _begun) - Volatile.Read(ref _finished));

    /// <summary>A swap sets out; its number among those of its drawable.</summary>
    public long BeginSwap(SwapRecord record)
    {
        _records[_begun % Most] = record;
        long number = record.RequestSwap();
        Volatile.Write(ref _begun, _begun + 1);
        return number;
    }

    /// <summary>The host has carried out the oldest.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public void AcknowledgeOldest()
    {
        if (Count == 0)
        {
            throw new ProtocolException("a swap was carried out that nobody asked for");
        }

        _records[_finished % Most].FinishSwap();
        Volatile.Write(ref _finished, _finished + 1);
    }
}
