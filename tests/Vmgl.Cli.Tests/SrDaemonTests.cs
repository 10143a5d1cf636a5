using System.Diagnostics;
using System.Net.Sockets;
using Vmgl.Cli.Daemon;
using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.Cli.Tests;

/// <summary>sr_daemon as a process, with programs and a XenStore that the test plays.</summary>
public sealed class SrDaemonTests : IDisposable
{
    private const int One = 5_000_001;
    private const int Two = 5_000_002;

    private readonly UserSession _user = new();
    private Process? _daemon;

    private string SocketPath => Path.Combine(_user.Home, ".vmgl_resume");

    [Fact]
    public async Task WhoConnects_IsToldWhereToGo()
    {
        await StartDaemon();

        using StreamReader client = Connect();
        Assert.Equal("far:7000", await Line(client));
    }

    [Fact]
    public async Task WhoConnectsWhileSuspended_IsToldAtResume()
    {
        using FakeProgram one = _user.StartProgram(One);
        await StartDaemon();
        Assert.Equal(0, (await _user.Run("sr_daemon", "suspend")).ExitCode);
        Assert.Equal(ProgramState.Suspended, one.State);

        using StreamReader waiting = Connect();
        Task<string?> line = Line(waiting);
        using StreamReader asking = Connect("explode\n"); // the daemon has served those before it
        Assert.Equal("error: there is no request \"explode\"; there are suspend and resume", await Line(asking));
        Assert.False(line.IsCompleted);

        (int exitCode, string output, string error) = await _user.Run("sr_daemon", "resume", "near:7000");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches("\n5000001 +\\? +near:7000 ", output);
        Assert.Equal("near:7000", await line);
        using StreamReader later = Connect();
        Assert.Equal("near:7000", await Line(later));
    }

    [Fact]
    public async Task Verbs_WorkWithoutADaemon()
    {
        using FakeProgram one = _user.StartProgram(One);

        Assert.Equal(0, (await _user.Run("sr_daemon", "suspend")).ExitCode);
        Assert.Contains("suspended", (await _user.Run("sr_daemon", "status")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _user.Run("sr_daemon", "resume")).ExitCode);
        Assert.Equal(["suspend", "status", "resume"], one.Asked);
    }

