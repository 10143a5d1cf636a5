using System.Text;

namespace Vmgl.GuestShim.Interop;

/// <summary>Messages to the program's user, one line for each cause, straight to descriptor 2: the console classes would touch the
/// terminal.</summary>
internal static class Failure
{
    private static readonly HashSet<string> s_reported = [];

    /// <summary>Reports a line once.</summary>
    public static void ReportLine(string line)
    {
        lock (s_reported)
        {
            if (!s_reported.Add(line))
            {
                return;
            }
        }

        Libc.WriteAll(2, Encoding.UTF8.GetBytes($"vmgl: {line}\n"));
    }

    /// <summary>Reports that a command failed in an unforeseen way. The program goes on without it.</summary>
    public static void ReportCommand(string command, Exception e) => ReportLine($"{command}: {e.GetType().Name}: {e.Message}");
}
