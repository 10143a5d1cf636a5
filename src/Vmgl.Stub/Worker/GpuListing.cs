using Vmgl.Stub.Backends.Egl;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Worker;

/// <summary>stub-daemon --list-gpus.</summary>
internal static class GpuListing
{
    /// <summary>Prints a line for each GPU; returns the exit status, 1 when there is none.</summary>
    public static int PrintGpus()
    {
        try
        {
            var egl = EglLibrary.Load();
            EglDevice[] devices = EglDevices.ListDevices(egl);
            foreach (EglDevice device in devices)
            {
                Console.WriteLine(DescribeGpu(device));
            }

            return devices.Length > 0 ? 0 : throw new BackendException("EGL on this host has no devices, and cannot draw without one");
        }
        catch (BackendException e)
        {
            Console.Error.WriteLine($"stub-daemon: {e.Message}");
            return 1;
        }
    }

    private static GpuLine DescribeGpu(EglDevice device)
    {
        try
        {
            using EglBackend backend = EglBackend.Open(device.Number);
            return new GpuLine(device.Number, device.File, device.IsSoftware ? GpuKind.Software : GpuKind.Hardware, backend.Renderer);
        }
        catch (BackendException e)
        {
            return new GpuLine(device.Number, device.File, GpuKind.Unusable, e.Message);
        }
    }
}
