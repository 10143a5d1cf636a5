using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>The line between the daemon and one worker: a pair of connected Unix sockets that keep message boundaries, so
/// that a descriptor and the bytes sent with it arrive together or not at all.</summary>
internal static unsafe partial class SocketPair
{
    private const int Unix = 1;
    private const int SequencedPackets = 5;
    private const int CloseOnExec = 0x80000;

    /// <summary>Makes a pair; neither end survives an exec.</summary>
    /// <exception cref="Win32Exception">The process has no descriptors left.</exception>
    public static (SafeSocketHandle Ours, SafeSocketHandle Theirs) Create()
    {
        int* ends = stackalloc int[2];
        if (SystemSocketPair(Unix, SequencedPackets | CloseOnExec, 0, ends) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        return (new SafeSocketHandle(ends[0], ownsHandle: true), new SafeSocketHandle(ends[1], ownsHandle: true));
    }

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    private static partial int SystemSocketPair(int domain, int type, int protocol, int* ends);
}