    [Fact]
    public async Task ASecondDaemon_IsRefused_AndAnEndedOneLeavesNothing()
    {
        await StartDaemon();

        (int exitCode, _, string error) = await _user.Run("sr_daemon", "near:7000");
        Assert.Equal(1, exitCode);
        Assert.Contains("sr_daemon is already running", error, StringComparison.Ordinal);

        Processes.Signal(_daemon!.Id, Processes.Terminate);
        await _daemon.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _daemon.ExitCode);
        Assert.False(File.Exists(SocketPath));
    }

    [Fact]
    public async Task Detached_ServesWhenTheCommandReturns()
    {
        (int exitCode, string output, string error) = await _user.Run("sr_daemon", "-d", "far:7000");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal($"sr_daemon: programs are sent to far:7000, {SocketPath} is served\n", output);
        using StreamReader client = Connect();
        Assert.Equal("far:7000", await Line(client));
        int id = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!))
            .Single(IsThisUsersDaemon);
        Processes.Signal(id, Processes.Terminate);
        await Eventually.IsTrue(() => !File.Exists(SocketPath), "the daemon's end");
        Assert.Contains("programs are sent to far:7000",
            await File.ReadAllTextAsync(Path.Combine(_user.RunPath, "sr_daemon.log"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ControlDomain_SuspendsAndResumes()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);
        await StartDaemon("--xenbus", store.Path);

        store.Values["data/vmgl/request"] = "suspend 17";
        Assert.Matches(@"^done 17 \d+ 2$", await Answer(store, 17));
        Assert.Equal((ProgramState.Suspended, ProgramState.Suspended), (one.State, two.State));

        two.State = ProgramState.Drawing; // has gone on by itself: it is left alone
        store.Values["data/vmgl/request"] = "resume 18";
        Assert.Matches(@"^done 18 \d+ 2$", await Answer(store, 18));
        Assert.Equal(["suspend", "status", "resume far:7000"], one.Asked);
        Assert.Equal(["suspend", "status"], two.Asked);
    }

    [Fact]
    public async Task ControlDomain_HearsWhyNot()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using FakeProgram one = _user.StartProgram(One);
        one.Answers["suspend"] = "{\"error\":\"no room\"}";
        await StartDaemon("--xenbus", store.Path);

        store.Values["data/vmgl/request"] = "suspend 3";
        Assert.Equal("failed 3 ?[5000001] is not suspended: no room", await Answer(store, 3));
        store.Values["data/vmgl/request"] = "explode 4";
        Assert.Equal("failed 4 there is no request \"explode\"", await Answer(store, 4));
    }

    [Fact]
    public async Task RestoredDomain_ConnectsItsProgramsAnew()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using FakeProgram one = _user.StartProgram(One);
        await StartDaemon("--xenbus", store.Path);
        store.Values["data/vmgl/request"] = "suspend 1";
        await Answer(store, 1);

        _ = store.Values.Remove("data/vmgl/request", out _);
        store.Values["domid"] = "8";

        await Eventually.IsTrue(() => one.Asked.Contains("resume far:7000 if-lost"), "the program is told");
        Assert.Equal(ProgramState.Drawing, one.State);
    }

    [Fact]
    public async Task ProgramThatCannotResumeYet_IsAskedAgain()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using FakeProgram one = _user.StartProgram(One);
        await StartDaemon("--xenbus", store.Path);
        store.Values["data/vmgl/request"] = "suspend 1";
        await Answer(store, 1);

        one.Answers["resume far:7000 if-lost"] = one.Answers["resume far:7000"] = "{\"error\":\"no network yet\"}";
        store.Values["domid"] = "8";
        await Eventually.IsTrue(() => one.Asked.Contains("resume far:7000 if-lost"), "the program is told");
        store.Values["data/vmgl/request"] = "resume 2";
        await Eventually.IsTrue(() => one.Asked.Count(request => request == "resume far:7000") > 1, "it is told again");
        Assert.Equal("1", store.Values["data/vmgl/answer"].Split(' ')[1]);

        _ = one.Answers.Remove("resume far:7000");
        Assert.Matches(@"^done 2 \d+ 1$", await Answer(store, 2));
        Assert.Equal(ProgramState.Drawing, one.State);
    }

    [Fact]
    public async Task RequestThatWasAnswered_IsNotDoneAgainByTheNextDaemon()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using FakeProgram one = _user.StartProgram(One);
        (store.Values["data/vmgl/request"], store.Values["data/vmgl/answer"]) = ("suspend 5", "done 5 10 1");
        await StartDaemon("--xenbus", store.Path);

        store.Values["data/vmgl/request"] = "explode 6"; // behind it: the daemon has looked
        await Answer(store, 6);
        Assert.Empty(one.Asked);
    }

    [Fact]
    public void RestoreThatShowsByBothSigns_IsOne()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using XenStore? opened = XenStore.TryOpen(store.Path, out _);
        TimeSpan boot = TimeSpan.FromHours(5);
        var daemon = new SrDaemon(new WhereToGo("far:7000"), opened, new StandstillWatch(() => TimeSpan.FromHours(1), () => boot),
            TimeSpan.FromSeconds(1), _ => { });
        Assert.Null(daemon.TakeRestore());

        (boot, store.Values["domid"]) = (boot + TimeSpan.FromSeconds(40), "8");
        Assert.Equal("this machine stood still for 40.0 s and is domain 8 now", daemon.TakeRestore());
        Assert.Null(daemon.TakeRestore());
    }

    [Fact]
    public void StoreThatIsGone_LeavesTheClocks()
    {
        using var store = new FakeXenStore(Path.Combine(_user.Home, "xenstore"));
        using XenStore? opened = XenStore.TryOpen(store.Path, out _);
        (TimeSpan boot, List<string> log) = (TimeSpan.FromHours(5), []);
        var daemon = new SrDaemon(new WhereToGo("far:7000"), opened, new StandstillWatch(() => TimeSpan.FromHours(1), () => boot),
            TimeSpan.FromSeconds(1), log.Add);
        Assert.Null(daemon.TakeRestore());

        store.Dispose();
        boot += TimeSpan.FromSeconds(2);
        Assert.Equal("this machine stood still for 2.0 s", daemon.TakeRestore());
        Assert.Contains("requests of the control domain are no longer received", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public void Standstill_IsSeenOnce_AndNoiseIsNot()
    {
        TimeSpan monotonic = TimeSpan.FromHours(1), boot = TimeSpan.FromHours(5);
        var watch = new StandstillWatch(() => monotonic, () => boot);
        Assert.Equal(TimeSpan.Zero, watch.MeasureStandstill());

        (monotonic, boot) = (monotonic + TimeSpan.FromSeconds(9), boot + TimeSpan.FromSeconds(9) + TimeSpan.FromMilliseconds(3));
        Assert.Equal(TimeSpan.Zero, watch.MeasureStandstill());

        boot += TimeSpan.FromMinutes(2);
        Assert.InRange(watch.MeasureStandstill(), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(121));
        Assert.Equal(TimeSpan.Zero, watch.MeasureStandstill());
    }

    [Fact]
    public void Standstill_InterruptedBetweenReadings_IsLookedAtAgain()
    {
        TimeSpan monotonic = TimeSpan.FromHours(1), delay = TimeSpan.Zero;
        var watch = new StandstillWatch(() => monotonic += delay, () => monotonic + delay);
        Assert.Equal(TimeSpan.Zero, watch.MeasureStandstill());

        delay = TimeSpan.FromMilliseconds(70); // this process was not run for so long, which is not a standstill
        Assert.Equal(TimeSpan.Zero, watch.MeasureStandstill());
        delay = TimeSpan.Zero;
        Assert.Equal(TimeSpan.Zero, watch.MeasureStandstill());
    }

    public void Dispose()
    {
        if (_daemon is not null)
        {
            _daemon.Kill();
            _daemon.WaitForExit();
            _daemon.Dispose();
        }

        _user.Dispose();
    }

    private async Task StartDaemon(params string[] more)
    {
        _daemon = Process.Start(_user.Start(["sr_daemon", "far:7000", .. more]))!;
        string? line = await _daemon.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("sr_daemon: programs are sent to far:7000", line, StringComparison.Ordinal);
        Assert.Equal(more.Length > 0, line!.Contains("XenStore is watched", StringComparison.Ordinal));
        _ = _daemon.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken); // its log must not fill the pipe
    }

    private StreamReader Connect(string request = "")
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(SocketPath));
        socket.Send(System.Text.Encoding.UTF8.GetBytes(request));
        return new StreamReader(new NetworkStream(socket, ownsSocket: true));
    }

    private static Task<string?> Line(StreamReader client) => client.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();

    private static async Task<string> Answer(FakeXenStore store, int number)
    {
        string answer = "";
        await Eventually.IsTrue(
            () => store.Values.TryGetValue("data/vmgl/answer", out answer!)
            && answer.Split(' ')[1] == $"{number}", $"an answer to {number}");
        return answer;
    }

    private bool IsThisUsersDaemon(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Contains("--detached", StringComparison.Ordinal)
                && File.ReadAllText($"/proc/{id}/environ").Contains($"HOME={_user.Home}\0", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
