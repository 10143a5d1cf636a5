using System.Diagnostics;
using System.Text.RegularExpressions;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Tests.Egl;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Daemon;

/// <summary>A daemon on a host without an X server.</summary>
[Collection("EGL")]
public sealed partial class HeadlessTests
{
    [Fact]
    public async Task Start_NoDisplay_DrawsWithTheLeastLoadedGpu()
    {
        EglRequired.Open().Dispose();
        await using DaemonProcess daemon = await DaemonProcess.Start(WithoutDisplay, "--headless");
        _ = await daemon.WaitForLine(IsReady());
        _ = await daemon.WaitForLine(DrawsWith());
        using TestGuest guest = TestGuest.Greet(daemon.Port, out Answer answer);
        Assert.Equal(AnswerStatus.Welcome, answer.Status);
        Assert.StartsWith("EGL on GPU ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ListGpus_PrintsALineForEach()
    {
        EglRequired.Open().Dispose();
        ProcessStartInfo start = ProgramRun.Of("stub-daemon", ["--list-gpus"]);
        WithoutDisplay(start);
        using Process list = Process.Start(start)!;
        string output = list.StandardOutput.ReadToEnd();
        list.WaitForExit();
        Assert.Equal(0, list.ExitCode);
        GpuLine first = GpuLine.TryParse(output.Split('\n')[0])!;
        Assert.Equal(0, first.Number);
        Assert.Contains("OpenGL", first.Text, StringComparison.Ordinal);
    }

    private static void WithoutDisplay(ProcessStartInfo start) => start.Environment.Remove("DISPLAY");

    [GeneratedRegex(@"worker \d+ is ready: EGL on GPU \d")]
    private static partial Regex IsReady();

    [GeneratedRegex(@"worker \d+ draws with GPU \d")]
    private static partial Regex DrawsWith();
}
