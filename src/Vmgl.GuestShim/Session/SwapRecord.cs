namespace Vmgl.GuestShim.Session;

/// <summary>The swaps of a drawable: the interval between them, and how many there were.</summary>
internal sealed class SwapRecord(bool isPacedHere)
{
    /// <summary>GLX_EXT_swap_control and GLX_SGI_swap_control: one refresh, until the program sets another interval.</summary>
    private const int FirstInterval = 1;

    private readonly FramePacer _pacer = new();
    private int? _interval;
    private long _asked;
    private long _done;

    /// <summary>Whether the guest holds the program to the interval; else that is left to the host's driver.</summary>
    public bool IsPacedHere { get; set; } = isPacedHere;

    /// <summary>Refreshes between swaps; negative when late swaps may tear.</summary>
    public int Interval
    {
        get => _interval ?? FirstInterval;
        set => _interval = value;
    }

    /// <summary>Swaps that the host has carried out: GLX_OML_sync_control's SBC.</summary>
    public long Done => Volatile.Read(ref _done);

    /// <summary>Swaps that the program has asked for.</summary>
    public long Asked => Volatile.Read(ref _asked);

    /// <summary>Waits until the program may swap by the interval that it set; one that it never set does not hold it up.</summary>
    public void AwaitTurn(RefreshClock clock) => _pacer.AwaitTurn(clock, _interval ?? 0);

    /// <summary>The program swaps at a refresh that it chose itself; the next interval begins there.</summary>
    public void TakeTurn(RefreshClock clock) => _pacer.AwaitTurn(clock, 0);

    /// <summary>A swap is asked for; its number.</summary>
    public long RequestSwap() => Interlocked.Increment(ref _asked);

    /// <summary>The host has carried out the next swap.</summary>
    public void FinishSwap() => Interlocked.Increment(ref _done);
}
