using System.Globalization;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.Cli.Control;

/// <summary>Rows of words, each column as wide as its widest word.</summary>
internal sealed class Table(params string[] titles)
{
    private readonly List<string[]> _rows = [titles];

    /// <summary>One word for each column.</summary>
    public void Add(params string[] row) => _rows.Add(row);

    /// <summary>Writes the rows, titles first.</summary>
    public void Write(TextWriter to)
    {
        int[] widths = [.. Enumerable.Range(0, titles.Length).Select(column => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows)
        {
            to.WriteLine(string.Join("  ", row.Select((word, column) => word.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Bytes for people: "812 B", "3.4 MiB".</summary>
    public static string FormatSize(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes} B",
        < 1 << 20 => (bytes / 1024.0).ToString("0.0", CultureInfo.InvariantCulture) + " KiB",
        < 1L << 30 => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MiB",
        _ => (bytes / 1073741824.0).ToString("0.0", CultureInfo.InvariantCulture) + " GiB",
    };

    /// <summary>"12.5 ms".</summary>
    public static string FormatTime(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    /// <summary>The amount of a program's stale contents, for a column.</summary>
    public static string FormatStale(IReadOnlyList<StaleContent> stale) =>
        stale.Count == 0 ? "-" : $"{stale.Count}, {FormatSize(stale.Sum(content => content.Bytes))}";
}
