using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>The name that ps, top and pgrep show. A program started as /proc/self/exe would be called "exe".</summary>
internal static partial class ProcessName
{
    private const int SetName = 15;

    /// <summary>Names the process; at most 15 bytes. Call it on the main thread.</summary>
    public static void Set(string name) => _ = Control(SetName, name, 0, 0, 0);

    [LibraryImport("libc", EntryPoint = "prctl", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Control(int option, string name, nuint unused1, nuint unused2, nuint unused3);
}
