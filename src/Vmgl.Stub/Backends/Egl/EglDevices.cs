using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>A device that EGL can draw with.</summary>
/// <param name="Number">As --gpu takes it.</param>
/// <param name="Handle">EGLDeviceEXT; 0 for a host whose EGL knows no devices and draws without any surface.</param>
/// <param name="File">The DRM device file; empty when there is none.</param>
/// <param name="IsSoftware">Whether the driver says that a processor draws.</param>
internal sealed record EglDevice(int Number, nint Handle, string File, bool IsSoftware);

/// <summary>The devices of this host in the order of EGL_EXT_device_enumeration, which --gpu numbers from 0.</summary>
internal static unsafe class EglDevices
{
    private const int MostDevices = 64;

    /// <summary>All devices; nothing is opened for it. One without a handle where EGL has no devices but can draw without a
    /// surface.</summary>
    public static EglDevice[] ListDevices(EglLibrary egl)
    {
        nint* handles = stackalloc nint[MostDevices];
        int count = 0;
        if (egl.HasClientExtension("EGL_EXT_platform_device") && egl.QueryDevices is not null
            && egl.QueryDevices(MostDevices, handles, &count) != 0 && count > 0)
        {
            var devices = new EglDevice[count];
            for (int i = 0; i < count; i++)
            {
                devices[i] = DescribeDevice(egl, i, handles[i]);
            }

            return devices;
        }

        return egl.HasClientExtension("EGL_MESA_platform_surfaceless") ? [new EglDevice(0, 0, "", true)] : [];
    }

    /// <summary>The device of a number.</summary>
    /// <exception cref="BackendException">There is none of that number, or none at all.</exception>
    public static EglDevice FindDevice(EglLibrary egl, int number)
    {
        EglDevice[] devices = ListDevices(egl);
        if (devices.Length == 0)
        {
            throw new BackendException(
                "EGL on this host has neither devices (EGL_EXT_platform_device) nor EGL_MESA_platform_surfaceless: update the driver, or draw with an X display (--display)");
        }

        return (uint)number < (uint)devices.Length
            ? devices[number]
            : throw new BackendException(
                $"there is no GPU {number}: {(devices.Length == 1 ? "the only one is 0" : $"they go from 0 to {devices.Length - 1}")} (stub-daemon --list-gpus)");
    }

    /// <summary>Initialises a device's display.</summary>
    /// <exception cref="BackendException">Its driver refuses.</exception>
    public static nint OpenDisplay(EglLibrary egl, EglDevice device)
    {
        int none = Egl.None;
        nint display = egl.GetPlatformDisplay is null ? 0 : device.Handle != 0
            ? egl.GetPlatformDisplay(Egl.PlatformDevice, device.Handle, &none)
            : egl.GetPlatformDisplay(Egl.PlatformSurfaceless, 0, &none);
        int major, minor;
        if (display == 0 || egl.Initialize(display, &major, &minor) == 0)
        {
            throw new BackendException($"GPU {device.Number}{InBrackets(device.File)} cannot be opened (EGL error 0x{egl.GetError():x}): "
                + "may this user use its device file (groups video and render)?");
        }

        return display;
    }

    private static string InBrackets(string text) => text.Length == 0 ? "" : $" ({text})";

    private static EglDevice DescribeDevice(EglLibrary egl, int number, nint handle)
    {
        string extensions = egl.QueryDeviceString is null ? "" : EglLibrary.ReadText(egl.QueryDeviceString(handle, Egl.Extensions));
        bool isSoftware = extensions.Split(' ').Contains("EGL_MESA_device_software");
        return new EglDevice(number, handle, isSoftware ? "" : FindFile(egl, handle, extensions), isSoftware);
    }

    private static string FindFile(EglLibrary egl, nint handle, string extensions)
    {
        string[] names = extensions.Split(' ');
        string render = names.Contains("EGL_EXT_device_drm_render_node")
            ? EglLibrary.ReadText(egl.QueryDeviceString(handle, Egl.DrmRenderNodeFile)) : "";
        return render.Length > 0 || !names.Contains("EGL_EXT_device_drm") ? render
            : EglLibrary.ReadText(egl.QueryDeviceString(handle, Egl.DrmDeviceFile));
    }
}
