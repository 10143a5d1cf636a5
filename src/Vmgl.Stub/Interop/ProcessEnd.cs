using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>Ends this process at once.</summary>
internal static partial class ProcessEnd
{
    /// <summary>Without exit handlers: a driver's would wait for the thread that is stuck in it.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Now(int status);
}
