using System.Diagnostics;
using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Connection;

/// <summary>Whether the host of a connection is still there. It waits for no lock, because the threads that hold them may wait for a host
/// that is gone.</summary>
/// <param name="connection">The connection.</param>
/// <param name="receiving">The lock that the thread which reads from the host holds.</param>
internal sealed class HostLiveness(HostConnection connection, Lock receiving)
{
    /// <summary>How long a host may be silent before it counts as lost: a network needs some seconds after a restore.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    /// <summary>The system's ages are in ticks of its own, up to 10 ms.</summary>
    private static readonly TimeSpan s_blur = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether somebody reads what the host sends.</summary>
    private bool IsReading
    {
        get
        {
            if (!receiving.TryEnter())
            {
                return true;
            }

            receiving.Exit();
            return false;
        }
    }

    /// <summary>Whether the host closes the connection within a time limit, or has closed it: the loss of the session is reported
    /// elsewhere.</summary>
    public bool IsEnding(TimeSpan limit)
    {
        int generation = connection.Generation;
        int descriptor = connection.CopyDescriptor();
        if (descriptor < 0)
        {
            return true; // it was closed, or another worker replaces it at this moment
        }

        bool hasHungUp = LibcSockets.WaitForHangUp(descriptor, limit);
        LibcSockets.Close(descriptor);
        return hasHungUp || generation != connection.Generation
            // After a restore each connection finds out by itself that the host is gone
            || !IsAnswering(Silence) || generation != connection.Generation;
    }

    /// <summary>Whether the host still answers, within a time limit; also true when another worker has replaced it meanwhile.</summary>
    public bool IsAnswering(TimeSpan limit)
    {
        int generation = connection.Generation;
        int descriptor = connection.CopyDescriptor();
        if (descriptor < 0)
        {
            return !connection.IsLost && generation != connection.Generation;
        }

        try
        {
            LibcTcp.AskEverySecond(descriptor, isOn: true);
            return IsAnswering(descriptor, generation, limit);
        }
        finally
        {
            LibcTcp.AskEverySecond(descriptor, isOn: false);
            LibcSockets.Close(descriptor);
        }
    }

    private bool IsAnswering(int descriptor, int generation, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < limit)
        {
            if (LibcSockets.WaitForHangUp(descriptor, s_look))
            {
                return generation != connection.Generation;
            }

            // The system answers for a worker that hangs: a thread that waits for the worker itself needs data from it.
            TimeSpan since = Stopwatch.GetElapsedTime(start) - s_blur;
            if (generation != connection.Generation || !LibcTcp.TryReadAges(descriptor, out TimeSpan answer, out TimeSpan data)
                || (answer < since && (data < since || !IsReading)))
            {
                return true;
            }
        }

        return false;
    }
}
