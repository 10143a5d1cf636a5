using System.Diagnostics;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>What ends while pictures return, and that nothing is left of it.</summary>
[Collection(GuestAndHost.Collection)]
public sealed partial class BadWeatherTests(GuestAndHost machines)
{
    private const int ContinueSignal = 18;

    /// <summary>The program ends by Xlib's own words and exit code, as it does natively.</summary>
    [Fact]
    public async Task GuestsXServerKilled_TheProgramEndsAsNatively_AndSoDoesItsWorker()
    {
        _ = SceneRun.Of(machines.Returned, "rects", "killed"); // whatever the first guest starts may stay
        int before = machines.DescriptorsAtRest();
        using var nativeServer = new XServer();
        GuestResult native = await RunUntilKilled(GuestProgram.Native(nativeServer.Display), nativeServer, _ => { });
        using var server = XServer.WithoutGlx();
        GuestResult returned = await RunUntilKilled(
            GuestProgram.Forwarded(server.Display, machines.Daemon.Address), server, machines.AssertReturnedFor);

        Assert.Equal(native.ExitCode, returned.ExitCode);
        Assert.Contains(server.Display, returned.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("vmgl:", returned.Errors, StringComparison.Ordinal);
        _ = machines.WaitForLog(returned.ProcessId, " left after ");
        Assert.Equal(before, machines.DescriptorsAtRest());
    }

    [Fact]
    public void ProgramKilled_NothingOfItIsLeft()
    {
        _ = SceneRun.Of(machines.Returned, "rects", "killed"); // whatever the first guest starts may stay
        int before = machines.DescriptorsAtRest();
        using var gears = new Gears(machines.Returned);
        machines.AssertReturnedFor(gears.Id);
        int worker = machines.WorkerOf(gears.Id);
        gears.Kill();

        GuestAndHost.WaitUntil(() => !Directory.Exists($"/proc/{worker}"), "the worker's end");
        AssertNoSharedMemoryOf(gears.Id, worker);
        Assert.Equal(before, machines.DescriptorsAtRest());
    }

    /// <summary>A program that is told not to look for another host: the session's connection goes with the worker, and the user reads of
    /// it once, though two connections broke.</summary>
    [Fact]
    public void WorkerKilled_TheProgramGoesOn_AndItsUserReadsOneLine()
    {
        using var gears = new Gears(machines.Returned.With("VMGL_RECONNECT", "0"));
        machines.AssertReturnedFor(gears.Id);
        using (Process worker = Process.GetProcessById(machines.WorkerOf(gears.Id)))
        {
            worker.Kill();
        }

        Assert.Contains("this program draws nothing from here on, start it again", gears.AssertComplainsOnce(), StringComparison.Ordinal);
    }

    /// <summary>A hundred windows one after another, or sixty sizes: the worker holds as much late as early.</summary>
    [Theory]
    [InlineData("open-close")]
    [InlineData("resize-storm")]
    public void Storm_LeavesTheWorkerNoMoreToHold(string scene)
    {
        using Process program = machines.Returned.Start(Checkout.Scene, scene, "--ppm", "/dev/null", "--hold", "1");
        try
        {
            machines.AssertReturnedFor(program.Id);
            int worker = machines.WorkerOf(program.Id);
            AwaitStop(program);
            (int Descriptors, int Shared) early = Count(worker);
            Assert.Equal(0, SendSignal(program.Id, ContinueSignal));
            AwaitStop(program);

            GuestAndHost.WaitUntil(
                () => Count(worker) is var late && late.Descriptors <= early.Descriptors && late.Shared <= early.Shared,
                $"no more than {early}", () => $"{Count(worker)}");
            Assert.Equal(0, SendSignal(program.Id, ContinueSignal));
            GuestAndHost.WaitUntil(() => program.HasExited, "the program's end");
            Assert.Equal(0, program.ExitCode);
            GuestAndHost.WaitUntil(() => !Directory.Exists($"/proc/{worker}"), "the worker's end");
            AssertNoSharedMemoryOf(program.Id, worker);
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    private static async Task<GuestResult> RunUntilKilled(GuestProgram program, XServer server, Action<int> waitFor)
    {
        using Process gears = program.Start("glxgears");
        Task<string> output = gears.StandardOutput.ReadToEndAsync();
        Task<string> errors = gears.StandardError.ReadToEndAsync();
        using (var client = new DesktopClient(server.Display))
        {
            nuint window = client.WaitFor("glxgears");
            GuestAndHost.WaitUntil(() => client.Look(window)?.Pixels.ContainsAnyExcept((byte)0) == true, "gears");
        }

        waitFor(gears.Id);
        server.Kill();
        GuestAndHost.WaitUntil(() => gears.HasExited, "the program's end");
        return new GuestResult(gears.Id, gears.ExitCode, await output, await errors, TimeSpan.Zero);
    }

    /// <summary>Waits until a program has stopped itself for somebody to count.</summary>
    private static void AwaitStop(Process program) => GuestAndHost.WaitUntil(
        () => program.HasExited || File.ReadAllText($"/proc/{program.Id}/stat").Split(") ")[^1][0] == 'T', "the program's stop");

    /// <summary>Open descriptors, and mappings of memory that is shared with others.</summary>
    private static (int Descriptors, int Shared) Count(int process) => (
        Directory.GetFileSystemEntries($"/proc/{process}/fd").Length,
        File.ReadLines($"/proc/{process}/maps")
            .Count(line => line.Contains("/SYSV", StringComparison.Ordinal) || line.Contains("memfd:", StringComparison.Ordinal)));

    /// <summary>Neither System V segments nor files of these processes, which have ended.</summary>
    private static void AssertNoSharedMemoryOf(params int[] processes)
    {
        const int CreatorAt = 4;
        string[] creators = [.. processes.Select(id => $"{id}")];
        Assert.DoesNotContain(
            File.ReadLines("/proc/sysvipc/shm").Skip(1), line =>
            creators.Contains(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[CreatorAt]));
        Assert.DoesNotContain(Directory.GetFiles("/dev/shm"), file => file.Contains("vmgl", StringComparison.OrdinalIgnoreCase));
    }

    [System.Runtime.InteropServices.LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
