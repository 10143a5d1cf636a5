using System.Net;
using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>Making a connection within a time limit.</summary>
internal static unsafe partial class LibcSockets
{
    private const int Stream = 1; // SOCK_STREAM
    private const int CloseOnExec = 0x80000; // SOCK_CLOEXEC
    private const int NonBlocking = 0x800; // SOCK_NONBLOCK, O_NONBLOCK
    private const int InProgress = 115; // EINPROGRESS
    private const int TimedOut = 110; // ETIMEDOUT
    private const int SocketLevel = 1; // SOL_SOCKET
    private const int ErrorOption = 4; // SO_ERROR
    private const int TcpLevel = 6; // IPPROTO_TCP
    private const int NoDelayOption = 1; // TCP_NODELAY
    private const int SetStatus = 4; // F_SETFL
    private const short PollIn = 1;
    private const short PollOut = 4;
    private const short PollHangUp = 0x2000; // POLLRDHUP
    private const int BothWays = 2; // SHUT_RDWR

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;

        /// <summary>Waits for bytes of a descriptor; a negative one is never waited for.</summary>
        public static PollEntry Of(int descriptor) => new() { Descriptor = descriptor, Events = PollIn };
    }

    /// <summary>Waits without limit until one of the descriptors has something to say.</summary>
    public static void WaitForAny(PollEntry* entries, int count) => _ = Poll(entries, (nuint)count, -1);

    /// <summary>The same within a time limit. Zero is no limit.</summary>
    public static void WaitForAny(PollEntry* entries, int count, TimeSpan limit)
    {
        if (Poll(entries, (nuint)count, limit == TimeSpan.Zero ? -1 : (int)Math.Min(limit.TotalMilliseconds, int.MaxValue)) <= 0)
        {
            for (int i = 0; i < count; i++)
            {
                entries[i].Returned = 0;
            }
        }
    }

    /// <summary>A connected, blocking socket that no exec inherits.</summary>
    /// <param name="error">The system's error number when there is none.</param>
    /// <returns>The descriptor, or -1.</returns>
    public static int Connect(EndPoint endPoint, TimeSpan limit, out int error)
    {
        SocketAddress address = endPoint.Serialize();
        int descriptor = MakeSocket(BitConverter.ToUInt16(address.Buffer.Span), Stream | CloseOnExec | NonBlocking, 0);
        if (descriptor < 0)
        {
            error = Marshal.GetLastPInvokeError();
            return -1;
        }

        error = ConnectTo(descriptor, address, limit);
        if (error != 0)
        {
            _ = Close(descriptor);
            return -1;
        }

        _ = Control(descriptor, SetStatus, 0);
        int on = 1;
        _ = SetOption(descriptor, TcpLevel, NoDelayOption, &on, sizeof(int)); // a Unix socket refuses, and needs none
        return descriptor;
    }

    /// <summary>Waits for bytes; false at the time limit.</summary>
    public static bool WaitForBytes(int descriptor, TimeSpan limit) => Wait(descriptor, PollIn, limit);

    /// <summary>Waits until the other side has closed; false at the time limit.</summary>
    public static bool WaitForHangUp(int descriptor, TimeSpan limit) => Wait(descriptor, PollHangUp, limit);

    /// <summary>Ends the connection both ways; the descriptor stays.</summary>
    public static void Shutdown(int descriptor) => _ = ShutdownBoth(descriptor, BothWays);

    private static int ConnectTo(int descriptor, SocketAddress address, TimeSpan limit)
    {
        fixed (byte* bytes = address.Buffer.Span)
        {
            if (ConnectSocket(descriptor, bytes, (uint)address.Size) == 0)
            {
                return 0;
            }
        }

        int error = Marshal.GetLastPInvokeError();
        if (error != InProgress)
        {
            return error;
        }

        if (!Wait(descriptor, PollOut, limit))
        {
            return TimedOut;
        }

        uint size = sizeof(int);
        _ = GetOption(descriptor, SocketLevel, ErrorOption, &error, &size);
        return error;
    }

    private static bool Wait(int descriptor, short events, TimeSpan limit)
    {
        PollEntry entry = new() { Descriptor = descriptor, Events = events };
        return Poll(&entry, 1, (int)Math.Clamp(limit.TotalMilliseconds, 0, int.MaxValue)) > 0;
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int MakeSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int ConnectSocket(int descriptor, byte* address, uint size);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(int descriptor, int level, int option, int* value, uint* size);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    private static partial int SetOption(int descriptor, int level, int option, int* value, uint size);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "shutdown")]
    private static partial int ShutdownBoth(int descriptor, int how);

    /// <summary>Closes a descriptor.</summary>
    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);
}
