using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Control;

/// <summary>A request that was not carried out. The message is one line for the user, and the program is as it was.</summary>
internal sealed class ControlException(string message) : Exception(message);

/// <summary>The requests that a running program carries out, all of them on the thread that calls
/// <see cref="ControlSocket.ServeClients"/>.</summary>
/// <remarks>All but <see cref="ReadStatus"/> throw <see cref="ControlException"/> when they cannot; the program then is as it
/// was.</remarks>
internal interface IProgramControl
{
    /// <summary>The state of the program.</summary>
    ProgramStatus ReadStatus();

    /// <summary>Keeps everything, and closes the connection to the host. For a program that is suspended already: what is kept.</summary>
    SuspendResult Suspend();

    /// <summary>Draws again; a program that draws gets a new connection, because the one it has may be dead.</summary>
    /// <param name="address">The host, as GLSTUB names it; null for the one that it drew on last.</param>
    ResumeResult Resume(string? address);

    /// <summary>The same, but a program whose host still answers keeps its session there, and moves if the address is another.</summary>
    ResumeResult ResumeIfLost(string address);

    /// <summary>Moves to another host.</summary>
    /// <param name="checkOnly">Whether only to find out what the other host has less of.</param>
    MoveResult MoveTo(string address, bool checkOnly);

    /// <summary>Writes a snapshot of the program, which goes on as before.</summary>
    /// <param name="to">The stream that gets the snapshot, from its head to its end mark.</param>
    SnapshotResult WriteSnapshot(Stream to);
}
