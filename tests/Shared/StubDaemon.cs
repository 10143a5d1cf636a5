using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Tests.Shared;

/// <summary>A stub-daemon for one test, by default on a free port.</summary>
internal sealed partial class StubDaemon : IDisposable
{
    private const int StartSeconds = 20;
    private const int SettleSeconds = 10;
    private static readonly TimeSpan s_lineLimit = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly string _address;
    private readonly string _log = Path.Combine(Path.GetTempPath(), $"vmgl-test-{Guid.NewGuid():N}.log");

    /// <param name="display">The X display to draw with; null for a headless host.</param>
    /// <param name="listen">The address to listen on.</param>
    /// <param name="environment">Additional environment variables.</param>
    /// <param name="prefix">The beginning of the command line: a program that executes the daemon in its place, such as nsenter.</param>
    /// <param name="port">The port; 0 chooses a free one.</param>
    /// <param name="more">Additional arguments.</param>
    public StubDaemon(
        string program, string? display, string listen = "127.0.0.1", Dictionary<string, string>? environment = null,
        IReadOnlyList<string>? prefix = null,
        int port = 0, IReadOnlyList<string>? more = null)
    {
        _address = listen;
        string[] drawWith = display is null ? ["--headless"] : ["--display", display];
        string[] command = [.. prefix ?? [], program, "--foreground", "--listen", listen, "--port", $"{port}", .. drawWith, "--log", _log,
            .. more ?? []];
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        _ = start.Environment.Remove("LD_PRELOAD");
        foreach ((string name, string value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        Match? listening = WaitFor(Listening(), TimeSpan.FromSeconds(StartSeconds));
        if (listening is null)
        {
            Dispose();
            throw new InvalidOperationException($"stub-daemon does not listen. Its errors: {errors.Result}\nIts log:\n{ReadLog()}");
        }

        Port = int.Parse(listening.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public int Id => _process.Id;

    /// <summary>The address in the form of GLSTUB.</summary>
    public string Address => $"{_address}:{Port}";

    public string ReadLog()
    {
        // The daemon keeps the file open for writing.
        using var stream = new FileStream(_log, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Whether the daemon has exited.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Whether a worker drew for this guest process. ld.so ignores a library that it cannot preload, so every comparison
    /// with native output must prove that it compared two different things.</summary>
    public bool DrewFor(int processId)
    {
        // The guest may have exited before the daemon has written its line.
        string line = $"(process {processId} at ";
        var clock = Stopwatch.StartNew();
        while (!ReadLog().Contains(line, StringComparison.Ordinal))
        {
            if (clock.Elapsed > s_lineLimit)
            {
                return false;
            }

            Thread.Sleep(20);
        }

        return true;
    }

    /// <summary>The process ids of the workers that drew for a guest process, in order.</summary>
    public int[] WorkersOf(int processId) =>
        [.. Regex.Matches(ReadLog(), $@"worker (\d+) draws for .*\(process {processId} at")
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    /// <summary>Counts the daemon's open descriptors and child processes, once the numbers have stopped changing.</summary>
    public (int Descriptors, int Children) CountResources()
    {
        (int, int) before = (-1, -1);
        for (int i = 0; i < SettleSeconds * 2; i++)
        {
            (int, int) now = (CountDescriptors(), CountChildren());
            if (now == before)
            {
                break;
            }

            before = now;
            Thread.Sleep(500);
        }

        return before;
    }

    /// <summary>Kills the daemon and all its workers, like a crash of the machine.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        File.Delete(_log);
    }

    [GeneratedRegex(@"listening on [\d.]+:(\d+)")]
    private static partial Regex Listening();

    private Match? WaitFor(Regex line, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit && !_process.HasExited)
        {
            Match match = line.Match(ReadLog());
            if (match.Success)
            {
                return match;
            }

            Thread.Sleep(20);
        }

        return null;
    }

    private int CountDescriptors() => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    private int CountChildren() => Directory.GetDirectories($"/proc/{_process.Id}/task")
        .Sum(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
}
