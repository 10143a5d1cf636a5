namespace Vmgl.Apps;

/// <summary>How a program is run and what of it is compared; programs.list explains each.</summary>
internal enum Kind
{
    Text,
    Still,
    Moving,
    File,
    Timedemo,
    Replay,
}

/// <summary>One entry of programs.list.</summary>
/// <param name="Seconds">After which a picture is taken, or after which it is too late.</param>
/// <param name="Command">The program and its arguments.</param>
internal sealed record App(string Name, Kind Kind, int Seconds, IReadOnlyList<string> Command)
{
    /// <summary>Debian packages that bring the program.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The name under which the host logs the process that draws.</summary>
    public string Process { get; init; } = Path.GetFileName(Command[0]);

    /// <summary>The OpenGL version without which it cannot work.</summary>
    public Version? Needs { get; init; }

    /// <summary>Seconds in a short run; null: not part of one.</summary>
    public int? Short { get; init; }

    /// <summary>Frames of a trace that are kept.</summary>
    public int Frames { get; init; } = 60;

    /// <summary>Messages of a demo that are kept; 0 is all.</summary>
    public int Messages { get; init; }

    /// <summary>Runs only when it is named.</summary>
    public bool Extra { get; init; }

    /// <summary>Whether one of the names given to `--only` means this program: its name, or the part before a hyphen.</summary>
    public bool IsMeant(IEnumerable<string> names) =>
        names.Any(name => Name == name || (!Extra && Name.StartsWith(name + "-", StringComparison.Ordinal)));
}
