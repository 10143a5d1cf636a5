using Vmgl.Conformance.Selection;
using Vmgl.Conformance.Verdicts;
using Vmgl.Tests.Shared;

namespace Vmgl.Conformance.Running;

/// <summary>One worker of the run, with an X server and a daemon of its own, so that tests do not affect each other.</summary>
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
        _daemon = StartServers();
    }

    /// <summary>The number of times the daemon's workers were killed while tests ran.</summary>
    public int Killed { get; private set; }

    /// <summary>The number of times the X server or the daemon had to be restarted.</summary>
    public int Restarts { get; private set; }

    private string Display => _setup.Display ?? _server!.Display;

    /// <summary>Proves that programs are forwarded if, and only if, they should be: the dynamic linker ignores a library that it
    /// cannot preload, and all tests would then run natively.</summary>
    /// <exception cref="ProofException">Forwarding does not take effect.</exception>
    /// <exception cref="SetupException">glxinfo fails natively.</exception>
    public async Task<HostGl> ProveForwardingAsync(CancellationToken stop)
    {
        const string vendor = "server glx vendor string: VMGL";
        ProcessResult native = await RunGlxinfoAsync(forwarded: false, stop);
        if (native.ExitCode != 0)
        {
            throw new SetupException(native.ExitCode == NotFound
                ? "glxinfo is missing: run `scripts/install-deps.sh run`"
                : $"glxinfo fails natively on display {Display}: {FirstLine(native.Errors)}");
        }

        ProcessResult forwarded = await RunGlxinfoAsync(forwarded: true, stop);
        string? problem = HasLine(native, vendor) ? "VMGL is in use natively too"
            : forwarded.ExitCode != 0 ? $"glxinfo fails forwarded: {FirstLine(forwarded.Errors)}"
            : !HasLine(forwarded, vendor) ? $"glxinfo does not print \"{vendor}\": {FirstLine(forwarded.Errors)}"
            : !_daemon.DrewFor(forwarded.ProcessId) ? $"the daemon did not serve process {forwarded.ProcessId}"
            : null;
        return problem is null
            ? new HostGl(FindValue(native, "OpenGL renderer string: "), FindValue(native, "OpenGL version string: "))
            : throw new ProofException($"forwarding does not take effect on display {Display}: {problem}");
    }

    /// <summary>Runs a test once. A forwarded test that passes although the daemon did not serve it is not forwarded.</summary>
    public async Task<TestResult> RunTestAsync(PiglitTest test, bool forwarded, CancellationToken stop)
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

        ProcessResult ended = forwarded && _killer is not null
            ? await RunWhileKillingAsync(_killer, () => TestProcess.RunAsync(command, environment, _setup.Scratch, _setup.Limit, stop),
            stop)
            : await TestProcess.RunAsync(command, environment, _setup.Scratch, _setup.Limit, stop);
        TestResult result = PiglitOutput.Read(ended.Output, ended.Errors, ended.ExitCode, ended.TimedOut) with { Took = ended.Took };
        if (!forwarded)
        {
            return result;
        }

        bool served = _daemon.DrewFor(ended.ProcessId);
        bool passed = result.Outcome is Outcome.Pass or Outcome.Warn;
        string log = string.Join('\n', _daemon.ReadLog().Split('\n').Where(line => NamesProcess(line, ended.ProcessId)));
        return result with
        {
            WasServed = served,
            Outcome = passed && !served ? Outcome.NotForwarded : result.Outcome,
            Output = $"{result.Output}\n-- the daemon's log\n{log}",
        };
    }

    private async Task<ProcessResult> RunWhileKillingAsync(WorkerKiller killer, Func<Task<ProcessResult>> test, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        int before = killer.Killed;
        Task kills = killer.KillWorkersAsync(end.Token);
        ProcessResult ended = await test();
        await end.CancelAsync();
        await kills;
        Killed += killer.Killed - before;
        return ended;
    }

    /// <summary>Restarts the X server and the daemon if one of them has died.</summary>
    public void RestartIfDead()
    {
        if (_daemon.HasExited || _server is { HasExited: true })
        {
            Restarts++;
            Dispose();
            _daemon = StartServers();
        }
    }

    public void Dispose()
    {
        _daemon.Dispose();
        _server?.Dispose();
    }

    private StubDaemon StartServers()
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

    private Task<ProcessResult> RunGlxinfoAsync(bool forwarded, CancellationToken stop) =>
        TestProcess.RunAsync(["glxinfo"], EnvironmentOf(forwarded), _setup.Scratch, _setup.Limit, stop);

    private static bool NamesProcess(string line, int process) =>
        line.Contains($"[{process}]", StringComparison.Ordinal) || line.Contains($"(process {process} at ", StringComparison.Ordinal);

    private static bool HasLine(ProcessResult ended, string line) => ended.Output.Split('\n').Contains(line);

    private static string FindValue(ProcessResult ended, string start) =>
        ended.Output.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..] ?? "unknown";

    private static string FirstLine(string text) => text.Split('\n').FirstOrDefault(line => line.Length > 0) ?? "no output";
}
