namespace Vmgl.GuestShim.Session;

/// <summary>Holds a program to the swap interval that it set, where the host draws on no screen whose refreshes could do so.</summary>
internal sealed class FramePacer
{
    private long? _last;

    /// <summary>Waits until a swap may happen.</summary>
    /// <param name="interval">Refreshes since the swap before; 0: does not wait. Below 0 (EXT_swap_control_tear): as many, and a late swap
    /// does not wait for a refresh, which here none does.</param>
    public void AwaitTurn(RefreshClock clock, int interval) =>
        _last = interval == 0 || _last is not long last ? clock.Count : clock.WaitFor(last + Math.Abs((long)interval));
}
