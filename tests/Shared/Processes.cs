using System.Runtime.InteropServices;

namespace Vmgl.Tests.Shared;

/// <summary>What /proc says about processes, and signals.</summary>
internal static partial class Processes
{
    public const int Terminate = 15;
    public const int Interrupt = 2;
    public const int Kill = 9;

    /// <summary>Process ids of the children of <paramref name="parent"/>, zombies included.</summary>
    public static int[] ChildrenOf(int parent) =>
        [.. Directory.GetDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out int id) ? id : 0)
            .Where(id => id > 0 && Stat(id) is [_, string its, ..] && its == $"{parent}")];

    /// <summary>Whether this process ignores a signal, and with it those that it starts (proc(5), SigIgn).</summary>
    public static bool Ignores(int signal)
    {
        string ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            .Split('\t')[1];
        return ((Convert.ToUInt64(ignored, 16) >> (signal - 1)) & 1) != 0;
    }

    /// <summary>Whether a process is there and not a zombie.</summary>
    public static bool IsAlive(int id) => Stat(id) is [string state, ..] && state is not ("Z" or "X");

    public static bool IsZombie(int id) => Stat(id) is ["Z", ..];

    public static int DescriptorsOf(int id) => Directory.GetFileSystemEntries($"/proc/{id}/fd").Length;

    public static string[] EnvironmentOf(int id) => File.ReadAllText($"/proc/{id}/environ").Split('\0');

    public static void Signal(int id, int signal) => _ = SendSignal(id, signal);

    /// <summary>The fields of /proc/PID/stat from the state on; empty when there is no such process.</summary>
    private static string[] Stat(int id)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int id, int signal);
}
