using System.Text.Json.Serialization;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.SuspendResume.Control;

/// <summary>What a program is doing.</summary>
public enum ProgramState
{
    /// <summary>Its commands reach a host.</summary>
    [JsonStringEnumMemberName("drawing")]
    Drawing,

    /// <summary>It was suspended: it holds no connection, and its GL calls wait.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>It lost its host and is trying to reach one.</summary>
    [JsonStringEnumMemberName("reconnecting")]
    Reconnecting,
}

/// <summary>The status of a running program. Every answer of a control socket is one of these records as a line of JSON, or a
/// <see cref="Refused"/>.</summary>
/// <param name="Pid">Its process id, in its own process id namespace.</param>
/// <param name="Program">Its name (/proc/self/comm).</param>
/// <param name="Host">The address of the host that it draws on, or drew on last, in the form of GLSTUB.</param>
/// <param name="Contexts">The number of its contexts.</param>
/// <param name="MirroredBytes">Bytes taken by the mirror and by commands that are not folded yet.</param>
/// <param name="Frames">Swaps that a host acknowledged.</param>
/// <param name="Losses">Connections that were lost and replaced.</param>
/// <param name="InterruptionMs">Milliseconds for which the last loss or suspension kept it from drawing; 0 if there was none.</param>
/// <param name="Stale">Contents that would be stale if the host vanished now; after a recovery, those that are.</param>
/// <param name="Checkpoints">The number of checkpoints: times that contents which only the host has were read back.</param>
public sealed record ProgramStatus(
    int Pid, string Program, string Host, ProgramState State, int Contexts, long MirroredBytes, long Frames, int Losses,
    double InterruptionMs,
    IReadOnlyList<StaleContent> Stale, long Checkpoints = 0);

/// <summary>A program was suspended.</summary>
/// <param name="Ms">Milliseconds from the request until everything was kept and the connection was closed.</param>
/// <param name="Bytes">Bytes that are kept.</param>
/// <param name="Stale">Contents that could not be read back and will be stale.</param>
public sealed record SuspendResult(double Ms, long Bytes, IReadOnlyList<StaleContent> Stale);

/// <summary>A program was resumed.</summary>
/// <param name="Host">The address of the host that it draws on.</param>
/// <param name="Ms">Milliseconds from the request until the new host had everything.</param>
/// <param name="Bytes">Bytes that were sent to rebuild it.</param>
/// <param name="Stale">Contents that are stale until the program draws them again.</param>
/// <param name="HasStayed">Whether its host was not lost, so that there was nothing to do.</param>
public sealed record ResumeResult(string Host, double Ms, long Bytes, IReadOnlyList<StaleContent> Stale, bool HasStayed = false);

/// <summary>A limit or extension that the program was told of, and that another host does not have in full.</summary>
/// <param name="Name">GL's name of the limit, of the extension, or GL_VERSION.</param>
public sealed record ShrinkingLimit(string Name, string Was, string Is);

/// <summary>A program was moved to another host, or it was checked whether it could be.</summary>
/// <param name="Host">The address of the other host.</param>
/// <param name="HasMoved">Whether it was moved, and not only checked.</param>
/// <param name="Ms">Milliseconds for which it could not draw; or that the check took.</param>
/// <param name="Bytes">Bytes that were sent to rebuild it; 0 for a check.</param>
/// <param name="Shrinks">Limits and extensions that shrink on the other host; empty if it has everything that the program saw.</param>
/// <param name="Stale">Contents that are stale from now on; empty for a check.</param>
public sealed record MoveResult(
    string Host, bool HasMoved, double Ms, long Bytes, IReadOnlyList<ShrinkingLimit> Shrinks, IReadOnlyList<StaleContent> Stale);

/// <summary>A snapshot of a program was made. Its bytes follow this line.</summary>
/// <param name="Bytes">The number of these bytes.</param>
/// <param name="Ms">Milliseconds that writing it took.</param>
/// <param name="Stale">Contents that could not be read back and are stale in it.</param>
public sealed record SnapshotResult(long Bytes, double Ms, IReadOnlyList<StaleContent> Stale);

/// <summary>A request that was not carried out; the program goes on as before.</summary>
/// <param name="Error">The reason, as one line for the user.</param>
public sealed record Refused(string Error);
