namespace Vmgl.Apps;

/// <summary>What the runs of one program have shown.</summary>
internal sealed class Evidence(App app)
{
    private readonly List<ProgramRun> _runs = [];
    private readonly List<Comparison> _comparisons = [];
    private readonly List<string> _remarks = [];

    public App App { get; } = app;

    public IReadOnlyList<ProgramRun> Runs => _runs;

    public IReadOnlyList<Comparison> Comparisons => _comparisons;

    /// <summary>What does not decide anything, but should be read.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>Packages that are not installed; then nothing ran.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The forwarded OpenGL is older than the program needs.</summary>
    public bool NeedsMore { get; init; }

    /// <summary>Why there is no more of it: tracing failed, a demo is not there.</summary>
    public string? Trouble { get; set; }

    /// <summary>The name that the host must log: the replaying program's, where a trace is replayed.</summary>
    public string Process => App.Kind == Kind.Replay ? "glretrace" : App.Process;

    public IEnumerable<ProgramRun> Natives => _runs.Where(run => run.Side == Side.Native);

    public IEnumerable<ProgramRun> Forwarded => _runs.Where(run => run.Side == Side.Forwarded);

    public IEnumerable<Session> Sessions => Forwarded.SelectMany(run => run.Sessions).Where(session => session.Program == Process);

    public double? NativeRate => FrameRate.Median(Natives.Select(run => run.Rate));

    public double? ForwardedRate => FrameRate.Median(Forwarded.Select(run => run.Rate));

    /// <summary>Forwarded ÷ native.</summary>
    public double? Ratio => NativeRate is > 0 and double native ? ForwardedRate / native : null;

    /// <summary>What a steady frame waits for and sends; replays are too short, and some of them are asked for pictures.</summary>
    public (double RoundTrips, double Megabytes)? Steady => App.Kind == Kind.Replay ? null : SessionLog.Steady(Sessions);

    public ProgramRun Add(ProgramRun run)
    {
        _runs.Add(run);
        return run;
    }

    public void Add(Comparison comparison) => _comparisons.Add(comparison);

    public void Remark(string remark) => _remarks.Add(remark);
}
