using System.Runtime.InteropServices;
using Vmgl.GuestShim.Startup;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Glx;

/// <summary>Presence, version and strings (GLX 1.4 sections 3.3.1 and 3.3.2).</summary>
internal static unsafe partial class GlxCommands
{
    private const string VendorName = "VMGL";
    private const string GlxVersion = "1.4";

    private static readonly Dictionary<string, nint> s_strings = [];

    /// <summary>Whether there is a host. The codes are those of the X server's own GLX where it has one.</summary>
    public static partial int QueryExtension(nint dpy, int* errorb, int* @event)
    {
        if (GuestProcess.CurrentSession is null)
        {
            return 0;
        }

        (_, int firstEvent, int firstError) = GlxErrors.CodesOf(dpy);
        if (errorb is not null)
        {
            *errorb = firstError;
        }

        if (@event is not null)
        {
            *@event = firstEvent;
        }

        return 1;
    }

    public static partial int QueryVersion(nint dpy, int* maj, int* min)
    {
        if (GuestProcess.CurrentSession is null)
        {
            return 0;
        }

        *maj = 1;
        *min = 4;
        return 1;
    }

    public static partial byte* GetClientString(nint dpy, int name) => AnyString(name);

    public static partial byte* QueryServerString(nint dpy, int screen, int name) => HasScreen(dpy, screen) ? AnyString(name) : null;

    public static partial byte* QueryExtensionsString(nint dpy, int screen) =>
        HasScreen(dpy, screen) ? AnyString(GLX_EXTENSIONS) : null;

    private static byte* AnyString(int name) => GuestProcess.CurrentSession is not GuestSession session ? null : name switch
    {
        GLX_VENDOR => KeepString(VendorName),
        GLX_VERSION => KeepString(GlxVersion),
        GLX_EXTENSIONS => KeepString(ExtensionList(HostExtensions.ExtensionsOf(session), session.Swaps.ArePacedHere)),
        _ => null,
    };

    /// <summary>Extensions that the guest implements itself, those that the host has, too, and swap control, if the host has any of its
    /// forms or the guest does it.</summary>
    private static string ExtensionList(IReadOnlySet<string> host, bool arePacedHere)
    {
        IEnumerable<string> swapControl = arePacedHere || Capabilities.GlxSwapControl.Any(host.Contains) ? Capabilities.GlxSwapControl : [];
        return string.Join(' ', [.. Capabilities.GlxOwn, .. Capabilities.GlxHost.Where(host.Contains), .. swapControl]);
    }

    /// <summary>A string that lives as long as the process: programs keep these pointers.</summary>
    private static byte* KeepString(string text)
    {
        lock (s_strings)
        {
            if (!s_strings.TryGetValue(text, out nint kept))
            {
                kept = Marshal.StringToCoTaskMemUTF8(text);
                s_strings[text] = kept;
            }

            return (byte*)kept;
        }
    }
}
