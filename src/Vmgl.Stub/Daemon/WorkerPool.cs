using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using Vmgl.Stub.Interop;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Daemon;

/// <summary>All workers: at most one warm and idle, the others with one guest each.</summary>
internal sealed class WorkerPool(Func<WorkerProcess> start, int maxGuests, Log log) : IGuestHall
{
    private readonly Lock _gate = new();
    private readonly List<WorkerProcess> _drawing = [];
    private WorkerProcess? _warm;
    private int _guests;
    private bool _closed;

    /// <summary>Starts the first worker and waits for it, so that a missing display or driver is found before any guest comes.</summary>
    /// <exception cref="StartException">Its renderer did not come up.</exception>
    public async Task StartFirstAsync()
    {
        WorkerProcess first = Take();
        Outcome outcome = await first.Started;
        if (!outcome.IsReady)
        {
            _ = await first.Ended;
            throw new StartException(outcome.Text);
        }

        lock (_gate)
        {
            _warm = first;
        }
    }

    public Answer? Admit(Guest guest)
    {
        if (guest.Hello.Method == AuthenticationMethod.SessionKey)
        {
            return Join(guest);
        }

        if (Interlocked.Increment(ref _guests) > maxGuests)
        {
            _ = Interlocked.Decrement(ref _guests);
            return Answer.Refusal(
                AnswerStatus.Busy,
                $"this host already serves {maxGuests} programs; close one, or raise stub-daemon --max-guests");
        }

        string? problem = HandOver(guest);
        if (problem is null)
        {
            _ = RefillLaterAsync();
            return null;
        }

        _ = Interlocked.Decrement(ref _guests);
        return Answer.Refusal(AnswerStatus.NoRenderer, $"the host cannot draw: {problem}");
    }

    /// <summary>Leads a further connection to the worker that draws for its guest.</summary>
    private Answer? Join(Guest guest)
    {
        WorkerProcess? worker;
        lock (_gate)
        {
            worker = _drawing.Find(w => CryptographicOperations.FixedTimeEquals(w.SessionKey, guest.Hello.Authentication.Span));
        }

        return worker is not null && worker.TryJoin(guest)
            ? null
            : Answer.Refusal(AnswerStatus.NotAuthenticated, "no session of this host has this key: it has ended, or the key is wrong");
    }

    /// <summary>Lets the idle worker go and waits for its end. Those with a guest are left alone.</summary>
    public async Task CloseAsync()
    {
        WorkerProcess? idle;
        lock (_gate)
        {
            _closed = true;
            idle = _warm;
            _warm = null;
        }

        if (idle is not null)
        {
            idle.Dismiss();
            _ = await idle.Ended;
        }
    }

    /// <summary>Null, or why no worker took the guest. A warm worker may have died a moment ago; then a fresh one gets its turn.</summary>
    private string? HandOver(Guest guest)
    {
        string problem = "";
        for (int attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                WorkerProcess worker = Take();
                Outcome outcome = worker.Started.GetAwaiter().GetResult();
                if (outcome.IsReady && TryHandOver(worker, guest))
                {
                    log.Line($"worker {worker.ProcessId} draws for {guest.Name}");
                    _ = ReleaseAtEndAsync(worker);
                    return null;
                }

                problem = outcome.IsReady ? $"worker {worker.ProcessId} ended" : outcome.Text;
            }
            catch (Win32Exception e)
            {
                problem = $"no worker could be started: {e.Message}";
            }
        }

        return problem;
    }

    /// <summary>Hands a guest to a worker, which is known by its key before the guest can ask for it.</summary>
    private bool TryHandOver(WorkerProcess worker, Guest guest)
    {
        lock (_gate)
        {
            _drawing.Add(worker);
        }

        bool took = worker.TryHandOver(guest);
        if (!took)
        {
            lock (_gate)
            {
                _ = _drawing.Remove(worker);
            }
        }

        return took;
    }

    /// <summary>The warm worker, or a new one.</summary>
    private WorkerProcess Take()
    {
        lock (_gate)
        {
            WorkerProcess? warm = _warm;
            _warm = null;
            return warm ?? StartWatched();
        }
    }

    /// <summary>A worker that starts keeps a core busy for a while: not the one that the guest waits for.</summary>
    private async Task RefillLaterAsync()
    {
        await Task.Delay(DaemonLimits.BeforeTheNextWorker);
        Refill();
    }

    private void Refill()
    {
        try
        {
            lock (_gate)
            {
                _warm ??= _closed ? null : StartWatched();
            }
        }
        catch (Win32Exception e)
        {
            log.Line($"no warm worker: {e.Message}");
        }
    }

    private WorkerProcess StartWatched()
    {
        WorkerProcess worker = start();
        _ = WatchAsync(worker, Stopwatch.GetTimestamp());
        return worker;
    }

    private async Task WatchAsync(WorkerProcess worker, long since)
    {
        Outcome outcome = await worker.Started;
        log.Line($"worker {worker.ProcessId} {(outcome.IsReady ? "is ready: " : "could not start: ")}{outcome.Text}");
        ChildEnd end = await worker.Ended;
        log.Line($"worker {worker.ProcessId} ended {end}");
        if (Forget(worker) && Stopwatch.GetElapsedTime(since) >= DaemonLimits.WorkerProvesItself)
        {
            Refill();
        }
    }

    /// <summary>Whether <paramref name="worker"/> was the warm one; it no longer is.</summary>
    private bool Forget(WorkerProcess worker)
    {
        lock (_gate)
        {
            bool wasWarm = ReferenceEquals(_warm, worker);
            _warm = wasWarm ? null : _warm;
            return wasWarm;
        }
    }

    private async Task ReleaseAtEndAsync(WorkerProcess worker)
    {
        _ = await worker.Ended;
        _ = Interlocked.Decrement(ref _guests);
        lock (_gate)
        {
            _ = _drawing.Remove(worker);
        }
    }
}
