using System.Runtime.InteropServices;

namespace Vmgl.Link;

/// <summary>Asking the system, not the host's program, whether the other side of a TCP connection is there.</summary>
public static unsafe partial class LibcTcp
{
    private const int SocketLevel = 1; // SOL_SOCKET
    private const int KeepAlive = 9; // SO_KEEPALIVE
    private const int TcpLevel = 6; // IPPROTO_TCP
    private const int KeepIdle = 4; // TCP_KEEPIDLE, seconds
    private const int KeepInterval = 5; // TCP_KEEPINTVL, seconds
    private const int Info = 11; // TCP_INFO
    private const int CopyClosingOnExec = 1030; // F_DUPFD_CLOEXEC
    private const int DataReceivedAt = 52; // tcpi_last_data_recv in struct tcp_info, milliseconds ago
    private const int AnswerReceivedAt = 56; // tcpi_last_ack_recv
    private const int InfoBytes = 60;

    /// <summary>Another descriptor of the same socket; -1 when the system refuses.</summary>
    public static int CopyDescriptor(int descriptor) => Control(descriptor, CopyClosingOnExec, 0);

    /// <summary>Has the system ask the other side every second, whenever nothing is under way, or no more.</summary>
    public static void AskEverySecond(int descriptor, bool isOn)
    {
        SetOption(descriptor, SocketLevel, KeepAlive, isOn ? 1 : 0);
        if (isOn)
        {
            SetOption(descriptor, TcpLevel, KeepInterval, 1);
            SetOption(descriptor, TcpLevel, KeepIdle, 1); // the last: it starts the timer anew
        }
    }

    /// <summary>The time since the other side acknowledged or sent anything, and since it sent bytes; false for what is not a TCP
    /// connection.</summary>
    public static bool TryReadAges(int descriptor, out TimeSpan answer, out TimeSpan data)
    {
        byte* info = stackalloc byte[InfoBytes];
        uint size = InfoBytes;
        bool isTcp = GetOption(descriptor, TcpLevel, Info, info, &size) == 0;
        answer = TimeSpan.FromMilliseconds(isTcp ? *(uint*)(info + AnswerReceivedAt) : 0);
        data = TimeSpan.FromMilliseconds(isTcp ? *(uint*)(info + DataReceivedAt) : 0);
        return isTcp;
    }

    private static void SetOption(int descriptor, int level, int option, int value) =>
        _ = SetOption(descriptor, level, option, &value, sizeof(int));

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(int descriptor, int level, int option, byte* value, uint* size);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    private static partial int SetOption(int descriptor, int level, int option, int* value, uint size);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, int argument);
}
