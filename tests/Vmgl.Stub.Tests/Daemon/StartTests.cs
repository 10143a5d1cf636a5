using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Vmgl.Stub.Daemon;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Daemon;

/// <summary>What a user sees when stub-daemon starts, or does not.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class StartTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("vmgl-start-");

    private string LogPath => Path.Combine(_home.FullName, ".stub-daemon.log");

    [Fact]
    public async Task Foreground_PortZero_SaysTheRealPortToSetGlstubTo()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();

        Assert.NotEqual(0, daemon.Port);
        Assert.Contains($"Set GLSTUB var in guest to point to port {daemon.Port}", daemon.Lines);
    }

    [Fact]
    public async Task Foreground_WithLog_WritesNothingToTheTerminal()
    {
        ProcessStartInfo start = Start("--foreground", "--port", "0", "--renderer", "null", "--log", LogPath);
        using Process daemon = Process.Start(start)!;
        await Eventually.IsTrue(() => File.Exists(LogPath) && Listening().IsMatch(File.ReadAllText(LogPath)), "the log");

        Processes.Signal(daemon.Id, Processes.Terminate);
        string output = await daemon.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await daemon.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", output);
        Assert.Equal(0, daemon.ExitCode);
    }

    [Fact]
    public async Task Background_ListensBeforeTheCommandReturnsAndLogsAtHome()
    {
        (int exitCode, string output, string error) = await ProgramRun.ToEnd(Start("--port", "0", "--renderer", "null"));
        string log = await File.ReadAllTextAsync(LogPath, TestContext.Current.CancellationToken);
        int port = NumberIn(log, Listening());

        using TestGuest guest = TestGuest.Greet(port, out Answer answer);
        await EndDaemonOf(log);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal($"stub-daemon: listening on 0.0.0.0:{port}, renderer null, log ~/.stub-daemon.log\n", output);
        Assert.Contains($"\nSet GLSTUB var in guest to point to port {port}\n", log, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Welcome, answer.Status);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LogPath));
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("<&- >&- 2>&-")]
    public async Task Background_StandardDescriptorsClosed_StartsAllTheSame(string closed)
    {
        ProcessStartInfo start = ProgramRun.Of("/bin/sh", "-c", $"exec \"$0\" --port 0 --renderer null {closed}",
            ProgramRun.Of("stub-daemon").FileName);
        start.Environment["HOME"] = _home.FullName;

        (int exitCode, _, string error) = await ProgramRun.ToEnd(start);
        await EndDaemonOf(await File.ReadAllTextAsync(LogPath, TestContext.Current.CancellationToken));

        Assert.Equal((0, ""), (exitCode, error));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_PortTaken_FailsWithOneLine(bool foreground)
    {
        using Socket taken = Listener.OpenSocket(IPAddress.Any, 0);
        int port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        (int exitCode, _, string error) = await ProgramRun.ToEnd(
            Start(["--port", $"{port}", "--renderer", "null", .. Foreground(foreground)]));

        Assert.Equal(1, exitCode);
        Assert.Equal($"stub-daemon: port {port} on 0.0.0.0 is taken by another program; stop it or choose another port with --port\n",
            error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_NoDisplay_FailsWithOneLineThatNamesIt(bool foreground)
    {
        (int exitCode, _, string error) = await ProgramRun.ToEnd(Start(["--port", "0", "--display", ":4711", .. Foreground(foreground)]));

        Assert.Equal(1, exitCode);
        Assert.Matches("^stub-daemon: [^\n]*:4711[^\n]*\n$", error);
    }

    [Fact]
    public async Task Start_LogThatCannotBeOpened_FailsWithOneLine()
    {
        (int exitCode, _, string error) = await ProgramRun.ToEnd(Start("--port", "0", "--renderer", "null", "--log", "/nowhere/log"));

        Assert.Equal(1, exitCode);
        Assert.Matches("^stub-daemon: log /nowhere/log cannot be opened[^\n]*\n$", error);
    }

    [Fact]
    public async Task Version_IsOneLine()
    {
        (int exitCode, string output, _) = await ProgramRun.ToEnd(Start("--version"));

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^stub-daemon \d+\.\d+\.\d+, protocol \d+\.\d+\n$", output);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private static int NumberIn(string log, Regex pattern) => int.Parse(pattern.Match(log).Groups[1].Value, CultureInfo.InvariantCulture);

    private static async Task EndDaemonOf(string log)
    {
        int daemon = NumberIn(log, ProcessId());
        Processes.Signal(daemon, Processes.Terminate);
        await Eventually.IsTrue(() => !Processes.IsAlive(daemon), "the daemon's end");
    }

    private static string[] Foreground(bool foreground) => foreground ? ["--foreground"] : [];

    private ProcessStartInfo Start(params string[] arguments)
    {
        ProcessStartInfo start = ProgramRun.Of("stub-daemon", arguments);
        start.Environment["HOME"] = _home.FullName;
        return start;
    }

    [GeneratedRegex(@"listening on 0\.0\.0\.0:(\d+), renderer null\n")]
    private static partial Regex Listening();

    [GeneratedRegex(@"protocol \d+\.\d+, process (\d+)\n")]
    private static partial Regex ProcessId();
}
