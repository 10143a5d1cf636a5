using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Startup;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim;

/// <summary>The contract with libGL.so.1: <c>struct vmgl_guest_api</c> in native/guest_abi.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeApi
{
    /// <summary>Changes with every change of either side.</summary>
    public const uint CurrentAbi = 4;

    public uint Abi;
    public uint Slots;
    public delegate* unmanaged<NativeBatch*> ThisThread;
    public delegate* unmanaged<int*, void> WatchThread;
    public delegate* unmanaged<long, byte*> MakeRoom;
    public delegate* unmanaged<byte*, long, void> SendBulk;
    public delegate* unmanaged<uint, uint, void> UseName;
    public EntryArray Entries;
    public int Socket;
    public int PictureSocket;
    public delegate* unmanaged<void> LookAtWindow;

    /// <summary>The slots of the client and reply commands.</summary>
    [InlineArray(GuestTable.Count)]
    public struct EntryArray
    {
        private nint _first;
    }
}

/// <summary>The one function that libGL.so.1 looks for, and the four that it calls besides the slots.</summary>
internal static unsafe class NativeEdge
{
    [UnmanagedCallersOnly(EntryPoint = "vmgl_guest_attach")]
    private static int AttachLibrary(NativeApi* api)
    {
        if (api->Abi != NativeApi.CurrentAbi || api->Slots != GuestTable.Count)
        {
            return 1;
        }

        NativeThread.AttachLibrary(api->ThisThread, api->WatchThread);
        ForkGuard.AttachLibrary(&api->Socket, &api->PictureSocket);
        api->MakeRoom = &MakeRoom;
        api->SendBulk = &SendBulk;
        api->UseName = &UseName;
        api->LookAtWindow = &LookAtWindow;
        GuestTable.Fill((nint*)&api->Entries);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static byte* MakeRoom(long bytes)
    {
        try { return GuestThread.Stream is GuestStream stream ? stream.MakeRoom(bytes) : null; }
        catch (Exception e) { Failure.ReportCommand("batch", e); return null; }
    }

    [UnmanagedCallersOnly]
    private static void SendBulk(byte* bytes, long count)
    {
        try { GuestThread.Stream?.SendBulk(bytes, count); }
        catch (Exception e) { Failure.ReportCommand("bulk", e); }
    }

    [UnmanagedCallersOnly]
    private static void LookAtWindow()
    {
        try
        {
            if (GuestThread.Stream is not null)
            {
                GuestProcess.CurrentSession?.FollowCurrentWindow();
            }
        }
        catch (Exception e) { Failure.ReportCommand("window size", e); }
    }

    [UnmanagedCallersOnly]
    private static void UseName(uint kind, uint name)
    {
        try { GuestThread.Context?.Group.UseName((ObjectKind)kind, name); }
        catch (Exception e) { Failure.ReportCommand("object name", e); }
    }
}
