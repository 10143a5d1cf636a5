using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>The system calls of the control socket: a Unix socket that listens, the identity of its clients, and one descriptor to wait for
/// all of them.</summary>
internal static unsafe partial class LibcControl
{
    /// <summary>Something can be read, or the other side has closed.</summary>
    public const uint Readable = 1; // EPOLLIN

    /// <summary>There is room to write.</summary>
    public const uint Writable = 4; // EPOLLOUT

    private const int UnixFamily = 1; // AF_UNIX
    private const int StreamClosingOnExec = 1 | 0x80000 | 0x800; // SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK
    private const int AcceptFlags = 0x80000 | 0x800; // SOCK_CLOEXEC | SOCK_NONBLOCK
    private const int CloseOnExec = 0x80000; // EPOLL_CLOEXEC, TFD_CLOEXEC
    private const int NonBlocking = 0x800; // TFD_NONBLOCK
    private const int Backlog = 16;
    private const int NoSignal = 0x4000; // MSG_NOSIGNAL
    private const int TryAgain = 11; // EAGAIN
    private const int Interrupted = 4; // EINTR
    private const int Monotonic = 1; // CLOCK_MONOTONIC
    private const int PathBytes = 108; // sun_path, its final zero included

    /// <summary>The outcome of reading or writing.</summary>
    public const int Later = -1;

    /// <summary>The other side is gone.</summary>
    public const int Gone = -2;

