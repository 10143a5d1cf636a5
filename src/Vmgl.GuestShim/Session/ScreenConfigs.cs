using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Session;

/// <summary>An FBConfig of the host as the program sees it.</summary>
/// <param name="Handle">The GLXFBConfig.</param>
/// <param name="GuestVisual">The visual of the program's X server that fits; 0 when none does.</param>
internal sealed record GuestConfig(nint Handle, HostConfig Host, uint GuestVisual);

/// <summary>The host's visuals and FBConfigs of one screen, matched with the visuals of the program's X server.</summary>
internal sealed unsafe class ScreenConfigs
{
    /// <summary>The attributes that two FBConfigs with the same kind of pixels have in common.</summary>
    private static readonly int[] s_buffers =
    [
        GLX_DOUBLEBUFFER, GLX_STEREO, GLX_RED_SIZE, GLX_GREEN_SIZE, GLX_BLUE_SIZE, GLX_ALPHA_SIZE,
        GLX_DEPTH_SIZE, GLX_STENCIL_SIZE, GLX_SAMPLES,
    ];

    private readonly HostConfigs _host;
    private readonly Dictionary<uint, HostVisual> _byGuestVisual = [];
    private readonly Dictionary<uint, uint> _guestVisualOf = [];
    private readonly Dictionary<nint, GuestConfig> _byHandle = [];

    private ScreenConfigs(HostConfigs host, nint display, int screen)
    {
        (_host, Screen) = (host, screen);
        MatchVisuals(display);
        int visualIdAt = Array.IndexOf(host.ConfigAttributes, GLX_VISUAL_ID);
        foreach (HostConfig config in host.Configs)
        {
            uint hostVisual = visualIdAt < 0 ? 0 : (uint)config.Values[visualIdAt];
            nint handle = (nint)NativeMemory.AllocZeroed(16);
            _byHandle[handle] = new GuestConfig(handle, config, _guestVisualOf.GetValueOrDefault(hostVisual));
        }
    }

    public int Screen { get; }

    /// <summary>The table of the host that the program began with.</summary>
    public HostConfigs Host => _host;

    /// <summary>All FBConfigs, in the host's order.</summary>
    public IReadOnlyCollection<GuestConfig> Configs => _byHandle.Values;

    /// <summary>Asks the host for a screen's table.</summary>
    public static ScreenConfigs AskHost(GuestStream stream, nint display, int screen)
    {
        uint token = stream.NextToken();
        Wire.Commands.ReadConfigs.Write(stream.Reserve(Wire.Commands.ReadConfigs.Bytes), token, screen);
        using Reply reply = stream.AskHost(token, Opcode.ReadConfigs);
        HostConfigs host = reply.Rest.IsEmpty ? new HostConfigs([], [], [], []) : HostConfigs.Decode(reply.Rest);
        return new ScreenConfigs(host, display, screen);
    }

    public GuestConfig? FindConfig(nint handle) => _byHandle.GetValueOrDefault(handle);

    /// <summary>The FBConfig of a host id.</summary>
    public GuestConfig? ConfigOfHost(uint id) => _byHandle.Values.FirstOrDefault(c => c.Host.Id == id);

    /// <summary>The id of the first FBConfig that has a visual of the program's X server; 0 when none has.</summary>
    public uint ConfigOfVisual(uint guestVisual) =>
        guestVisual == 0 ? 0 : _byHandle.Values.FirstOrDefault(c => c.GuestVisual == guestVisual)?.Host.Id ?? 0;

    /// <summary>The id of the first FBConfig of a host visual; 0 when none has it.</summary>
    public uint ConfigOfHostVisual(uint hostVisual)
    {
        int at = Array.IndexOf(_host.ConfigAttributes, GLX_VISUAL_ID);
        return at < 0 ? 0 : _host.Configs.FirstOrDefault(c => (uint)c.Values[at] == hostVisual)?.Id ?? 0;
    }

