using System.Diagnostics;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>A glxgears that draws until the test ends it, and what it says on standard error.</summary>
internal sealed class Gears : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _complaints = [];

    public Gears(GuestProgram program)
    {
        _process = program.Start("glxgears");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Waits until it has complained; the test fails unless it did so once and still runs.</summary>
    public string AssertComplainsOnce()
    {
        GuestAndHost.WaitUntil(() => Complaints.Length > 0, "a line on standard error");
        Thread.Sleep(TimeSpan.FromSeconds(1.5)); // longer than the picture thread waits for the end of the session
        Assert.False(HasExited, string.Join('\n', Complaints));
        Kill();
        return Assert.Single(Complaints);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(); // and its outputs are read
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    /// <summary>What it has said on standard error so far.</summary>
    public string[] Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    private void Keep(string? line)
    {
        lock (_complaints)
        {
            if (line is { Length: > 0 })
            {
                _complaints.Add(line);
            }
        }
    }
}
