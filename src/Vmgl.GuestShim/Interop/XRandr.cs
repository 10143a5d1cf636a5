using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.Interop;

/// <summary>The refresh rates of screens, by RandR 1.3. The library is opened at run time; a guest need not have it.</summary>
internal static unsafe class XRandr
{
    private const int EnoughMajor = 1;
    private const int EnoughMinor = 3;

    private static readonly nint s_library = NativeLibrary.TryLoad("libXrandr.so.2", out nint library) ? library : 0;

    /// <summary><c>XRRModeInfo</c> of Xrandr.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Mode
    {
        public nuint Id;
        public uint Width;
        public uint Height;
        public nuint DotClock;
        public uint HSyncStart;
        public uint HSyncEnd;
        public uint HTotal;
        public uint HSkew;
        public uint VSyncStart;
        public uint VSyncEnd;
        public uint VTotal;
        public byte* Name;
        public uint NameLength;
        public nuint Flags;
    }

    /// <summary><c>XRRScreenResources</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Resources
    {
        public nuint Time;
        public nuint ConfigTime;
        public int CrtcCount;
        public nuint* Crtcs;
        public int OutputCount;
        public nuint* Outputs;
        public int ModeCount;
        public Mode* Modes;
    }

    /// <summary><c>XRRCrtcInfo</c>, up to what is read of it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Crtc
    {
        public nuint Time;
        public int X;
        public int Y;
        public uint Width;
        public uint Height;
        public nuint Mode;
    }

    /// <summary>The rate of the first CRTC of a screen that shows something; null when the X server does not report it.</summary>
    public static RefreshRate? RateOf(nint display, int screen)
    {
        if (s_library == 0 || !IsThere(display))
        {
            return null;
        }

        var getResources = (delegate* unmanaged<nint, nuint, Resources*>)FindFunction("XRRGetScreenResourcesCurrent");
        Resources* resources = getResources(display, X11.RootWindow(display, screen));
        if (resources is null)
        {
            return null;
        }

        RefreshRate? rate = FirstRate(display, resources);
        ((delegate* unmanaged<Resources*, void>)FindFunction("XRRFreeScreenResources"))(resources);
        return rate;
    }

    private static bool IsThere(nint display)
    {
        int first, major, minor;
        return ((delegate* unmanaged<nint, int*, int*, int>)FindFunction("XRRQueryExtension"))(display, &first, &first) != 0
            && ((delegate* unmanaged<nint, int*, int*, int>)FindFunction("XRRQueryVersion"))(display, &major, &minor) != 0
            && (major, minor).CompareTo((EnoughMajor, EnoughMinor)) >= 0;
    }

    private static RefreshRate? FirstRate(nint display, Resources* resources)
    {
        var getCrtc = (delegate* unmanaged<nint, Resources*, nuint, Crtc*>)FindFunction("XRRGetCrtcInfo");
        var freeCrtc = (delegate* unmanaged<Crtc*, void>)FindFunction("XRRFreeCrtcInfo");
        for (int i = 0; i < resources->CrtcCount; i++)
        {
            Crtc* crtc = getCrtc(display, resources, resources->Crtcs[i]);
            nuint shown = crtc is null ? 0 : crtc->Mode;
            freeCrtc(crtc); // which takes NULL, as free does
            foreach (Mode mode in new ReadOnlySpan<Mode>(resources->Modes, resources->ModeCount))
            {
                if (mode.Id == shown)
                {
                    return RefreshRate.OfMode(mode.DotClock, (ulong)mode.HTotal * mode.VTotal, (uint)mode.Flags);
                }
            }
        }

        return null;
    }

    private static nint FindFunction(string name) => NativeLibrary.GetExport(s_library, name);
}
