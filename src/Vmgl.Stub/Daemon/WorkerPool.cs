using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Daemon;

/// <summary>All workers: one warm and idle, for a while those whose guests did not wait for them, and the others with one guest
/// each.</summary>
internal sealed class WorkerPool(Func<WorkerProcess> start, int maxGuests, Log log) : IGuestHall
{
    private readonly Lock _gate = new();
    private readonly List<WorkerProcess> _drawing = [];
    private readonly List<WorkerProcess> _idle = [];
    private int _guests;
    private bool _closed;

    /// <summary>Starts the first worker and waits for it, so that a missing display or driver is found before any guest comes.</summary>
    /// <exception cref="StartException">Its renderer did not come up.</exception>
    public async Task StartFirstAsync()
    {
        WorkerProcess first = TakeWorker();
        Outcome outcome = await first.Started;
        if (!outcome.IsReady)
        {
            _ = await first.Ended;
            throw new StartException(outcome.Text);
        }

        lock (_gate)
        {
            _idle.Add(first);
        }
    }

    public Answer? AdmitGuest(Guest guest)
    {
        if (guest.Hello.Method == AuthenticationMethod.SessionKey)
        {
            return JoinWorker(guest);
        }

        if (Interlocked.Increment(ref _guests) > maxGuests)
        {
            _ = Interlocked.Decrement(ref _guests);
            return Answer.CreateRefusal(
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
        return Answer.CreateRefusal(AnswerStatus.NoRenderer, $"the host cannot draw: {problem}");
    }

    /// <summary>Leads a further connection to the worker that draws for its guest.</summary>
    private Answer? JoinWorker(Guest guest)
    {
        WorkerProcess? worker;
        lock (_gate)
        {
            worker = _drawing.Find(w => CryptographicOperations.FixedTimeEquals(w.SessionKey, guest.Hello.Authentication.Span));
        }

        return worker is not null && worker.TryJoin(guest)
            ? null
            : Answer.CreateRefusal(AnswerStatus.NotAuthenticated,
                "no session of this host has this key: it has ended, or the key is wrong");
    }

    /// <summary>Lets idle workers go and waits for their end. Those with a guest are left alone.</summary>
    public async Task CloseAsync()
    {
        WorkerProcess[] idle;
        lock (_gate)
        {
            _closed = true;
            idle = [.. _idle];
            _idle.Clear();
        }

        foreach (WorkerProcess worker in idle)
        {
            worker.CloseChannel();
        }

        _ = await Task.WhenAll(idle.Select(worker => worker.Ended));
    }

    /// <summary>Null, or why no worker took the guest. A warm worker may have died a moment ago; then a fresh one gets its turn.</summary>
    private string? HandOver(Guest guest)
    {
        string problem = "";
        for (int attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                WorkerProcess worker = TakeWorker();
                if (!WaitForStart(worker, guest))
                {
                    ReturnWorker(worker);
                    return $"{guest.Name} did not wait for it";
                }

                Outcome outcome = worker.Started.GetAwaiter().GetResult();
                if (outcome.IsReady && TryHandOver(worker, guest))
                {
                    log.WriteLine($"worker {worker.ProcessId} draws for {guest.Name}");
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

    /// <summary>False when the guest leaves before: a host that starts workers more slowly than guests wait would start one for each
    /// attempt.</summary>
    private static bool WaitForStart(WorkerProcess worker, Guest guest)
    {
        while (!worker.Started.Wait(DaemonLimits.LookAtGuest))
        {
            if (guest.HasLeft)
            {
                return false;
            }
        }

        return !guest.HasLeft;
    }

    /// <summary>Keeps an unused worker for the next guest: the one that left is likely to come again.</summary>
    private void ReturnWorker(WorkerProcess worker)
    {
        lock (_gate)
        {
            if (!_closed && !worker.Ended.IsCompleted)
            {
                _idle.Add(worker);
                _ = TrimAsync();
                return;
            }
        }

        worker.CloseChannel();
    }

    /// <summary>After a while one idle worker is enough.</summary>
    private async Task TrimAsync()
    {
        await Task.Delay(DaemonLimits.SpareWorker);
        WorkerProcess? spare = null;
        lock (_gate)
        {
            if (_idle.Count > 1)
            {
                spare = _idle[^1];
                _idle.RemoveAt(_idle.Count - 1);
            }
        }

        spare?.CloseChannel();
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

    /// <summary>The idle worker that was started first, or a new one.</summary>
    private WorkerProcess TakeWorker()
    {
        lock (_gate)
        {
            if (_idle.MinBy(worker => worker.Since) is not WorkerProcess idle)
            {
                return StartWatched();
            }

            _ = _idle.Remove(idle);
            return idle;
        }
    }

    /// <summary>A worker that starts keeps a core busy for a while: not the one that the guest waits for.</summary>
    private async Task RefillLaterAsync()
    {
        await Task.Delay(DaemonLimits.BeforeTheNextWorker);
        RefillPool();
    }

    private void RefillPool()
    {
        try
        {
            lock (_gate)
            {
                if (_idle.Count == 0 && !_closed)
                {
                    _idle.Add(StartWatched());
                }
            }
        }
        catch (Win32Exception e)
        {
            log.WriteLine($"no warm worker: {e.Message}");
        }
    }

    private WorkerProcess StartWatched()
    {
        WorkerProcess worker = start();
        _ = WatchAsync(worker);
        return worker;
    }

    private async Task WatchAsync(WorkerProcess worker)
    {
        Outcome outcome = await worker.Started;
        log.WriteLine($"worker {worker.ProcessId} {(outcome.IsReady ? "is ready: " : "could not start: ")}{outcome.Text}");
        ChildEnd end = await worker.Ended;
        log.WriteLine($"worker {worker.ProcessId} ended {end}");
        if (ForgetWorker(worker) && Stopwatch.GetElapsedTime(worker.Since) >= DaemonLimits.WorkerProvesItself)
        {
            RefillPool();
        }
    }

    /// <summary>Whether <paramref name="worker"/> was idle; it no longer is.</summary>
    private bool ForgetWorker(WorkerProcess worker)
    {
        lock (_gate)
        {
            return _idle.Remove(worker);
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