    /// <summary>The id of an FBConfig that allows pbuffers and has the buffers of another: that one itself, if it does; 0 when there is
    /// none.</summary>
    public uint PbufferConfigOf(uint id)
    {
        if (Array.Find(_host.Configs, config => config.Id == id) is not HostConfig wanted)
        {
            return 0;
        }

        int[] same = [.. s_buffers.Select(name => Array.IndexOf(_host.ConfigAttributes, name)).Where(at => at >= 0)];
        HostConfig? found = AllowsPbuffers(wanted) ? wanted
            : Array.Find(_host.Configs, config => AllowsPbuffers(config) && same.All(at => config.Values[at] == wanted.Values[at]));
        return found?.Id ?? 0;
    }

    private bool AllowsPbuffers(HostConfig config) =>
        Array.IndexOf(_host.ConfigAttributes, GLX_DRAWABLE_TYPE) is int at and >= 0 && (config.Values[at] & GLX_PBUFFER_BIT) != 0;

    /// <summary>The program chose a visual of the host. An X server that is not the host's has fewer visuals than the host, so from now on
    /// its visual stands for this one.</summary>
    public void ChooseVisual(uint hostVisual)
    {
        uint guestVisual = GuestVisual(hostVisual);
        if (guestVisual != 0 && guestVisual != hostVisual && Array.Find(_host.Visuals, v => v.Id == hostVisual) is HostVisual host)
        {
            _byGuestVisual[guestVisual] = host;
        }
    }

    /// <summary>The host's visual of an FBConfig; 0 when it has none.</summary>
    public uint HostVisualOf(GuestConfig config)
    {
        int at = Array.IndexOf(_host.ConfigAttributes, GLX_VISUAL_ID);
        return at < 0 ? 0 : (uint)config.Host.Values[at];
    }

    /// <summary>The host's visual for one of the program's X server; null when GLX cannot use it.</summary>
    public HostVisual? HostVisual(uint guestVisual) => _byGuestVisual.GetValueOrDefault(guestVisual);

    /// <summary>The X server's visual for one of the host; 0 when none fits.</summary>
    public uint GuestVisual(uint hostVisual) => _guestVisualOf.GetValueOrDefault(hostVisual);

    /// <summary>An attribute of a host's visual; null when there is no such attribute.</summary>
    public int? ValueOf(HostVisual visual, int attribute) => FindValue(_host.VisualAttributes, visual.Values, attribute);

    /// <summary>An attribute of an FBConfig; null when there is no such attribute.</summary>
    public int? ValueOf(GuestConfig config, int attribute) => attribute == GLX_VISUAL_ID
        ? (int)config.GuestVisual : FindValue(_host.ConfigAttributes, config.Host.Values, attribute);

    private static int? FindValue(int[] attributes, int[] values, int attribute)
    {
        int at = Array.IndexOf(attributes, attribute);
        return at < 0 || values[at] == HostConfigs.Absent ? null : values[at];
    }

    /// <summary>A host visual stands for the X server's visual of the same id if that is alike, else for the first alike one.</summary>
    private void MatchVisuals(nint display)
    {
        XVisualInfo template = new() { Screen = Screen };
        XVisualInfo* list = X11.GetVisualInfo(display, X11.VisualScreenMask, &template, out int count);
        var visuals = new ReadOnlySpan<XVisualInfo>(list, count);
        foreach (HostVisual host in _host.Visuals)
        {
            uint fits = 0;
            foreach (XVisualInfo visual in visuals)
            {
                if (AreAlike(host, visual) && (fits == 0 || visual.VisualId == host.Id))
                {
                    fits = (uint)visual.VisualId;
                }
            }

            if (fits != 0)
            {
                _guestVisualOf[host.Id] = fits;
                if (fits == host.Id || !_byGuestVisual.ContainsKey(fits))
                {
                    _byGuestVisual[fits] = host;
                }
            }
        }

        X11.FreeMemory(list);
    }

    private static bool AreAlike(HostVisual host, XVisualInfo visual) =>
        host.Class == visual.Class && host.Depth == visual.Depth
        && host.RedMask == visual.RedMask && host.GreenMask == visual.GreenMask && host.BlueMask == visual.BlueMask;
}
