using System.Text;

namespace Vmgl.Stub.Basics;

/// <summary>The log: one line per event, written unbuffered and whole, so that daemon and workers can share one file.</summary>
/// <param name="to">Where lines go; not disposed.</param>
/// <param name="who">Stands in front of every line.</param>
internal sealed class Log(Stream to, string who)
{
    private readonly Lock _gate = new();

    /// <summary>The log of this process. It is always standard output: the process that starts this one decides where that leads.</summary>
    public static Log ToStandardOutput(string who) => new(Console.OpenStandardOutput(), who);

    /// <summary>Writes an event with its time in UTC.</summary>
    public void WriteLine(string text) => WriteVerbatim($"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} {who}: {text}");

    /// <summary>Writes a line as it is, for scripts that look for it.</summary>
    public void WriteVerbatim(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(OneLine(line) + "\n");
        lock (_gate)
        {
            try
            {
                to.Write(bytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // A full disk, a closed terminal or the end of the process must not take the guests down.
            }
        }
    }

    /// <summary><paramref name="text"/> without control characters: what a stranger sends can neither forge a line nor drive a
    /// terminal.</summary>
    internal static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
