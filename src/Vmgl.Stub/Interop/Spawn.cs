using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>The descriptors of a started process. Standard input is /dev/null; everything above descriptor 3 is closed.</summary>
/// <param name="Output">Becomes its standard output and standard error.</param>
/// <param name="Three">Becomes its descriptor 3.</param>
internal sealed record ChildDescriptors(SafeHandle Output, SafeHandle Three);

/// <summary>Starts this very program again by posix_spawn: no fork of a threaded process, and the binary that is running even
/// when the one on disk has been replaced meanwhile.</summary>
internal static unsafe partial class Spawn
{
    private const string Self = "/proc/self/exe";
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;
    private const short SetSession = 0x80;

    // Sizes of glibc's and musl's opaque types are below these on every 64-bit Linux.
    private const int ActionsBytes = 128;
    private const int AttributesBytes = 512;
    private const int SignalSetBytes = 128;

    /// <summary>Starts this program with <paramref name="arguments"/> in a session of its own, so that neither Ctrl-C nor a
    /// closing terminal reaches it, with every signal at its default and none blocked.</summary>
    /// <returns>The process id.</returns>
    /// <exception cref="Win32Exception">The system refused.</exception>
    public static int StartSelf(string name, IReadOnlyCollection<string> arguments, IReadOnlyCollection<string> environment,
        ChildDescriptors descriptors)
    {
        byte* actions = stackalloc byte[ActionsBytes];
        byte* attributes = stackalloc byte[AttributesBytes];
        CheckError(InitActions(actions));
        CheckError(InitAttributes(attributes));
        try
        {
            AddDescriptors(actions, descriptors);
            AddSession(attributes);
            using var argv = new NativeStrings([name, .. arguments]);
            using var envp = new NativeStrings(environment);
            CheckError(PosixSpawn(out int processId, Self, actions, attributes, argv.Pointer, envp.Pointer));
            return processId;
        }
        finally
        {
            _ = DestroyActions(actions);
            _ = DestroyAttributes(attributes);
            GC.KeepAlive(descriptors);
        }
    }

    /// <summary>The order matters: each duplicate is made before its source's number can be written over.</summary>
    private static void AddDescriptors(byte* actions, ChildDescriptors descriptors)
    {
        int output = (int)descriptors.Output.DangerousGetHandle();
        CheckError(AddDuplicate(actions, output, 1));
        CheckError(AddDuplicate(actions, 1, 2));
        CheckError(AddDuplicate(actions, (int)descriptors.Three.DangerousGetHandle(), 3));
        CheckError(AddOpen(actions, 0, "/dev/null", 0, 0));
        CheckError(AddCloseFrom(actions, 4));
    }

    private static void AddSession(byte* attributes)
    {
        byte* signals = stackalloc byte[SignalSetBytes];
        _ = EmptySignalSet(signals);
        CheckError(SetMask(attributes, signals));
        _ = FillSignalSet(signals);
        CheckError(SetDefaults(attributes, signals));
        CheckError(SetFlags(attributes, SetSignalDefaults | SetSignalMask | SetSession));
    }

    /// <summary>The posix_spawn family returns the error instead of setting errno.</summary>
    private static void CheckError(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PosixSpawn(out int processId, string path, byte* actions, byte* attributes, byte** argv, byte** envp);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(byte* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addclosefrom_np")]
    private static partial int AddCloseFrom(byte* actions, int first);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int InitAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetMask(byte* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetDefaults(byte* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int EmptySignalSet(byte* signals);

    [LibraryImport("libc", EntryPoint = "sigfillset")]
    private static partial int FillSignalSet(byte* signals);
}
