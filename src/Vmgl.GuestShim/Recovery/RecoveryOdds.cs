namespace Vmgl.GuestShim.Recovery;

/// <summary>Whether another worker is worth trying. A worker that ends often without having done anything ends because of what it is
/// sent.</summary>
internal sealed class RecoveryOdds
{
    /// <summary>Losses without progress in between after which no other worker is tried.</summary>
    public const int MostLosses = 12;

    private int _losses;
    private string? _hopeless;

    /// <summary>Why the session cannot be brought to another worker any more; null while it can.</summary>
    public string? Hopeless => Volatile.Read(ref _hopeless);

    /// <summary>The worker plays what it is sent.</summary>
    public void NoteProgress() => _losses = 0;

    /// <summary>The session cannot be brought to another worker any more. The first reason counts.</summary>
    public void GiveUp(string why) => _ = Interlocked.CompareExchange(ref _hopeless, why, null);

    /// <summary>Counts a loss.</summary>
    /// <returns>Whether there were too many.</returns>
    public bool CountLoss() => ++_losses > MostLosses;
}
