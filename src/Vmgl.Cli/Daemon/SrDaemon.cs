using System.Diagnostics;
using Vmgl.Cli.Control;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Daemon;

/// <summary>The daemon in a guest: tells programs where to go, and notices when this machine was restored.</summary>
internal sealed class SrDaemon(WhereToGo where, XenStore? store, StandstillWatch clocks, TimeSpan limit, Action<string> log)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private XenRequests? _requests = store is null ? null : new XenRequests(store);

    /// <summary>Looks every 200 ms until it is told to stop.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(s_interval);
        do
        {
            await LookAsync();
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <summary>Looks once, and does what is to be done.</summary>
    public async Task LookAsync()
    {
        // A restore is dealt with before what the control domain asks after it.
        if (TakeRestore() is string restored)
        {
            await ReconnectAsync(restored);
        }

        if (Hear(requests => requests.Take()) is XenRequest request)
        {
            await ObeyAsync(request);
        }
    }

    /// <summary>What shows that this machine was restored since the call before; null if nothing does. One restore may show by the clocks and by the domain's number.</summary>
    public string? TakeRestore()
    {
        TimeSpan stood = clocks.Take();
        string? domain = Hear(requests => requests.TakeNewDomain());
        string? still = stood > TimeSpan.Zero ? $"this machine stood still for {stood.TotalSeconds:0.0} s" : null;
        return domain is null ? still : still is null ? $"this machine is domain {domain} now" : $"{still} and is domain {domain} now";
    }

    /// <summary>Speaks with the store, as long as there is one.</summary>
    private T? Hear<T>(Func<XenRequests, T> say)
    {
        try
        {
            return _requests is null ? default : say(_requests);
        }
        catch (Exception e) when (e is XenStoreException or IOException)
        {
            log($"XenStore: {e.Message}; requests of the control domain are not heard any more");
            _requests = null;
            return default;
        }
    }

    private async Task ReconnectAsync(string why)
    {
        log($"{why}: programs connect anew, to {where.Address}");
        where.Resume(null);
        Report(await Programs.AskAsync(null, $"resume {where.Address}", limit, ControlJson.Default.ResumeResult), "resumed", a => a.Ms);
    }

    private async Task ObeyAsync(XenRequest request)
    {
        log($"the control domain asks: {request.Verb} {request.Number}");
        long start = Stopwatch.GetTimestamp();
        (int done, string? failure) = request.Verb switch
        {
            "suspend" => await SuspendAsync(),
            "resume" => await ResumeAsync(),
            _ => (0, $"there is no request \"{request.Verb}\""),
        };
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        _ = Hear(requests => failure is null ? requests.Done(request, took, done) : requests.Failed(request, failure));
    }

    private async Task<(int Done, string? Failure)> SuspendAsync()
    {
        where.Suspend();
        return Report(await Programs.AskAsync(null, "suspend", limit, ControlJson.Default.SuspendResult), "suspended", a => a.Ms);
    }

    /// <summary>Lets those go on that wait; who has connected anew already, because a restore was noticed, is not disturbed.</summary>
    private async Task<(int Done, string? Failure)> ResumeAsync()
    {
        where.Resume(null);
        IReadOnlyList<ProgramAnswer<ProgramStatus>> all = await Programs.AskAsync(null, "status", Programs.StatusLimit, ControlJson.Default.ProgramStatus);
        ProgramAnswer<ProgramStatus>[] waiting = [.. all.Where(answer => answer.Answer?.State != ProgramState.Drawing)];
        IReadOnlyList<ProgramAnswer<ResumeResult>>[] answers = await Task.WhenAll(waiting.Select(answer =>
            Programs.AskAsync(answer.Socket.Pid, $"resume {where.Address}", limit, ControlJson.Default.ResumeResult)));
        (int done, string? failure) = Report([.. answers.SelectMany(answer => answer)], "resumed", a => a.Ms);
        return (done + all.Count - waiting.Length, failure);
    }

    private (int Done, string? Failure) Report<T>(IReadOnlyList<ProgramAnswer<T>> answers, string what, Func<T, double> took)
        where T : class
    {
        foreach (ProgramAnswer<T> answer in answers)
        {
            string name = $"{answer.Socket.Program}[{answer.Socket.Pid}]";
            log(answer.Answer is T result ? $"{name} {what} in {Table.Time(took(result))}" : $"{name} not {what}: {answer.Why}");
        }

        ProgramAnswer<T>[] failed = [.. answers.Where(answer => answer.Answer is null)];
        string? failure = failed.Length == 0 ? null : string.Join("; ", failed.Select(answer => $"{answer.Socket.Program}[{answer.Socket.Pid}] is not {what}: {answer.Why}"));
        return (answers.Count - failed.Length, failure);
    }
}
