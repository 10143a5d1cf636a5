using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Whether the program draws, looks for its host or is suspended, and where it is to draw.</summary>
/// <remarks>A program that draws begins to reconnect when its host is lost, and draws again when that has ended, with or without a host.
/// One that the user suspended draws again when the user resumes it. One that reconnects while the user suspends it is held: it looks for
/// no host until it is resumed.</remarks>
internal sealed class RecoveryState(StubAddress target)
{
    private readonly object _gate = new();
    private ProgramState _state = ProgramState.Drawing;
    private StubAddress _target = target;
    private bool _isHeld;

    /// <summary>The state at this moment.</summary>
    public ProgramState Current
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Where the program is to draw.</summary>
    public StubAddress Target
    {
        get
        {
            lock (_gate)
            {
                return _target;
            }
        }

        set
        {
            lock (_gate)
            {
                _target = value;
            }
        }
    }

    /// <summary>Enters a state, and wakes the threads that wait for it.</summary>
    public void EnterState(ProgramState state)
    {
        lock (_gate)
        {
            _state = state;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Has a program that looks for its host wait for its user.</summary>
    public void HoldProgram()
    {
        lock (_gate)
        {
            _isHeld = true;
        }
    }

    /// <summary>Whether the program draws. One that looks for its host is held.</summary>
    public bool IsDrawingOrHold()
    {
        lock (_gate)
        {
            _isHeld |= _state == ProgramState.Reconnecting;
            return _state == ProgramState.Drawing;
        }
    }

    /// <summary>Waits between two attempts to find a host, and as long as the program is held.</summary>
    /// <param name="held">Set to the time that was spent, if the program was held.</param>
    /// <returns>Whether the state changed during the pause.</returns>
    public bool PauseSearch(TimeSpan pause, ref TimeSpan held)
    {
        lock (_gate)
        {
            long start = Stopwatch.GetTimestamp();
            bool isWoken = Monitor.Wait(_gate, pause);
            while (_isHeld)
            {
                _ = Monitor.Wait(_gate);
                held = Stopwatch.GetElapsedTime(start);
            }

            return isWoken;
        }
    }

    /// <summary>Has a thread of the program that looks for a host try at once, and waits for it; false when it found none within the time
    /// limit.</summary>
    public bool AwaitRecovery(TimeSpan limit)
    {
        const int LookMilliseconds = 200;
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _isHeld = false;
            Monitor.PulseAll(_gate);
            while (_state == ProgramState.Reconnecting)
            {
                if (Stopwatch.GetElapsedTime(start) > limit)
                {
                    return false;
                }

                _ = Monitor.Wait(_gate, LookMilliseconds);
            }

            return true;
        }
    }
}
