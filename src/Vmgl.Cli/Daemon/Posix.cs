using System.Runtime.InteropServices;

namespace Vmgl.Cli.Daemon;

/// <summary>The few calls of a daemon that the framework does not have.</summary>
internal static unsafe partial class Posix
{
    private const int Monotonic = 1; // CLOCK_MONOTONIC
    private const int BootTime = 7; // CLOCK_BOOTTIME

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>The clock that stands still while the machine does.</summary>
    public static TimeSpan ReadMonotonic() => ReadClock(Monotonic);

    /// <summary>The clock that goes on.</summary>
    public static TimeSpan ReadBootTime() => ReadClock(BootTime);

    [LibraryImport("libc", EntryPoint = "getuid")]
    public static partial uint UserId();

    /// <summary>Leaves the terminal's session.</summary>
    public static void LeaveSession() => _ = SetSession();

    /// <summary>Makes standard input, output and error lead to a file.</summary>
    public static void RedirectTo(FileStream file)
    {
        int descriptor = (int)file.SafeFileHandle.DangerousGetHandle();
        _ = Duplicate(descriptor, 0);
        _ = Duplicate(descriptor, 1);
        _ = Duplicate(descriptor, 2);
    }

    private static TimeSpan ReadClock(int clock)
    {
        TimeSpec time;
        _ = GetTime(clock, &time);
        return TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, TimeSpec* time);

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSession();

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);
}
