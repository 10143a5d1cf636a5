using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Control;
using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The thread of our own that folds frames into the mirror, and does what the user's tools ask.</summary>
internal sealed class MirrorThread(KeptSession kept, Checkpoints checkpoints, CopyComparison comparison, IProgramControl program)
{
    /// <summary>Starts the thread.</summary>
    public void StartThread() => Libc.WithoutSignals(() => new Thread(ServeRequests) { IsBackground = true, Name = "vmgl mirror" }.Start());

    private unsafe void ServeRequests()
    {
        ControlSocket? control = OpenControl();
        PollEntry* entries = stackalloc PollEntry[2];
        while (true)
        {
            entries[0] = PollEntry.WaitForBytesOf(kept.WakeDescriptor);
            entries[1] = PollEntry.WaitForBytesOf(control?.Descriptor ?? -1);
            LibcSockets.WaitForAny(entries, 2, SoonerOf(checkpoints.TimeLeft, comparison.TimeLeft));
            if (checkpoints.IsDue)
            {
                checkpoints.ReadContents();
            }

            if (entries[0].IsReady)
            {
                Libc.ClearEvent(kept.WakeDescriptor);
                checkpoints.LearnFacts();
                kept.FoldPlayedFrames(force: false);
            }

            if (comparison.IsDue)
            {
                comparison.CompareCopies();
            }

            if (entries[1].IsReady)
            {
                control!.ServeClients();
            }
        }
    }

    /// <summary>The sooner of two times to come; zero is never.</summary>
    private static TimeSpan SoonerOf(TimeSpan one, TimeSpan other) =>
        one == TimeSpan.Zero ? other : other == TimeSpan.Zero || one < other ? one : other;

    private ControlSocket? OpenControl()
    {
        try
        {
            return ControlSocket.Open(program);
        }
        catch (ControlException e)
        {
            Failure.ReportLine($"this program cannot be suspended or moved: {e.Message}");
            return null;
        }
    }
}
