using System.Text;
using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim;

/// <summary>What the program's user is told. One line per cause, straight to descriptor 2: the console classes would touch the terminal.</summary>
internal static class Failure
{
    private static readonly HashSet<string> s_said = [];

    /// <summary>Says a line once.</summary>
    public static void Say(string line)
    {
        lock (s_said)
        {
            if (!s_said.Add(line))
            {
                return;
            }
        }

        Libc.WriteAll(2, Encoding.UTF8.GetBytes($"vmgl: {line}\n"));
    }

    /// <summary>Says that a command failed in a way that nobody foresaw. The program goes on without it.</summary>
    public static void Report(string command, Exception e) => Say($"{command}: {e.GetType().Name}: {e.Message}");
}
