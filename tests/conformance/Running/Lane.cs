using Vmgl.Conformance.Selection;
using Vmgl.Conformance.Verdicts;
using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Running;

/// <summary>One worker: an X server and a daemon that no other worker uses, so that no test disturbs another.</summary>
internal sealed class Lane : IDisposable
{
    private const int ScreenWidth = 1280;
    private const int ScreenHeight = 1024;
    private const int NotFound = 127;
    private readonly Setup _setup;
    private XServer? _server;
    private StubDaemon _daemon;
    private WorkerKiller? _killer;

    public Lane(Setup setup)
    {
        _setup = setup;
        _daemon = Start();
    }

    /// <summary>How often workers were killed while tests ran.</summary>
    public int Killed { get; private set; }

    /// <summary>How often the X server or the daemon had to be started again.</summary>
    public int Restarts { get; private set; }

    private string Display => _setup.Display ?? _server!.Display;

    /// <summary>Proves that a program is forwarded where it shall be, and only there: the dynamic linker ignores a library that it
    /// cannot preload, and everything would then be as native.</summary>
    /// <exception cref="ProofException">It is not so.</exception>
    public async Task<HostGl> ProveAsync(CancellationToken stop)
    {
        const string vendor = "server glx vendor string: VMGL";
        Ended native = await GlxinfoAsync(forwarded: false, stop);
        if (native.ExitCode != 0)
        {
            throw new SetupException(native.ExitCode == NotFound
                ? "glxinfo is missing: run `scripts/install-deps.sh run`"
                : $"glxinfo fails natively on display {Display}: {FirstLine(native.Errors)}");
        }

        Ended forwarded = await GlxinfoAsync(forwarded: true, stop);
        string? problem = Has(native, vendor) ? "VMGL answers natively too"
            : forwarded.ExitCode != 0 ? $"glxinfo fails forwarded: {FirstLine(forwarded.Errors)}"
            : !Has(forwarded, vendor) ? $"glxinfo does not say \"{vendor}\": {FirstLine(forwarded.Errors)}"
            : !_daemon.DrewFor(forwarded.ProcessId) ? $"the daemon served nobody with process id {forwarded.ProcessId}"
            : null;
        return problem is null
            ? new HostGl(Value(native, "OpenGL renderer string: "), Value(native, "OpenGL version string: "))
            : throw new ProofException($"forwarding does not take effect on display {Display}: {problem}");
    }

    /// <summary>Runs a test once. A forwarded one that passes without the daemon having served it has not passed.</summary>
    public async Task<TestResult> RunAsync(PiglitTest test, bool forwarded, CancellationToken stop)
    {
        if (_setup.Piglit.CommandOf(test) is not { } command)
        {
            return new TestResult(Outcome.Skip, new Dictionary<string, Outcome>(), $"no program {test.Program}", "");
        }

        Dictionary<string, string> environment = EnvironmentOf(forwarded);
        foreach ((string name, string value) in test.Environment)
        {
            environment[name] = value;
        }

        Ended ended = forwarded && _killer is not null
            ? await KilledAsync(_killer, () => TestProcess.RunAsync(command, environment, _setup.Scratch, _setup.Limit, stop), stop)
            : await TestProcess.RunAsync(command, environment, _setup.Scratch, _setup.Limit, stop);
        TestResult result = PiglitOutput.Read(ended.Output, ended.Errors, ended.ExitCode, ended.TimedOut) with { Took = ended.Took };
        if (!forwarded)
        {
            return result;
        }

        bool served = _daemon.DrewFor(ended.ProcessId);
        bool passed = result.Outcome is Outcome.Pass or Outcome.Warn;
        string log = string.Join('\n', _daemon.ReadLog().Split('\n').Where(line => Concerns(line, ended.ProcessId)));
        return result with
        {
            WasServed = served,
            Outcome = passed && !served ? Outcome.NotForwarded : result.Outcome,
            Output = $"{result.Output}\n-- the daemon's log\n{log}",
        };
    }

    private async Task<Ended> KilledAsync(WorkerKiller killer, Func<Task<Ended>> test, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        int before = killer.Killed;
        Task kills = killer.RunAsync(end.Token);
        Ended ended = await test();
        await end.CancelAsync();
        await kills;
        Killed += killer.Killed - before;
        return ended;
    }

    /// <summary>Starts again what has died.</summary>
    public void Heal()
    {
        if (_daemon.HasExited || _server is { HasExited: true })
        {
            Restarts++;
            Dispose();
            _daemon = Start();
        }
    }

    public void Dispose()
    {
        _daemon.Dispose();
        _server?.Dispose();
    }

    private StubDaemon Start()
    {
        _server = _setup.Display is null ? XServer.WithScreen(ScreenWidth, ScreenHeight) : null;
        var daemon = new StubDaemon(_setup.Daemon, Display);
        _killer = _setup.Seed is int seed ? new WorkerKiller(daemon, seed) : null;
        return daemon;
    }

    private Dictionary<string, string> EnvironmentOf(bool forwarded)
    {
        var environment = new Dictionary<string, string>
        {
            ["DISPLAY"] = Display,
            ["PIGLIT_PLATFORM"] = "glx",
            ["PIGLIT_SOURCE_DIR"] = _setup.Piglit.Root,
        };
        if (forwarded)
        {
            environment["LD_PRELOAD"] = _setup.GuestLibrary;
            environment["GLSTUB"] = _daemon.Address;
        }

        return environment;
    }

    private Task<Ended> GlxinfoAsync(bool forwarded, CancellationToken stop) =>
        TestProcess.RunAsync(["glxinfo"], EnvironmentOf(forwarded), _setup.Scratch, _setup.Limit, stop);

    private static bool Concerns(string line, int process) =>
        line.Contains($"[{process}]", StringComparison.Ordinal) || line.Contains($"(process {process} at ", StringComparison.Ordinal);

    private static bool Has(Ended ended, string line) => ended.Output.Split('\n').Contains(line);

    private static string Value(Ended ended, string start) =>
        ended.Output.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..] ?? "unknown";

    private static string FirstLine(string text) => text.Split('\n').FirstOrDefault(line => line.Length > 0) ?? "it says nothing";
}
