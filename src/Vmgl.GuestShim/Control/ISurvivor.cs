using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Control;

/// <summary>A request that was not carried out. The message is one line for the user, and the program is as it was.</summary>
internal sealed class ControlException(string message) : Exception(message);

/// <summary>What can be done with a running program. Everything is called on the thread that calls <see cref="ControlSocket.Serve"/>.</summary>
/// <remarks>All but <see cref="Status"/> throw <see cref="ControlException"/> when they cannot; the program then is as it was.</remarks>
internal interface ISurvivor
{
    /// <summary>How the program is.</summary>
    ProgramStatus Status();

    /// <summary>Keeps everything, and lets the host go. Of a program that is suspended already: what is kept.</summary>
    SuspendResult Suspend();

    /// <summary>Draws again; of a program that draws, with a new connection, for the one it has may be dead.</summary>
    /// <param name="address">Where, as GLSTUB says it; null for where it drew last.</param>
    ResumeResult Resume(string? address);

    /// <summary>The same, but of a program whose host still answers: it keeps what it has there, and moves if the address is another.</summary>
    ResumeResult ResumeIfLost(string address);

    /// <summary>Draws elsewhere.</summary>
    /// <param name="checkOnly">Whether only to find out what the other host has less of.</param>
    MoveResult Move(string address, bool checkOnly);

    /// <summary>Writes the program down; it goes on as before.</summary>
    /// <param name="to">Where a snapshot is written, head to end mark.</param>
    SnapshotResult Snapshot(Stream to);
}
