using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>The few system calls of the connection. Managed sockets are not used: they start a thread and an epoll descriptor in
/// the program, and gathering writes and reads into unmanaged memory allocate nothing this way.</summary>
internal static unsafe partial class Libc
{
    private const int NoSignal = 0x4000;
    private const int Interrupted = 4; // EINTR
    private const int ReadWrite = 3; // PROT_READ | PROT_WRITE

    /// <summary>One piece of a gathering write: <c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Piece
    {
        public byte* Base;
        public nuint Length;
    }

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

    /// <summary>Sends every byte of the pieces, in order; false when the connection is gone. The pieces are used up.</summary>
    public static bool SendAll(int socket, Piece* pieces, int count)
    {
        while (count > 0)
        {
            Message message = new() { Pieces = pieces, PieceCount = (nuint)count };
            nint sent = SendMessage(socket, &message, NoSignal);
            if (sent < 0)
            {
                if (Marshal.GetLastPInvokeError() == Interrupted)
                {
                    continue;
                }

                return false;
            }

            Use(ref pieces, ref count, sent);
        }

        return true;
    }

    /// <summary>Receives at least one byte; 0 when the connection is gone.</summary>
    public static int ReceiveSome(int socket, byte* to, int room)
    {
        while (true)
        {
            nint got = Receive(socket, to, (nuint)room, 0);
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

    /// <summary>Receives every byte of the pieces, in order; false when the connection is gone. The pieces are used up.</summary>
    public static bool ReceiveAll(int socket, Piece* pieces, int count)
    {
        while (count > 0)
        {
            Message message = new() { Pieces = pieces, PieceCount = (nuint)count };
            nint got = ReceiveMessage(socket, &message, 0);
            if (got <= 0)
            {
                if (got < 0 && Marshal.GetLastPInvokeError() == Interrupted)
                {
                    continue;
                }

                return false;
            }

            Use(ref pieces, ref count, got);
        }

        return true;
    }

    /// <summary>Takes bytes that were moved off the front of the pieces.</summary>
    private static void Use(ref Piece* pieces, ref int count, nint moved)
    {
        for (; count > 0 && (nuint)moved >= pieces->Length; count--, pieces++)
        {
            moved -= (nint)pieces->Length;
        }

        if (count > 0)
        {
            pieces->Base += moved;
            pieces->Length -= (nuint)moved;
        }
    }

    /// <summary>Writes all of <paramref name="bytes"/>, or as much as can be written.</summary>
    public static void WriteAll(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            for (int at = 0; at < bytes.Length;)
            {
                nint wrote = Write(descriptor, first + at, (nuint)(bytes.Length - at));
                if (wrote <= 0)
                {
                    return;
                }

                at += (int)wrote;
            }
        }
    }

    /// <summary>Fills at most 256 bytes with what nobody can guess (getrandom(2), which gives so many at once).</summary>
    public static void FillRandom(Span<byte> to)
    {
        fixed (byte* first = to)
        {
            if (GetRandom(first, (nuint)to.Length, 0) != to.Length)
            {
                throw new InvalidOperationException("the system gives no random bytes");
            }
        }
    }

    /// <summary>A descriptor that <see cref="Signal"/> makes readable (eventfd(2)).</summary>
    public static int MakeEvent()
    {
        const int CloseOnExec = 0x80000; // EFD_CLOEXEC
        const int NonBlocking = 0x800; // EFD_NONBLOCK
        return EventDescriptor(0, CloseOnExec | NonBlocking);
    }

    /// <summary>Wakes who waits for an event.</summary>
    public static void Signal(int descriptor)
    {
        ulong one = 1;
        _ = Write(descriptor, (byte*)&one, sizeof(ulong));
    }

    /// <summary>Makes an event not readable again.</summary>
    public static void TakeSignal(int descriptor)
    {
        ulong count;
        _ = Read(descriptor, (byte*)&count, sizeof(ulong));
    }

    /// <summary>Memory that other processes can be given by its descriptor; null, and no descriptor, when the system has none left.</summary>
    public static byte* ShareMemory(long bytes, out int descriptor)
    {
        const uint CloseOnExec = 1; // MFD_CLOEXEC
        const int Shared = 1; // MAP_SHARED
        fixed (byte* name = "vmgl-picture\0"u8)
        {
            descriptor = CreateMemory(name, CloseOnExec);
        }

        if (descriptor >= 0 && Truncate(descriptor, bytes) == 0)
        {
            nint address = Map(0, (nuint)bytes, ReadWrite, Shared, descriptor, 0);
            if (address != -1)
            {
                return (byte*)address;
            }
        }

        _ = descriptor < 0 ? 0 : LibcSockets.Close(descriptor);
        descriptor = -1;
        return null;
    }

    /// <summary>Pages of this process's own, zeros; null when there is no memory.</summary>
    public static byte* MapPages(long bytes)
    {
        const int PrivateAndNoFile = 0x22; // MAP_PRIVATE | MAP_ANONYMOUS
        nint address = Map(0, (nuint)bytes, ReadWrite, PrivateAndNoFile, -1, 0);
        return address == -1 ? null : (byte*)address;
    }

    /// <summary>Gives mapped memory back.</summary>
    public static void Unmap(byte* memory, long bytes) => _ = Unmap((nint)memory, (nuint)bytes);

    /// <summary>Runs something while this thread takes none of the program's signals, so that a thread which it starts never does
    /// either. Real-time signals stay: the runtime stops threads by one.</summary>
    public static void WithoutSignals(Action action)
    {
        const int Block = 0;
        const int Set = 2;
        ulong standard = 0x7FFFFFFF & ~(1u << 10) & ~(1u << 7) & ~(1u << 6) & ~(1u << 3) & ~(1u << 4); // not SEGV, FPE, BUS, ILL, TRAP
        // sigset_t has 1,024 bits.
        ulong* mask = stackalloc ulong[16];
        ulong* old = stackalloc ulong[16];
        new Span<ulong>(mask, 16).Clear();
        *mask = standard;
        _ = SetSignalMask(Block, mask, old);
        try
        {
            action();
        }
        finally
        {
            _ = SetSignalMask(Set, old, null);
        }
    }

    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    private static partial int SetSignalMask(int how, ulong* mask, ulong* old);

    [LibraryImport("libc", EntryPoint = "eventfd")]
    private static partial int EventDescriptor(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, byte* to, nuint room);

    [LibraryImport("libc", EntryPoint = "memfd_create")]
    private static partial int CreateMemory(byte* name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int Truncate(int descriptor, long bytes);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint bytes, int protection, int flags, int descriptor, long offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint bytes);

    [LibraryImport("libc", EntryPoint = "getrandom")]
    private static partial nint GetRandom(byte* to, nuint count, uint flags);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(int socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(int socket, byte* to, nuint room, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* from, nuint count);
}
