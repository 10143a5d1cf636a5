using System.Diagnostics;
using Vmgl.EndToEnd.Tests.Present;
using Vmgl.SuspendResume.Control;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A suspended program and its X server are written to files by CRIU and live again (docs/criu.md).</summary>
[Collection(SurvivalCollection.Name)]
public sealed class CriuTests(HostMachine host)
{
    private const int Display = 97;

    [Fact]
    public void Suspended_CheckpointedAndRestored_GearsGoOn()
    {
        SkipUnlessCriuWorks();
        using var folder = new RunFolder();
        using var headless = new StubDaemon(Checkout.StubDaemon, host.Display);
        string script = $"Xvfb :{Display} -screen 0 640x480x24 -nolisten tcp & sleep 1; DISPLAY=:{Display} GLSTUB={headless.Address} LD_PRELOAD={Checkout.GuestLibrary} "
            + $"VMGL_RUN_DIR={folder.Home} HOME={folder.Home} exec glxgears";
        using Process tree = Process.Start(new ProcessStartInfo("setsid",
            ["sh", "-c", $"({script}) < /dev/null > {folder.Home}/log 2>&1"]))!;
        try
        {
            int program = WaitForProgram(folder);
            folder.AssertDraws(program);
            _ = folder.Vmgl("suspend");
            string images = Directory.CreateDirectory(Path.Combine(folder.Home, "images")).FullName;
            AssertRuns("criu", "dump", "-t", $"{tree.Id}", "-D", images, "--shell-job", "--ext-unix-sk");
            Assert.False(Directory.Exists($"/proc/{program}"), "criu leaves nothing running");
            AssertRuns("criu", "restore", "-D", images, "--shell-job", "-d");
            Assert.Equal(ProgramState.Suspended, folder.Status(program).State);
            _ = folder.Vmgl("resume");
            folder.AssertDraws(program);
            Kill(program);
        }
        finally
        {
            if (!tree.HasExited)
            {
                tree.Kill(entireProcessTree: true);
            }
        }
    }

    private static void SkipUnlessCriuWorks()
    {
        try
        {
            (int exitCode, string said) = Run("criu", "check");
            Assert.SkipWhen(exitCode != 0, $"`criu check` fails: {said.Split('\n')[0]}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("criu is not installed");
        }
    }

    private static int WaitForProgram(RunFolder folder)
    {
        string[] sockets = [];
        GuestAndHost.WaitUntil(() => (sockets = Directory.GetFiles(folder.Home, "*.sock")).Length == 1, "the control socket");
        return int.Parse(Path.GetFileNameWithoutExtension(sockets[0]), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void AssertRuns(string program, params string[] arguments)
    {
        (int exitCode, string said) = Run(program, arguments);
        Assert.True(exitCode == 0, $"{program} {arguments[0]}: {said}");
    }

    private static (int ExitCode, string Said) Run(string program, params string[] arguments)
    {
        using Process run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true,
            RedirectStandardError = true })!;
        Task<string> errors = run.StandardError.ReadToEndAsync();
        string output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return (run.ExitCode, errors.Result + output);
    }

    /// <summary>The restored tree is not a child of this process.</summary>
    private static void Kill(int program)
    {
        using var restored = Process.GetProcessById(program);
        restored.Kill();
    }
}
