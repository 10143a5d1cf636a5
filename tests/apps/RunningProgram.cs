using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Vmgl.Apps;

/// <summary>A program in a session of its own, so that ending it ends what it started too.</summary>
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
        // setsid becomes the program: a child of ours leads no group, so setsid does not fork.
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

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} does not start");
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public bool Wait(TimeSpan limit) => _process.WaitForExit(limit);

    /// <summary>Ends the program at once, from any thread.</summary>
    public void Abort()
    {
        if (!_process.HasExited)
        {
            _ = Signal(-_process.Id, Kill);
        }
    }

    /// <summary>Ends the program and whatever it started, and gives what it wrote before that.</summary>
    public (string Output, string Errors) End()
    {
        (string, string) told = Told();
        if (!_process.HasExited)
        {
            _ = Signal(-_process.Id, Terminate);
            _ = _process.WaitForExit(s_grace);
            _ = Signal(-_process.Id, Kill);
            _process.WaitForExit(s_grace);
            return told; // what it says on being ended does not count
        }

        using var outputs = new CancellationTokenSource(s_grace); // what it started may hold its outputs open
        try
        {
            _process.WaitForExitAsync(outputs.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            _ = Signal(-_process.Id, Kill);
        }

        return Told();
    }

    public void Dispose()
    {
        Abort();
        _ = _process.WaitForExit(s_grace);
        _process.Dispose();
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null && text.Length < LargestOutput)
            {
                _ = text.Append(line).Append('\n');
            }
        }
    }

    private (string Output, string Errors) Told()
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
    private static partial int Signal(int process, int signal);
}
