using System.Diagnostics;
using System.Text;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A program that runs beside the test until the test ends it.</summary>
internal sealed class Background : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private readonly Process _process;
    private readonly string _command;
    private readonly List<string> _lines = [];
    private readonly StringBuilder _errors = new();
    private int _read;

    private Background(Process process, string command)
    {
        (_process, _command) = (process, command);
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Complain(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Starts a program with some more variables in its environment.</summary>
    public static Background Start(IReadOnlyList<string> command, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in new[] { "LD_PRELOAD", "GLSTUB", "XAUTHORITY" })
        {
            _ = start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return Of(Process.Start(start)!, string.Join(' ', command));
    }

    /// <summary>A program that was started already, its outputs not read yet.</summary>
    public static Background Of(Process process, string command) => new(process, command);

    /// <summary>Runs a program to its end; its output.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end in time.</exception>
    public static string Run(IReadOnlyList<string> command, Dictionary<string, string>? environment = null)
    {
        using Background run = Start(command, environment);
        run._process.StandardInput.Close();
        if (!run._process.WaitForExit(s_limit))
        {
            throw new InvalidOperationException($"`{run._command}` does not end");
        }

        run._process.WaitForExit(); // and its outputs are read
        return run._process.ExitCode == 0 ? string.Join('\n', run._lines)
            : throw new InvalidOperationException($"`{run._command}` ended with {run._process.ExitCode}: {run._errors.ToString().Trim()}");
    }

    /// <summary>The next line of its output that is as wanted.</summary>
    /// <exception cref="TimeoutException">There is none in time, or the program has ended.</exception>
    public string WaitForLine(Func<string, bool> isWanted)
    {
        var clock = Stopwatch.StartNew();
        lock (_lines)
        {
            while (true)
            {
                while (_read < _lines.Count)
                {
                    if (isWanted(_lines[_read++]))
                    {
                        return _lines[_read - 1];
                    }
                }

                if (clock.Elapsed > s_limit || (_process.HasExited && !Monitor.Wait(_lines, TimeSpan.FromSeconds(1))))
                {
                    throw new TimeoutException($"`{_command}` does not say what was waited for.\n{this}");
                }

                _ = Monitor.Wait(_lines, TimeSpan.FromMilliseconds(100));
            }
        }
    }

    /// <summary>Waits until it ends by itself; its exit code.</summary>
    public int WaitForEnd() => _process.WaitForExit(s_limit) ? _process.ExitCode
        : throw new TimeoutException($"`{_command}` does not end.\n{this}");

    /// <summary>What it has said so far.</summary>
    public override string ToString()
    {
        lock (_lines)
        {
            return $"stdout: {string.Join('\n', _lines)}\nstderr: {_errors}";
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_lines)
        {
            if (line is not null)
            {
                _lines.Add(line);
                Monitor.PulseAll(_lines);
            }
        }
    }

    private void Complain(string? line)
    {
        lock (_lines)
        {
            _ = _errors.AppendLine(line);
        }
    }
}
