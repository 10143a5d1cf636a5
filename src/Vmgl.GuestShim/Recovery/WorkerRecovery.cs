using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Brings the session to another worker when its own is lost, or when its user wants it elsewhere.</summary>
internal sealed class WorkerRecovery(GuestSession session, Pictures pictures, KeptSession kept, RecoveryState state) : ILossHandler
{
    private const int MostNamed = 8;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    /// <summary>How often a worker was lost and another replaced it.</summary>
    public int Recoveries { get; private set; }

    /// <summary>How long the program was held up by the last loss, suspension or move.</summary>
    public TimeSpan LastInterruption { get; set; }

    /// <inheritdoc/>
    public void GiveUp(string why) => kept.Odds.GiveUp(why);

    /// <inheritdoc/>
    public HostLink? FindReplacement(string why)
    {
        long start = Stopwatch.GetTimestamp();
        state.EnterState(ProgramState.Reconnecting);
        string? trouble = kept.Odds.Hopeless
            ?? (kept.Odds.CountLoss() ? $"{why} each of {RecoveryOdds.MostLosses} times, as soon as it got what this program draws" : null);
        string last = why;
        HostLink? link = trouble is null ? FindAnother(start, ref last) : null;
        state.EnterState(ProgramState.Drawing);
        if (link is not null)
        {
            LastInterruption = Stopwatch.GetElapsedTime(start);
            Recoveries++;
            ReportRecovery(why, link);
            return link;
        }

        string? hopeless = kept.Odds.Hopeless;
        string tried = RecoveryOptions.Here.ReconnectLimit > TimeSpan.Zero && trouble is null && hopeless is null
            ? $" and could not be replaced within {RecoveryOptions.Here.ReconnectLimit.TotalSeconds:0} s ({last})" : "";
        Failure.ReportLine($"{StubAddress.Variable}={state.Target.Text} {trouble ?? hopeless ?? why}{tried}; this program draws nothing from here on, start it again");
        return null;
    }

    /// <summary>One attempt: a worker that has the session as the mirror has it and has been sent the frames since then.</summary>
    /// <param name="why">Gets the reason of a failure.</param>
    /// <returns>The connection; null when the attempt failed.</returns>
    public HostLink? TryBringSession(StubAddress address, ref string why)
    {
        try
        {
            using var worker = FreshWorker.Dial(address, session, pictures);
            return BringSession(worker);
        }
        catch (Exception e) when (e is AddressException or HostLostException or RebuildException)
        {
            why = e.Message;
            return null;
        }
    }

    /// <summary>Brings the session to a worker: what the mirror has, and the frames since then.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    /// <exception cref="RebuildException">It refuses something.</exception>
    public HostLink BringSession(FreshWorker worker)
    {
        lock (kept.Folding)
        {
            SessionMirror mirror = kept.Mirror;
            if (mirror.Facts == HostFacts.Least && mirror.Contexts.FirstOrDefault() is MirroredContext like)
            {
                // Commands that are not folded yet may have been refused by the host that is gone; most hosts are alike.
                mirror.Facts = worker.FactsFor(like, mirror) ?? HostFacts.Least;
            }

            kept.FoldPlayed();
            return worker.BringSession(mirror, kept.Contents, SendAgain);
        }
    }

    /// <summary>Tries again and again, with growing pauses. What the user's tools ask for ends a pause, or holds the program.</summary>
    private HostLink? FindAnother(long start, ref string why)
    {
        TimeSpan pause = s_firstPause;
        TimeSpan held = TimeSpan.Zero;
        TimeSpan limit = RecoveryOptions.Here.ReconnectLimit;
        while (kept.Odds.Hopeless is null && limit > TimeSpan.Zero && Stopwatch.GetElapsedTime(start) - held <= limit)
        {
            long before = Stopwatch.GetTimestamp();
            if (ResumeService.AskForTarget(out StubAddress? told))
            {
                state.Target = told ?? state.Target;
                held += Stopwatch.GetElapsedTime(before);
            }

            if (TryBringSession(state.Target, ref why) is HostLink link)
            {
                return link;
            }

            pause = state.PauseSearch(pause, ref held) ? s_firstPause : pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }

        return null;
    }

    /// <summary>Sends the frames that the mirror does not have, in their order.</summary>
    private void SendAgain(LinkQuestions host)
    {
        FrameDelivery delivery = session.Connection.Delivery;
        delivery.BeginReplay();
        delivery.FinishSwaps(kept.Log.TakeUnacknowledged());
        var replay = new FrameReplay(host);
        foreach (KeptFrame frame in kept.Log.CopyAll())
        {
            if (frame.IsAcknowledged)
            {
                frame.Picture = null;
                delivery.ExpectRepeatedSwap(frame.Stream);
            }

            replay.SendAgain(frame, frame.IsAwaiting ? session.Connection.Streams[frame.Stream]?.Awaited ?? 0 : 0);
        }
    }

    private void ReportRecovery(string why, HostLink link)
    {
        string[] stale = [.. kept.Stale.Select(content => content.What)];
        string more = stale.Length > MostNamed ? $" and {stale.Length - MostNamed} more" : "";
        string old = stale.Length == 0 ? "" : $"; as old as when they were last read back: {string.Join(", ", stale.Take(MostNamed))}{more}";
        string unseen = kept.LacksSwap ? "; what was drawn without a swap may be missing" : "";
        Failure.ReportLine($"{StubAddress.Variable}={link.Address.Text} {why}; drawing goes on after {LastInterruption.TotalMilliseconds:0} ms"
            + $" (loss {Recoveries}, {kept.Mirror.Bytes / 1e6:0.0} MB rebuilt){old}{unseen}");
    }
}
