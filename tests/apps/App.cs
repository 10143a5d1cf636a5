namespace Vmgl.Apps;

/// <summary>The way in which a program is run and compared; programs.list explains each kind.</summary>
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
/// <param name="Seconds">The time until the picture is taken, or the time limit; see programs.list.</param>
/// <param name="Command">The program and its arguments.</param>
internal sealed record App(string Name, Kind Kind, int Seconds, IReadOnlyList<string> Command)
{
    /// <summary>The Debian packages that contain the program.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The name of the process that draws, as in the host's log.</summary>
    public string Process { get; init; } = Path.GetFileName(Command[0]);

    /// <summary>The OpenGL version that the program requires, if it requires one.</summary>
    public Version? Needs { get; init; }

    /// <summary>The value of <c>Seconds</c> in a short run; null if the program is not part of short runs.</summary>
    public int? Short { get; init; }

    /// <summary>The number of frames to keep of a trace.</summary>
    public int Frames { get; init; } = 60;

    /// <summary>The number of messages to keep of a demo; 0 keeps all.</summary>
    public int Messages { get; init; }

    /// <summary>Whether the program runs only when it is named.</summary>
    public bool Extra { get; init; }

    /// <summary>Whether one of the names given to `--only` selects this program: its whole name, or the part before a hyphen.</summary>
    public bool MatchesAnyOf(IEnumerable<string> names) =>
        names.Any(name => Name == name || (!Extra && Name.StartsWith(name + "-", StringComparison.Ordinal)));
}
