using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Session;

/// <summary>A thread's batch, as C writes it: <c>struct vmgl_batch</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeBatch
{
    public byte* At;
    public byte* End;
    public NativeNames* Names;
    public Bracket Bracket;
    public uint Attachments;
    public uint Lists;
    public uint Watched;
}

/// <summary>The functions of libGL.so.1 for the calling thread.</summary>
internal static unsafe class NativeThread
{
    private static delegate* unmanaged<NativeBatch*> s_thisThread;
    private static delegate* unmanaged<int*, void> s_watchThread;

    /// <summary>The calling thread's batch.</summary>
    public static NativeBatch* Batch => s_thisThread();

    /// <summary>Learns the library's functions, before any call comes from there.</summary>
    public static void AttachLibrary(delegate* unmanaged<NativeBatch*> thisThread, delegate* unmanaged<int*, void> watchThread)
    {
        s_thisThread = thisThread;
        s_watchThread = watchThread;
    }

    /// <summary>Asks for <paramref name="ended"/> to become 1 when the calling thread ends.</summary>
    public static void WatchEnd(int* ended) => s_watchThread(ended);
}
