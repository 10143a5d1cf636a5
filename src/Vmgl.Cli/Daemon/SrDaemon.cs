using System.Diagnostics;
using Vmgl.Cli.Control;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Daemon;

/// <summary>The daemon in a guest: tells programs where to go, and notices when this machine was restored.</summary>
internal sealed class SrDaemon(WhereToGo where, XenStore? store, StandstillWatch clocks, TimeSpan limit, Action<string> log)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private XenRequests? _requests = store is null ? null : new XenRequests(store);
    private Resumption? _resumption;

    /// <summary>Programs that are to go on, and do not yet: after a restore the network, or the host, may need a while.</summary>
    /// <param name="Request">Who waits for an answer.</param>
    /// <param name="Begun">When it began (Stopwatch).</param>
    private sealed record Resumption(XenRequest? Request, long Begun)
    {
        /// <summary>When programs were asked last (Stopwatch); zero: not yet.</summary>
        public long Asked { get; set; }
    }

    /// <summary>Looks every 200 ms until it is stopped.</summary>
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

        if (AskStore(requests => requests.TakeRequest()) is XenRequest request)
        {
            await ObeyAsync(request);
        }

        if (_resumption is { } resumption && (resumption.Asked == 0 || Stopwatch.GetElapsedTime(resumption.Asked) > s_pause))
        {
            await ResumeAsync(resumption);
        }
    }

    /// <summary>The evidence that this machine was restored since the previous call; null for none. One restore may show both in the clocks
    /// and in the domain's number.</summary>
    public string? TakeRestore()
    {
        TimeSpan stood = clocks.MeasureStandstill();
        string? domain = AskStore(requests => requests.TakeNewDomain());
        string? still = stood > TimeSpan.Zero ? $"this machine stood still for {stood.TotalSeconds:0.0} s" : null;
        return domain is null ? still : still is null ? $"this machine is domain {domain} now" : $"{still} and is domain {domain} now";
    }

    /// <summary>Speaks with the store, as long as there is one.</summary>
    private T? AskStore<T>(Func<XenRequests, T> say)
    {
        try
        {
            return _requests is null ? default : say(_requests);
        }
        catch (Exception e) when (e is XenStoreException or IOException)
        {
            log($"XenStore: {e.Message}; requests of the control domain are no longer received");
            _requests = null;
            return default;
        }
    }

    private async Task ReconnectAsync(string why)
    {
        log($"{why}: programs whose host does not answer connect anew, to {where.Address}");
        where.Resume(null);
        _resumption = null;
        if (ReportAnswers(await Programs.AskAsync(null, $"resume {where.Address} if-lost", limit, ControlJson.Default.ResumeResult),
            DescribeResumed).Failure is not null)
        {
            long now = Stopwatch.GetTimestamp();
            _resumption = new Resumption(null, now) { Asked = now };
        }
    }

    private async Task ObeyAsync(XenRequest request)
    {
        log($"the control domain asks: {request.Verb} {request.Number}");
        long start = Stopwatch.GetTimestamp();
        switch (request.Verb)
        {
            case "suspend":
                where.Suspend();
                _resumption = null;
                AnswerStore(request, start, ReportAnswers(
                    await Programs.AskAsync(null, "suspend", limit, ControlJson.Default.SuspendResult), DescribeSuspended));
                break;
            case "resume":
                where.Resume(null);
                _resumption = new Resumption(request, start);
                break;
            default:
                AnswerStore(request, start, (0, $"there is no request \"{request.Verb}\""));
                break;
        }
    }

    private void AnswerStore(XenRequest request, long start, (int Done, string? Failure) outcome)
    {
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        _ = AskStore(requests => outcome.Failure is null ? requests.ReportDone(request, took, outcome.Done)
            : requests.ReportFailed(request, outcome.Failure));
    }

    /// <summary>Lets those go on that wait; who has connected anew already, because a restore was noticed, is not disturbed. Those that
    /// cannot are asked again for a while.</summary>
    private async Task ResumeAsync(Resumption resumption)
    {
        if (where.IsSuspended)
        {
            EndResumption(resumption, (0, "programs were suspended meanwhile"));
            return;
        }

        IReadOnlyList<ProgramAnswer<ProgramStatus>> all =
            await Programs.AskAsync(null, "status", Programs.StatusLimit, ControlJson.Default.ProgramStatus);
        ProgramAnswer<ProgramStatus>[] waiting = [.. all.Where(answer => answer.Answer?.State != ProgramState.Drawing)];
        IReadOnlyList<ProgramAnswer<ResumeResult>>[] answers = await Task.WhenAll(waiting.Select(answer =>
            Programs.AskAsync(answer.Socket.Pid, $"resume {where.Address}", limit, ControlJson.Default.ResumeResult)));
        (int done, string? failure) = ReportAnswers([.. answers.SelectMany(answer => answer)], DescribeResumed);
        resumption.Asked = Stopwatch.GetTimestamp();
        if (failure is not null && Stopwatch.GetElapsedTime(resumption.Begun) < limit)
        {
            return;
        }

        EndResumption(resumption, (done + all.Count - waiting.Length, failure));
    }

    private void EndResumption(Resumption resumption, (int Done, string? Failure) outcome)
    {
        _resumption = null;
        if (resumption.Request is XenRequest request)
        {
            AnswerStore(request, resumption.Begun, outcome);
        }
    }

    private static string DescribeResumed(ResumeResult? result) =>
        result is null ? "resumed" : result.HasStayed ? $"still has its host, {result.Host}" : $"resumed in {Table.FormatTime(result.Ms)}";

    private static string DescribeSuspended(SuspendResult? result) =>
        result is null ? "suspended" : $"suspended in {Table.FormatTime(result.Ms)}";

    /// <param name="what">What was done, in words; of null: what was not.</param>
    private (int Done, string? Failure) ReportAnswers<T>(IReadOnlyList<ProgramAnswer<T>> answers, Func<T?, string> what)
        where T : class
    {
        foreach (ProgramAnswer<T> answer in answers)
        {
            string name = $"{answer.Socket.Program}[{answer.Socket.Pid}]";
            log(answer.Answer is T result ? $"{name} {what(result)}" : $"{name} not {what(null)}: {answer.Why}");
        }

        ProgramAnswer<T>[] failed = [.. answers.Where(answer => answer.Answer is null)];
        string? failure = failed.Length == 0 ? null
            : string.Join("; ", failed.Select(answer => $"{answer.Socket.Program}[{answer.Socket.Pid}] is not {what(null)}: {answer.Why}"));
        return (answers.Count - failed.Length, failure);
    }
}
