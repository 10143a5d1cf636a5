using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.SuspendResume.Snapshots;

/// <summary>Parts of a snapshot (docs/SNAPSHOT.md).</summary>
internal enum SnapshotSection : uint
{
    Program = 1,
    Drawables = 2,
    Contexts = 3,
    Frame = 4,
    End = 5,
}

/// <summary>Numbers of the format.</summary>
internal static class SnapshotFormat
{
    /// <summary>The version that this build writes, and the only one it reads.</summary>
    public const uint Version = 1;

    /// <summary>Magic, version, zero.</summary>
    public const int HeadBytes = 16;

    /// <summary>Kind and length of a section.</summary>
    public const int SectionHeadBytes = 8;

    /// <summary>Most bytes of a section other than a frame: tables of thousands of entries take less.</summary>
    public const int MaxTableBytes = 16 << 20;

    /// <summary>The first bytes of a snapshot.</summary>
    public static ReadOnlySpan<byte> Magic => "VMGLSNAP"u8;
}

/// <summary>The kind of a drawable in the program. In the snapshot all are pbuffers.</summary>
public enum SnapshotDrawableKind : uint
{
    /// <summary>A window.</summary>
    Window = 1,

    /// <summary>A pbuffer.</summary>
    Pbuffer = 2,

    /// <summary>A GLX pixmap.</summary>
    Pixmap = 3,
}

/// <summary>The program that a snapshot was made of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pid">Its process id.</param>
/// <param name="Host">The address of the host that it drew on.</param>
/// <param name="Facts">The limits and extensions of its GL.</param>
public sealed record SnapshotProgram(string Name, int Pid, string Host, HostFacts Facts);

/// <summary>A drawable.</summary>
/// <param name="Number">As in the frames.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public readonly record struct SnapshotDrawable(uint Number, uint Width, uint Height, SnapshotDrawableKind Kind);

/// <summary>A context.</summary>
/// <param name="Number">As in the frames.</param>
/// <param name="Config">Its FBConfig; 0 if it was made for a visual.</param>
/// <param name="Share">The context that it shares objects with; 0 for none.</param>
public readonly record struct SnapshotContext(uint Number, uint Config, uint Share);

/// <summary>A snapshot that cannot be read. The message is for the user, and has the place in bytes.</summary>
public sealed class SnapshotException(string message) : Exception(message);
