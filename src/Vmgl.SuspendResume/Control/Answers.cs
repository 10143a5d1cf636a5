using System.Text.Json.Serialization;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.SuspendResume.Control;

/// <summary>What a program does.</summary>
public enum ProgramState
{
    /// <summary>Its commands reach a host.</summary>
    [JsonStringEnumMemberName("drawing")]
    Drawing,

    /// <summary>It was told to wait: it holds no connection, and its GL calls wait.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>It lost its host and tries to reach one.</summary>
    [JsonStringEnumMemberName("reconnecting")]
    Reconnecting,
}

/// <summary>How a program is. Every answer of a control socket is one of these records as a line of JSON, or a <see cref="Refused"/>.</summary>
/// <param name="Pid">Its process id, in its own process id namespace.</param>
/// <param name="Program">Its name (/proc/self/comm).</param>
/// <param name="Host">Where it draws, or drew last, as GLSTUB says it.</param>
/// <param name="Contexts">Contexts that it has.</param>
/// <param name="MirroredBytes">Bytes that the mirror and the commands not yet folded take.</param>
/// <param name="Frames">Swaps that a host acknowledged.</param>
/// <param name="Losses">Connections that were lost and replaced.</param>
/// <param name="InterruptionMs">How long the last loss or suspension kept it from drawing, in milliseconds; 0 if there was none.</param>
/// <param name="Stale">What would be old if the host vanished now; of a program that came back, what is.</param>
/// <param name="Checkpoints">How often contents that only the host has were read back.</param>
public sealed record ProgramStatus(
    int Pid, string Program, string Host, ProgramState State, int Contexts, long MirroredBytes, long Frames, int Losses, double InterruptionMs,
    IReadOnlyList<StaleContent> Stale, long Checkpoints = 0);

/// <summary>A program waits.</summary>
/// <param name="Ms">Milliseconds from the request until everything was kept and the connection was closed.</param>
/// <param name="Bytes">Bytes that are kept.</param>
/// <param name="Stale">What could not be read back and will be old.</param>
public sealed record SuspendResult(double Ms, long Bytes, IReadOnlyList<StaleContent> Stale);

/// <summary>A program draws again.</summary>
/// <param name="Host">Where.</param>
/// <param name="Ms">Milliseconds from the request until the new host had everything.</param>
/// <param name="Bytes">Bytes that rebuilt it.</param>
/// <param name="Stale">What is old from here on, until the program draws it anew.</param>
/// <param name="HasStayed">Whether its host was not lost, so that nothing was to be done.</param>
public sealed record ResumeResult(string Host, double Ms, long Bytes, IReadOnlyList<StaleContent> Stale, bool HasStayed = false);

/// <summary>Something that the program was told it could rely on, and that another host has less of.</summary>
/// <param name="Name">GL's name of the limit, of the extension, or GL_VERSION.</param>
public sealed record ShrinkingLimit(string Name, string Was, string Is);

/// <summary>A program was asked to draw elsewhere.</summary>
/// <param name="Host">Where.</param>
/// <param name="HasMoved">False when it was only checked.</param>
/// <param name="Ms">Milliseconds for which it could not draw; when it was only checked, those that took.</param>
/// <param name="Bytes">Bytes that rebuilt it; 0 when it was only checked.</param>
/// <param name="Shrinks">What the other host has less of; nothing when all the program saw is there too.</param>
/// <param name="Stale">What is old from here on; nothing when it was only checked.</param>
public sealed record MoveResult(
    string Host, bool HasMoved, double Ms, long Bytes, IReadOnlyList<ShrinkingLimit> Shrinks, IReadOnlyList<StaleContent> Stale);

/// <summary>A program was written down. The bytes of the snapshot follow this line.</summary>
/// <param name="Bytes">How many.</param>
/// <param name="Ms">Milliseconds that writing it took.</param>
/// <param name="Stale">What could not be read back and is old in it.</param>
public sealed record SnapshotResult(long Bytes, double Ms, IReadOnlyList<StaleContent> Stale);

/// <summary>Why a request was not carried out; the program goes on as before.</summary>
/// <param name="Error">One line for the user.</param>
public sealed record Refused(string Error);
