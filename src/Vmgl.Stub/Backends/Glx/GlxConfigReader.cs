using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Reads and chooses the visuals and FBConfigs of one X display.</summary>
internal sealed unsafe class GlxConfigReader(GlxLibrary glx, nint display)
{
    private const int UseGl = 1;

    private readonly Dictionary<(int Screen, uint Id), nint> _configs = [];
    private readonly Dictionary<int, HostConfigs> _tables = [];

    /// <summary>The screen itself, or 0 when the display has fewer.</summary>
    public int ClampScreen(int screen) => (uint)screen < (uint)X11.ScreenCount(display) ? screen : 0;

    /// <summary>All visuals that GL can draw with, and all FBConfigs, each with its attributes. They are those of the display for as long
    /// as it is open, so they are read once: ten thousand questions to GLX take 50 ms.</summary>
    public HostConfigs Read(int screen)
    {
        if (!_tables.TryGetValue(screen, out HostConfigs? table))
        {
            table = new HostConfigs(GlxAttributes.Visual.ToArray(), ReadVisuals(screen), GlxAttributes.Config.ToArray(),
                ReadConfigs(screen));
            _tables.Add(screen, table);
        }

        return table;
    }

    /// <summary>glXChooseFBConfig; ids, best first.</summary>
    public uint[] ChooseConfigs(int screen, ReadOnlySpan<int> attributes)
    {
        int count;
        nint* configs;
        fixed (int* list = TerminateList(attributes))
        {
            configs = glx.ChooseFBConfig(display, screen, list, &count);
        }

        return TakeIds(screen, configs, count);
    }

    /// <summary>glXChooseVisual; 0 when none fits.</summary>
    public uint ChooseVisual(int screen, ReadOnlySpan<int> attributes)
    {
        XVisualInfo* visual;
        fixed (int* list = TerminateList(attributes))
        {
            visual = glx.ChooseVisual(display, screen, list);
        }

        if (visual is null)
        {
            return 0;
        }

        uint id = (uint)visual->VisualId;
        X11.Free(visual);
        return id;
    }

    /// <summary>The GLXFBConfig of an id; 0 when the screen has none. Configs live as long as the display.</summary>
    public nint FindConfig(int screen, uint id)
    {
        if (!_configs.TryGetValue((screen, id), out nint config))
        {
            int count;
            nint* all = glx.GetFBConfigs(display, screen, &count);
            _ = TakeIds(screen, all, count);
            _configs.TryGetValue((screen, id), out config);
        }

        return config;
    }

    /// <summary>The XVisualInfo of an id, to be freed with XFree; null when the screen has none.</summary>
    public XVisualInfo* FindVisual(int screen, uint id)
    {
        var wanted = new XVisualInfo { VisualId = id, Screen = screen };
        int count;
        return X11.GetVisualInfo(display, X11.VisualIdMask | X11.VisualScreenMask, &wanted, &count);
    }

    /// <summary>Whether GL can draw into windows of this visual.</summary>
    public bool CanDraw(XVisualInfo* visual)
    {
        int usable;
        return glx.GetConfig(display, visual, UseGl, &usable) == 0 && usable != 0;
    }

    /// <summary>A copy of a guest's attribute list that ends whatever the guest wrote: the driver reads pairs until it sees
    /// None, and a list that ends within a pair needs two words to stop it.</summary>
    internal static int[] TerminateList(ReadOnlySpan<int> attributes) => [.. attributes, 0, 0];

    private HostVisual[] ReadVisuals(int screen)
    {
        var onScreen = new XVisualInfo { Screen = screen };
        int count;
        XVisualInfo* all = X11.GetVisualInfo(display, X11.VisualScreenMask, &onScreen, &count);
        var visuals = new List<HostVisual>();
        for (int i = 0; all is not null && i < count; i++)
        {
            if (CanDraw(&all[i]))
            {
                visuals.Add(ReadVisual(&all[i]));
            }
        }

        X11.Free(all);
        return [.. visuals];
    }

    private HostVisual ReadVisual(XVisualInfo* visual)
    {
        ReadOnlySpan<int> attributes = GlxAttributes.Visual;
        int[] values = new int[attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int value;
            values[i] = glx.GetConfig(display, visual, attributes[i], &value) == 0 ? value : HostConfigs.Absent;
        }

        return new HostVisual(
            (uint)visual->VisualId, visual->Class, visual->Depth,
            (uint)visual->RedMask, (uint)visual->GreenMask, (uint)visual->BlueMask, values);
    }

    private HostConfig[] ReadConfigs(int screen)
    {
        int count;
        nint* all = glx.GetFBConfigs(display, screen, &count);
        return Array.ConvertAll(TakeIds(screen, all, count), id => ReadConfig(id, _configs[(screen, id)]));
    }

    private HostConfig ReadConfig(uint id, nint config)
    {
        ReadOnlySpan<int> attributes = GlxAttributes.Config;
        int[] values = new int[attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int value;
            values[i] = glx.GetFBConfigAttrib(display, config, attributes[i], &value) == 0 ? value : HostConfigs.Absent;
        }

        return new HostConfig(id, values);
    }

    /// <summary>The ids of an array that GLX allocated; remembers each config and frees the array.</summary>
    private uint[] TakeIds(int screen, nint* configs, int count)
    {
        if (configs is null)
        {
            return [];
        }

        uint[] ids = new uint[count];
        for (int i = 0; i < count; i++)
        {
            int id;
            _ = glx.GetFBConfigAttrib(display, configs[i], GLX_FBCONFIG_ID, &id);
            ids[i] = (uint)id;
            _configs[(screen, ids[i])] = configs[i];
        }

        X11.Free(configs);
        return ids;
    }
}
