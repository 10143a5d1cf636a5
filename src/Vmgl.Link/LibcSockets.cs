using System.Net;
using System.Runtime.InteropServices;

namespace Vmgl.Link;

/// <summary>The system calls of a connection: making it within a time limit, waiting, sending and receiving.</summary>
public static unsafe partial class LibcSockets
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
    private const short PollOut = 4;
    private const short PollHangUp = 0x2000; // POLLRDHUP
    private const int BothWays = 2; // SHUT_RDWR
    private const int NoSignal = 0x4000; // MSG_NOSIGNAL
    private const int Interrupted = 4; // EINTR

    /// <summary><c>struct msghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public uint NameLength;
        public Piece* Pieces;
        public nuint PieceCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>Waits without limit until one of the descriptors has something to say.</summary>
    public static void WaitForAny(PollEntry* entries, int count) => _ = Poll(entries, (nuint)count, -1);

    /// <summary>The same within a time limit. Zero means no limit.</summary>
    public static void WaitForAny(PollEntry* entries, int count, TimeSpan limit)
    {
        if (Poll(entries, (nuint)count, limit == TimeSpan.Zero ? -1 : (int)Math.Min(limit.TotalMilliseconds, int.MaxValue)) <= 0)
        {
            for (int i = 0; i < count; i++)
            {
                entries[i] = entries[i].WithoutEvents;
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
            Close(descriptor);
            return -1;
        }

        _ = Control(descriptor, SetStatus, 0);
        int on = 1;
        _ = SetOption(descriptor, TcpLevel, NoDelayOption, &on, sizeof(int)); // a Unix socket refuses, and needs none
        return descriptor;
    }

    /// <summary>Sends every byte of the pieces, in order; false when the connection is gone. The pieces are used up.</summary>
    public static bool SendAll(int descriptor, Span<Piece> pieces)
    {
        fixed (Piece* first = pieces)
        {
            Message message = new() { Pieces = first, PieceCount = (nuint)pieces.Length };
            while (message.PieceCount > 0)
            {
                nint sent = SendMessage(descriptor, &message, NoSignal);
                if (sent >= 0)
                {
                    SkipMoved(ref message, sent);
                }
                else if (Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Receives at least one byte; 0 when the connection is gone.</summary>
    public static int ReceiveSome(int descriptor, Span<byte> to)
    {
        fixed (byte* first = to)
        {
            while (true)
            {
                nint got = Receive(descriptor, first, (nuint)to.Length, 0);
                if (got >= 0)
                {
                    return (int)got;
                }

                if (Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return 0;
                }
            }
        }
    }

    /// <summary>Receives every byte of the pieces, in order; false when the connection is gone. The pieces are used up.</summary>
    public static bool ReceiveAll(int descriptor, Span<Piece> pieces)
    {
        fixed (Piece* first = pieces)
        {
            Message message = new() { Pieces = first, PieceCount = (nuint)pieces.Length };
            while (message.PieceCount > 0)
            {
                nint got = ReceiveMessage(descriptor, &message, 0);
                if (got > 0)
                {
                    SkipMoved(ref message, got);
                }
                else if (got == 0 || Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Waits for bytes; false at the time limit.</summary>
    public static bool WaitForBytes(int descriptor, TimeSpan limit) => WaitForEvents(descriptor, PollEntry.Readable, limit);

    /// <summary>Waits until the other side has closed; false at the time limit.</summary>
    public static bool WaitForHangUp(int descriptor, TimeSpan limit) => WaitForEvents(descriptor, PollHangUp, limit);

    /// <summary>Whether the other side of a connection is on this machine: over a Unix socket, or at a loopback address.</summary>
    public static bool IsSameMachine(int descriptor)
    {
        const int InternetFamily = 2; // AF_INET
        const int Internet6Family = 10; // AF_INET6
        byte* address = stackalloc byte[128]; // struct sockaddr_storage
        *(ushort*)address = 0;
        uint size = 128;
        _ = GetPeer(descriptor, address, &size);
        return *(ushort*)address switch
        {
            InternetFamily => IPAddress.IsLoopback(new IPAddress(new ReadOnlySpan<byte>(address + 4, 4))),
            Internet6Family => IPAddress.IsLoopback(new IPAddress(new ReadOnlySpan<byte>(address + 8, 16))),
            _ => true,
        };
    }

    /// <summary>Ends the connection both ways; the descriptor stays.</summary>
    public static void Shutdown(int descriptor) => _ = ShutdownBoth(descriptor, BothWays);

    /// <summary>Leaves out bytes that were moved, at the front of the message's pieces.</summary>
    private static void SkipMoved(ref Message message, long moved)
    {
        for (; message.PieceCount > 0 && moved >= message.Pieces->Bytes; message.PieceCount--, message.Pieces++)
        {
            moved -= message.Pieces->Bytes;
        }

        if (message.PieceCount > 0)
        {
            *message.Pieces = message.Pieces->Skip(moved);
        }
    }

    /// <summary>Closes a descriptor; a negative one is none.</summary>
    public static void Close(int descriptor) => _ = CloseDescriptor(descriptor);

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

        if (!WaitForEvents(descriptor, PollOut, limit))
        {
            return TimedOut;
        }

        uint size = sizeof(int);
        _ = GetOption(descriptor, SocketLevel, ErrorOption, &error, &size);
        return error;
    }

    private static bool WaitForEvents(int descriptor, short events, TimeSpan limit)
    {
        PollEntry entry = new(descriptor, events);
        return Poll(&entry, 1, (int)Math.Clamp(limit.TotalMilliseconds, 0, int.MaxValue)) > 0;
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int MakeSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int ConnectSocket(int descriptor, byte* address, uint size);

    [LibraryImport("libc", EntryPoint = "getpeername")]
    private static partial int GetPeer(int descriptor, byte* address, uint* size);

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

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(int descriptor, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int descriptor, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(int descriptor, byte* to, nuint room, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);
}
