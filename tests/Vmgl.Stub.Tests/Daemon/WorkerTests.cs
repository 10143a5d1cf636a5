using Vmgl.Tests.Shared;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Daemon;

/// <summary>The daemon and its workers as real processes.</summary>
public class WorkerTests
{
    [Fact]
    public async Task Daemon_BeforeAnyGuest_HasOneWarmWorkerWithoutTheGuestsEnvironment()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start(start =>
        {
            start.Environment["GLSTUB"] = "elsewhere:7000";
            start.Environment["LD_PRELOAD"] = "libc.so.6";
        });

        int worker = await daemon.WaitForWarmWorker();

        string[] environment = Processes.EnvironmentOf(worker);
        Assert.Contains("LD_PRELOAD=libc.so.6", Processes.EnvironmentOf(daemon.Id));
        Assert.DoesNotContain(environment, variable => variable.StartsWith("GLSTUB=", StringComparison.Ordinal));
        Assert.DoesNotContain(environment, variable => variable.StartsWith("LD_PRELOAD=", StringComparison.Ordinal));
        Assert.Single(environment, variable => variable.StartsWith("DISPLAY=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guest_IsWelcomedByTheWarmWorkerAndTheNextOneIsStarted()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        int warm = await daemon.WaitForWarmWorker();

        using TestGuest guest = TestGuest.Greet(daemon.Port, out Answer answer);

        Assert.Equal(AnswerStatus.Welcome, answer.Status);
        Assert.Equal(warm, await daemon.WorkerOfTheGuest());
        await Eventually.IsTrue(() => daemon.Workers.Length == 2, "the next warm worker");
    }

    /// <summary>Where workers start more slowly than guests wait, each attempt would start one more.</summary>
    [Fact]
    public async Task Guest_LeavesBeforeItIsServed_ItsWorkerServesTheNext()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        using TestGuest first = TestGuest.Greet(daemon.Port, out _);
        int drawing = await daemon.WorkerOfTheGuest();

        using (TestGuest hasty = TestGuest.Connect(daemon.Port))
        {
            hasty.Send(Hello.CreateOpening("hasty", 2).Encode());
        }

        await daemon.WaitForLine(new("hasty .*did not wait for it"));
        int spare = Assert.Single(daemon.Workers, worker => worker != drawing);
        using TestGuest next = TestGuest.Greet(daemon.Port, out Answer answer);
        Assert.Equal(AnswerStatus.Welcome, answer.Status);
        await daemon.WaitForLine(new($"worker {spare} draws for"));
    }

    [Fact]
    public async Task Guest_Leaves_ItsWorkerEndsAndIsNoZombie()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        int worker = await daemon.WorkerOfTheGuest();

        guest.Dispose();

        await daemon.WaitForLine(new($"worker {worker} ended with exit code 0"));
        Assert.DoesNotContain(worker, daemon.Workers);
    }

    [Fact]
    public async Task Guests_ManyInARow_LeaveNeitherProcessesNorDescriptorsBehind()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        TestGuest.Greet(daemon.Port, out _).Dispose();
        await daemon.WaitForLine(new($"worker {await daemon.WorkerOfTheGuest()} ended"));
        await daemon.WaitForWarmWorker();
        int before = Processes.DescriptorsOf(daemon.Id);

        for (int i = 0; i < 12; i++)
        {
            TestGuest.Greet(daemon.Port, out Answer answer).Dispose();
            Assert.Equal(AnswerStatus.Welcome, answer.Status);
        }

        await Eventually.IsTrue(() => daemon.Workers.Length == 1, "one worker");
        await Eventually.IsTrue(() => Processes.DescriptorsOf(daemon.Id) <= before, $"no more than {before} descriptors");
    }

    [Fact]
    public async Task Worker_Killed_EndsItsGuestOnlyAndTheLogNamesTheSignal()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        using TestGuest victim = TestGuest.Greet(daemon.Port, out _);
        int worker = await daemon.WorkerOfTheGuest();
        using TestGuest other = TestGuest.Greet(daemon.Port, out _);

        Processes.Signal(worker, Processes.Kill);

        victim.WaitForEnd();
        await daemon.WaitForLine(new($"worker {worker} ended by signal 9"));
        Assert.False(other.HasNews);
        using TestGuest next = TestGuest.Greet(daemon.Port, out Answer answer);
        Assert.Equal(AnswerStatus.Welcome, answer.Status);
    }

    [Fact]
    public async Task WarmWorker_Killed_TheNextGuestIsServedAllTheSame()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        Processes.Signal(await daemon.WaitForWarmWorker(), Processes.Kill);

        using TestGuest guest = TestGuest.Greet(daemon.Port, out Answer answer);

        Assert.Equal(AnswerStatus.Welcome, answer.Status);
    }

    [Fact]
    public async Task Guest_BeyondTheLimit_IsToldThatTheHostIsBusyUntilAnotherLeaves()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start(null, "--max-guests", "1");
        TestGuest first = TestGuest.Greet(daemon.Port, out Answer welcome);
        int worker = await daemon.WorkerOfTheGuest();

        using (TestGuest.Greet(daemon.Port, out Answer busy))
        {
            Assert.Equal(AnswerStatus.Busy, busy.Status);
            Assert.Contains("--max-guests", busy.Text, StringComparison.Ordinal);
        }

        first.Dispose();
        await daemon.WaitForLine(new($"worker {worker} ended"));
        Answer last = FirstAnswerThatIsNotBusy(daemon.Port);

        Assert.Equal(AnswerStatus.Welcome, welcome.Status);
        Assert.Equal(AnswerStatus.Welcome, last.Status);
    }

    [Theory]
    [InlineData(Processes.Terminate)]
    [InlineData(Processes.Interrupt)]
    public async Task Daemon_ToldToEnd_LetsTheIdleWorkerGoAndTheGuestCarryOn(int signal)
    {
        Assert.SkipWhen(Processes.Ignores(signal), $"signal {signal} is ignored here, as shells do for what runs in the background; the daemon leaves it so");
        await using DaemonProcess daemon = await DaemonProcess.Start();
        TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        int busy = await daemon.WorkerOfTheGuest();
        await Eventually.IsTrue(() => daemon.Workers.Length == 2, "the next warm worker");
        int idle = daemon.Workers.Single(id => id != busy);

        Processes.Signal(daemon.Id, signal);
        await daemon.WaitForEnd();

        Assert.Equal(0, daemon.ExitCode);
        Assert.False(Processes.IsAlive(idle));
        Assert.True(Processes.IsAlive(busy));
        Assert.False(guest.HasNews);
        guest.Dispose();
        await Eventually.IsTrue(() => !Processes.IsAlive(busy), "the worker's end after its guest's");
    }

    [Fact]
    public async Task Daemon_Killed_TheIdleWorkerEndsByItself()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        int idle = await daemon.WaitForWarmWorker();

        Processes.Signal(daemon.Id, Processes.Kill);
        await daemon.WaitForEnd();

        await Eventually.IsTrue(() => !Processes.IsAlive(idle), "the idle worker's end");
    }

    /// <summary>The log names a worker's end a moment before its place is free.</summary>
    private static Answer FirstAnswerThatIsNotBusy(int port)
    {
        while (true)
        {
            using TestGuest guest = TestGuest.Greet(port, out Answer answer);
            if (answer.Status != AnswerStatus.Busy)
            {
                return answer;
            }
        }
    }
}
