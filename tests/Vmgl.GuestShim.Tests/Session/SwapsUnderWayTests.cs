using Vmgl.GuestShim.Session;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Tests.Session;

/// <summary>Swaps between their call and the host's acknowledgement.</summary>
public sealed class SwapsUnderWayTests
{
    private readonly SwapsUnderWay _swaps = new();
    private readonly SwapRecord _one = new(isPacedHere: false);
    private readonly SwapRecord _two = new(isPacedHere: false);

    [Fact]
    public void Acknowledgements_CountForTheirDrawables_InOrder()
    {
        Assert.Equal([1, 1, 2], [_swaps.BeginSwap(_one), _swaps.BeginSwap(_two), _swaps.BeginSwap(_two)]);
        Assert.Equal((3, 0L, 0L), (_swaps.Count, _one.Done, _two.Done));

        _swaps.AcknowledgeOldest();
        Assert.Equal((1L, 0L), (_one.Done, _two.Done));
        _swaps.AcknowledgeOldest();
        _swaps.AcknowledgeOldest();
        Assert.Equal((0, 1L, 2L, 2L), (_swaps.Count, _one.Done, _two.Done, _two.Asked));
    }

    [Fact]
    public void ManyTurns_KeepTheOrder()
    {
        for (int i = 0; i < 1000; i++)
        {
            _ = _swaps.BeginSwap(i % 3 == 0 ? _one : _two);
            if (_swaps.Count == 9) // eight credits, and one that waits
            {
                _swaps.AcknowledgeOldest();
            }
        }

        Assert.Equal((334L - 3, 666L - 5), (_one.Done, _two.Done));
    }

    [Fact]
    public void AcknowledgementOfNothing_BreaksTheProtocol()
    {
        _ = _swaps.BeginSwap(_one);
        _swaps.AcknowledgeOldest();

        Assert.Throws<ProtocolException>(_swaps.AcknowledgeOldest);
    }
}
