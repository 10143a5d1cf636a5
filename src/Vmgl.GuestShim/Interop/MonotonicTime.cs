using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>CLOCK_MONOTONIC, which is what drivers give as UST.</summary>
internal static unsafe partial class MonotonicTime
{
    private const int Monotonic = 1; // CLOCK_MONOTONIC
    private const int Absolute = 1; // TIMER_ABSTIME
    private const long Second = 1_000_000;

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>Microseconds since some time before the program began.</summary>
    public static long NowInMicroseconds()
    {
        TimeSpec time;
        _ = GetTime(Monotonic, &time);
        return (time.Seconds * Second) + (time.Nanoseconds / 1000);
    }

    /// <summary>Sleeps until the clock shows so many microseconds; a signal wakes it before.</summary>
    public static void SleepUntil(long microseconds)
    {
        TimeSpec time = new() { Seconds = microseconds / Second, Nanoseconds = microseconds % Second * 1000 };
        _ = Sleep(Monotonic, Absolute, &time, null);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, TimeSpec* time);

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int Sleep(int clock, int flags, TimeSpec* until, TimeSpec* left);
}
