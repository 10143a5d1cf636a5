namespace Vmgl.Apps;

/// <summary>The results of all runs of one program.</summary>
internal sealed class Evidence(App app)
{
    private readonly List<ProgramRun> _runs = [];
    private readonly List<Comparison> _comparisons = [];
    private readonly List<string> _remarks = [];

    public App App { get; } = app;

    public IReadOnlyList<ProgramRun> Runs => _runs;

    public IReadOnlyList<Comparison> Comparisons => _comparisons;

    /// <summary>Observations that do not affect the verdict.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The packages that are not installed; if there are any, nothing was run.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether the forwarded OpenGL is older than the program requires.</summary>
    public bool NeedsMore { get; init; }

    /// <summary>The reason why the results are incomplete: tracing failed, or a demo is missing.</summary>
    public string? Trouble { get; set; }

    /// <summary>The process name that must be in the host's log: for traces, that of the program that replays them.</summary>
    public string Process => App.Kind == Kind.Replay ? "glretrace" : App.Process;

    public IEnumerable<ProgramRun> Natives => _runs.Where(run => run.Side == Side.Native);

    public IEnumerable<ProgramRun> Forwarded => _runs.Where(run => run.Side == Side.Forwarded);

    public IEnumerable<Session> Sessions => Forwarded.SelectMany(run => run.Sessions).Where(session => session.Program == Process);

    public double? NativeRate => FrameRate.MedianOf(Natives.Select(run => run.Rate));

    public double? ForwardedRate => FrameRate.MedianOf(Forwarded.Select(run => run.Rate));

    /// <summary>Forwarded ÷ native.</summary>
    public double? Ratio => NativeRate is > 0 and double native ? ForwardedRate / native : null;

    /// <summary>Round trips and megabytes of a steady frame. Null for replays: they are too short, and some of them take
    /// snapshots.</summary>
    public (double RoundTrips, double Megabytes)? Steady => App.Kind == Kind.Replay ? null : SessionLog.MeasureSteadyFrame(Sessions);

    public ProgramRun AddRun(ProgramRun run)
    {
        _runs.Add(run);
        return run;
    }

    public void AddComparison(Comparison comparison) => _comparisons.Add(comparison);

    public void AddRemark(string remark) => _remarks.Add(remark);
}