    /// <summary>struct epoll_event, which x86-64 packs.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct Event
    {
        public uint Events;
        public int Descriptor;
        public int Unused;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Credentials
    {
        public int Process;
        public uint User;
        public uint Group;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimerValue
    {
        public long IntervalSeconds;
        public long IntervalNanoseconds;
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>Whether a path is short enough for a Unix socket.</summary>
    public static bool IsShortEnough(ReadOnlySpan<byte> path) => path.Length < PathBytes;

    /// <summary>A socket that listens at a path; -1 when the system refuses, and the error is the last one.</summary>
    public static int ListenAt(ReadOnlySpan<byte> path)
    {
        int descriptor = MakeSocket(UnixFamily, StreamClosingOnExec, 0);
        byte* address = stackalloc byte[2 + PathBytes];
        if (descriptor >= 0 && Bind(descriptor, address, FillAddress(address, path)) == 0 && ListenOn(descriptor, Backlog) == 0)
        {
            return descriptor;
        }

        int error = Marshal.GetLastPInvokeError();
        LibcSockets.Close(descriptor);
        Marshal.SetLastPInvokeError(error);
        return -1;
    }

    /// <summary>Whether somebody listens at a path.</summary>
    public static bool IsServed(ReadOnlySpan<byte> path)
    {
        int descriptor = MakeSocket(UnixFamily, StreamClosingOnExec, 0);
        byte* address = stackalloc byte[2 + PathBytes];
        // EAGAIN: its queue is full
        bool isServed = Connect(descriptor, address, FillAddress(address, path)) == 0 || Marshal.GetLastPInvokeError() == TryAgain;
        LibcSockets.Close(descriptor);
        return isServed;
    }

    /// <summary>The next client that waits; -1 for none.</summary>
    public static int AcceptClient(int listening) => AcceptNext(listening, null, null, AcceptFlags);

    /// <summary>The user that a client runs as.</summary>
    public static bool TryReadUser(int client, out uint user)
    {
        const int SocketLevel = 1; // SOL_SOCKET
        const int PeerCredentials = 17; // SO_PEERCRED
        Credentials credentials;
        uint size = (uint)sizeof(Credentials);
        bool isKnown = GetOption(client, SocketLevel, PeerCredentials, &credentials, &size) == 0;
        user = credentials.User;
        return isKnown;
    }

    /// <summary>Bytes that came; <see cref="Later"/> or <see cref="Gone"/> when none did.</summary>
    public static int TryReceive(int client, Span<byte> to)
    {
        fixed (byte* first = to)
        {
            nint got = Receive(client, first, (nuint)to.Length, 0);
            return got > 0 ? (int)got : got < 0 && IsTemporary() ? Later : Gone;
        }
    }

    /// <summary>Bytes that went; <see cref="Later"/> or <see cref="Gone"/> when none did.</summary>
    public static int TrySend(int client, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            nint sent = Send(client, first, (nuint)bytes.Length, NoSignal);
            return sent >= 0 ? (int)sent : IsTemporary() ? Later : Gone;
        }
    }

    /// <summary>A descriptor that is readable when one of those watched has an event.</summary>
    public static int MakeWatch() => CreateEpoll(CloseOnExec);

    /// <summary>Watches a descriptor, or changes for what.</summary>
    public static void WatchDescriptor(int watch, int descriptor, uint events, bool isNew)
    {
        Event entry = new() { Events = events, Descriptor = descriptor };
        _ = ControlEpoll(watch, isNew ? 1 : 3, descriptor, &entry); // EPOLL_CTL_ADD, EPOLL_CTL_MOD
    }

    /// <summary>Watches a descriptor no more. Closing is not enough: a child process may have a copy.</summary>
    public static void UnwatchDescriptor(int watch, int descriptor)
    {
        Event entry = default;
        _ = ControlEpoll(watch, 2, descriptor, &entry); // EPOLL_CTL_DEL
    }

    /// <summary>The events that have happened, without waiting.</summary>
    public static int TakeEvents(int watch, Span<Event> to)
    {
        fixed (Event* first = to)
        {
            return Math.Max(0, WaitEpoll(watch, first, to.Length, 0));
        }
    }

    /// <summary>A descriptor that becomes readable at a time.</summary>
    public static int MakeTimer() => CreateTimer(Monotonic, CloseOnExec | NonBlocking);

    /// <summary>Sets the timer, and clears an earlier expiry. Zero stops it.</summary>
    public static void SetTimer(int timer, TimeSpan after)
    {
        TimerValue value = new() { Seconds = (long)after.TotalSeconds, Nanoseconds = after.Ticks % TimeSpan.TicksPerSecond * 100 };
        _ = SetTime(timer, 0, &value, null);
    }

    [LibraryImport("libc", EntryPoint = "getuid")]
    public static partial uint UserId();

    [LibraryImport("libc", EntryPoint = "getpid")]
    public static partial int ProcessId();

    /// <summary>Owner and mode of what lies at a path, which is not followed if it is a link; false when nothing is there.</summary>
    public static bool TryReadOwner(string path, out uint user, out uint mode)
    {
        const int CurrentDirectory = -100; // AT_FDCWD
        const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
        const uint TypeModeUser = 1 | 2 | 8; // STATX_TYPE | STATX_MODE | STATX_UID
        byte* answer = stackalloc byte[256]; // struct statx
        bool isThere = Statx(CurrentDirectory, path, NoFollow, TypeModeUser, answer) == 0;
        (user, mode) = isThere ? (*(uint*)(answer + 20), *(ushort*)(answer + 28)) : (0, 0);
        return isThere;
    }

    private static bool IsTemporary() => Marshal.GetLastPInvokeError() is TryAgain or Interrupted;

    /// <summary>struct sockaddr_un; its length.</summary>
    private static uint FillAddress(byte* address, ReadOnlySpan<byte> path)
    {
        *(ushort*)address = UnixFamily;
        path.CopyTo(new Span<byte>(address + 2, PathBytes - 1));
        address[2 + path.Length] = 0;
        return (uint)(2 + path.Length + 1);
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int MakeSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(int descriptor, byte* address, uint size);

    [LibraryImport("libc", EntryPoint = "listen", SetLastError = true)]
    private static partial int ListenOn(int descriptor, int backlog);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int Connect(int descriptor, byte* address, uint size);

    [LibraryImport("libc", EntryPoint = "accept4")]
    private static partial int AcceptNext(int descriptor, byte* address, uint* size, int flags);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(int descriptor, int level, int option, Credentials* value, uint* size);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(int socket, byte* to, nuint room, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(int socket, byte* from, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    private static partial int CreateEpoll(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    private static partial int ControlEpoll(int epoll, int operation, int descriptor, Event* entry);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    private static partial int WaitEpoll(int epoll, Event* entries, int room, int milliseconds);

    [LibraryImport("libc", EntryPoint = "timerfd_create")]
    private static partial int CreateTimer(int clock, int flags);

    [LibraryImport("libc", EntryPoint = "timerfd_settime")]
    private static partial int SetTime(int timer, int flags, TimerValue* value, TimerValue* old);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, byte* answer);
}
