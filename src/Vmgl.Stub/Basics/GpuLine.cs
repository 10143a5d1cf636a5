using System.Globalization;

namespace Vmgl.Stub.Basics;

/// <summary>The kind of a GPU.</summary>
internal enum GpuKind
{
    Hardware,

    /// <summary>A processor draws.</summary>
    Software,

    /// <summary>Its driver refuses.</summary>
    Unusable,
}

/// <summary>A line of stub-daemon --list-gpus: number, DRM device file or -, kind, and what the driver calls itself or why it cannot be
/// used.</summary>
internal sealed record GpuLine(int Number, string File, GpuKind Kind, string Text)
{
    private const string NoFile = "-";

    public override string ToString() =>
        $"{Number} {(File.Length == 0 ? NoFile : File)} {Kind.ToString().ToLowerInvariant()} {Log.OneLine(Text)}";

    /// <summary>Reads a line; null when it is none: drivers say things of their own.</summary>
    public static GpuLine? TryParse(string line)
    {
        string[] words = line.Split(' ', 4);
        return words.Length == 4 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && Enum.TryParse(words[2], ignoreCase: true, out GpuKind kind)
            ? new GpuLine(number, words[1] == NoFile ? "" : words[1], kind, words[3])
            : null;
    }
}
