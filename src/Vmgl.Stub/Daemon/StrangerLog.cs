using Vmgl.Stub.Basics;

namespace Vmgl.Stub.Daemon;

/// <summary>Logs what strangers did, a bounded number of lines a minute, and how many were left out.</summary>
internal sealed class StrangerLog(Log log, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private long _minute = clock.GetTimestamp();
    private int _lines;

    public void WriteLine(string text)
    {
        lock (_gate)
        {
            if (clock.GetElapsedTime(_minute) >= TimeSpan.FromMinutes(1))
            {
                BeginInterval();
            }

            if (_lines++ < DaemonLimits.StrangerLines)
            {
                log.WriteLine(text);
            }
        }
    }

    private void BeginInterval()
    {
        if (_lines > DaemonLimits.StrangerLines)
        {
            log.WriteLine($"{_lines - DaemonLimits.StrangerLines} more connections like these were not logged");
        }

        _minute = clock.GetTimestamp();
        _lines = 0;
    }
}
