using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Vmgl.Apps;

/// <summary>A program in a session of its own, so that its descendants are terminated with it.</summary>
internal sealed partial class RunningProgram : IDisposable
{
    private const int Terminate = 15;
    private const int Kill = 9;
    private const int LargestOutput = 4 << 20;
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    public RunningProgram(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment, string folder)
    {
        // setsid becomes the program: our child is not a group leader, so setsid does not fork.
        var start = new ProcessStartInfo("setsid", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} cannot be started");
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, line) => AppendLine(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => AppendLine(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public bool WaitForExit(TimeSpan limit) => _process.WaitForExit(limit);

    /// <summary>Kills the program. May be called from any thread.</summary>
    public void Abort()
    {
        if (!_process.HasExited)
        {
            _ = SendSignal(-_process.Id, Kill);
        }
    }

    /// <summary>Terminates the program and its descendants, and returns what it wrote before that.</summary>
    public (string Output, string Errors) EndAndReadOutput()
    {
        (string, string) written = ReadOutput();
        if (!_process.HasExited)
        {
            _ = SendSignal(-_process.Id, Terminate);
            _ = _process.WaitForExit(s_grace);
            _ = SendSignal(-_process.Id, Kill);
            _process.WaitForExit(s_grace);
            return written; // output after the termination request does not count
        }

        using var outputs = new CancellationTokenSource(s_grace); // its descendants may keep its outputs open
        try
        {
            _process.WaitForExitAsync(outputs.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            _ = SendSignal(-_process.Id, Kill);
        }

        return ReadOutput();
    }

    public void Dispose()
    {
        Abort();
        _ = _process.WaitForExit(s_grace);
        _process.Dispose();
    }

    private static void AppendLine(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null && text.Length < LargestOutput)
            {
                _ = text.Append(line).Append('\n');
            }
        }
    }

    private (string Output, string Errors) ReadOutput()
    {
        lock (_output)
        {
            lock (_errors)
            {
                return (_output.ToString(), _errors.ToString());
            }
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
