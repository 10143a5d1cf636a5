using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>The few system calls of the connection. Managed sockets are not used: they start a thread and an epoll descriptor in
/// the program, and gathering writes and reads into unmanaged memory allocate nothing this way.</summary>
internal static unsafe partial class Libc
{
    private const int NoSignal = 0x4000;
    private const int Interrupted = 4; // EINTR

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

            for (; count > 0 && (nuint)sent >= pieces->Length; count--, pieces++)
            {
                sent -= (nint)pieces->Length;
            }

            if (count > 0)
            {
                pieces->Base += sent;
                pieces->Length -= (nuint)sent;
            }
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

    [LibraryImport("libc", EntryPoint = "getrandom")]
    private static partial nint GetRandom(byte* to, nuint count, uint flags);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(int socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(int socket, byte* to, nuint room, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* from, nuint count);
}
