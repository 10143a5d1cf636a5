using System.Runtime.InteropServices;

namespace Vmgl.Cli.Run;

/// <summary>Becomes another program, so that its exit status, its signals and its process id are its own.</summary>
internal static unsafe partial class Exec
{
    private const int NotFound = 127;
    private const int NotExecutable = 126;
    private const int NoSuchFile = 2;
    private const int BrokenPipe = 13;

    /// <summary>Sets a variable in the environment that the next program inherits (the runtime keeps a copy of its own).</summary>
    public static void SetVariable(string name, string value) => _ = SetEnvironment(name, value, 1);

    /// <summary>Replaces this process by <paramref name="program"/>, the last words of our own command line, searched for in PATH. Returns
    /// only if that fails, with the exit status a shell would give.</summary>
    public static int ReplaceProcess(string[] program)
    {
        // The runtime ignores SIGPIPE, and ignored signals stay ignored in the next program.
        _ = SetSignal(BrokenPipe, 0);
        fixed (byte* words = File.ReadAllBytes("/proc/self/cmdline"))
        {
            // The kernel's own bytes: a file name need not be UTF-8, and a string would have lost what is not.
            byte** argv = LastWords(words, program.Length);
            _ = Execute(argv[0], argv);
            int error = Marshal.GetLastPInvokeError();
            NativeMemory.Free(argv);
            Console.Error.WriteLine($"vmgl: {program[0]}: {Marshal.GetPInvokeErrorMessage(error)}");
            return error == NoSuchFile ? NotFound : NotExecutable;
        }
    }

    /// <summary>Pointers to the last <paramref name="count"/> of the process's words, each of which ends with a zero byte; then a null
    /// pointer.</summary>
    private static byte** LastWords(byte* words, int count)
    {
        int skip = Environment.GetCommandLineArgs().Length - count;
        byte** argv = (byte**)NativeMemory.AllocZeroed((nuint)count + 1, (nuint)sizeof(byte*));
        for (int i = -skip; i < count; i++)
        {
            if (i >= 0)
            {
                argv[i] = words;
            }

            words += MemoryMarshal.CreateReadOnlySpanFromNullTerminated(words).Length + 1;
        }

        return argv;
    }

    [LibraryImport("libc", EntryPoint = "execvp", SetLastError = true)]
    private static partial int Execute(byte* file, byte** argv);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetSignal(int signal, nint handler);
}
