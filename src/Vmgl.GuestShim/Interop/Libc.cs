using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>System calls for events, memory, random bytes and signals.</summary>
internal static unsafe partial class Libc
{
    private const int ReadWrite = 3; // PROT_READ | PROT_WRITE

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

    /// <summary>A descriptor that <see cref="SignalEvent"/> makes readable (eventfd(2)).</summary>
    public static int MakeEvent()
    {
        const int CloseOnExec = 0x80000; // EFD_CLOEXEC
        const int NonBlocking = 0x800; // EFD_NONBLOCK
        return EventDescriptor(0, CloseOnExec | NonBlocking);
    }

    /// <summary>Wakes the thread that waits for an event.</summary>
    public static void SignalEvent(int descriptor)
    {
        ulong one = 1;
        _ = Write(descriptor, (byte*)&one, sizeof(ulong));
    }

    /// <summary>Makes an event not readable again.</summary>
    public static void ClearEvent(int descriptor)
    {
        ulong count;
        _ = Read(descriptor, (byte*)&count, sizeof(ulong));
    }

    /// <summary>Memory that other processes can be given by its descriptor; null, and no descriptor, when the system has none
    /// left.</summary>
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

        LibcSockets.Close(descriptor);
        descriptor = -1;
        return null;
    }

    /// <summary>Private pages of this process, zeros at first; null when there is no memory.</summary>
    public static byte* MapPages(long bytes)
    {
        const int PrivateAndNoFile = 0x22; // MAP_PRIVATE | MAP_ANONYMOUS
        nint address = Map(0, (nuint)bytes, ReadWrite, PrivateAndNoFile, -1, 0);
        return address == -1 ? null : (byte*)address;
    }

    /// <summary>Unmaps memory.</summary>
    public static void UnmapMemory(byte* memory, long bytes) => _ = Unmap((nint)memory, (nuint)bytes);

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

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* from, nuint count);
}
