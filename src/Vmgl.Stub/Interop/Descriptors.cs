using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vmgl.Stub.Interop;

/// <summary>Descriptors that the base library cannot make: pipes to inherit, files that several processes append to.</summary>
internal static unsafe partial class Descriptors
{
    private const int CloseOnExec = 0x80000;
    private const int WriteCreateAppend = 0x1 | 0x40 | 0x400;
    private const int ReadWrite = 2;
    private const int GetFlags = 1;
    private const int SetFlags = 2;
    private const int GetStatus = 3;
    private const int SetStatus = 4;
    private const int NonBlocking = 0x800;
    private const int CloseOnExecFlag = 1;
    private const uint OwnerOnly = 0x180; // 0600: a log names who drew what

    /// <summary>Descriptor 3, on which a started process of this program talks to the one that started it.</summary>
    public const int Inherited = 3;

    /// <summary>Opens /dev/null for those of the three standard descriptors that the caller has closed (as "daemon &gt;&amp;-" does): a log
    /// or a socket must not become standard output by accident.</summary>
    public static void OpenMissingStandardOnes()
    {
        for (int descriptor = 0; descriptor <= 2; descriptor++)
        {
            if (Control(descriptor, GetFlags, 0) < 0)
            {
                CheckResult(Open("/dev/null", ReadWrite, 0)); // the lowest free number, which is this one
            }
        }
    }

    /// <summary>Makes a pipe; neither end survives an exec.</summary>
    /// <exception cref="Win32Exception">The process has no descriptors left.</exception>
    public static (SafeFileHandle Read, SafeFileHandle Write) MakePipe()
    {
        int* ends = stackalloc int[2];
        CheckResult(Pipe(ends, CloseOnExec));
        return (new SafeFileHandle(ends[0], ownsHandle: true), new SafeFileHandle(ends[1], ownsHandle: true));
    }

    /// <summary>Opens a file to which every write is appended whole, whoever else writes (O_APPEND, which FileStream does not
    /// set).</summary>
    /// <exception cref="Win32Exception">It cannot be opened.</exception>
    public static SafeFileHandle OpenToAppend(string path)
    {
        int descriptor = Open(path, WriteCreateAppend | CloseOnExec, OwnerOnly);
        CheckResult(descriptor);
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Makes <paramref name="file"/> this process's standard output.</summary>
    /// <exception cref="Win32Exception">The system refused.</exception>
    public static void BecomeStandardOutput(SafeFileHandle file) => CheckResult(Duplicate(file, 1));

    /// <summary>Keeps an inherited descriptor from programs that this one, or its driver, starts.</summary>
    public static void CloseAtExec(int descriptor) => CheckResult(Control(descriptor, SetFlags, CloseOnExecFlag));

    /// <summary>Makes reads and writes wait. A descriptor of the daemon's asynchronous sockets does not, also in the process
    /// that receives it, and <see cref="System.Net.Sockets.Socket.Blocking"/> only changes what the base library believes.</summary>
    public static void MakeBlocking(SafeHandle descriptor)
    {
        int number = (int)descriptor.DangerousGetHandle();
        int flags = Control(number, GetStatus, 0);
        CheckResult(flags);
        CheckResult(Control(number, SetStatus, flags & ~NonBlocking));
    }

    private static void CheckResult(int result)
    {
        if (result < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static partial int Pipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(SafeFileHandle from, int to);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);
}
