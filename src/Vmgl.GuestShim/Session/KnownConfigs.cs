using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Session;

/// <summary>The visuals and FBConfigs that the program was told of, by screen.</summary>
internal sealed class KnownConfigs(GuestSession session)
{
    private readonly Dictionary<(nint Display, int Screen), ScreenConfigs> _screens = [];

    /// <summary>What the host offers on a screen, matched with the X server's visuals.</summary>
    public ScreenConfigs OnScreen(nint display, int screen)
    {
        lock (_screens)
        {
            if (!_screens.TryGetValue((display, screen), out ScreenConfigs? configs))
            {
                configs = ScreenConfigs.AskHost(session.Stream, display, screen);
                _screens[(display, screen)] = configs;
            }

            return configs;
        }
    }

    /// <summary>The FBConfig behind a handle, on whichever screen it is; null for a handle of none.</summary>
    public (ScreenConfigs Screen, GuestConfig Config)? FindConfig(nint handle)
    {
        lock (_screens)
        {
            foreach (ScreenConfigs screen in _screens.Values)
            {
                if (screen.FindConfig(handle) is GuestConfig config)
                {
                    return (screen, config);
                }
            }

            return null;
        }
    }

    /// <summary>The id of a context's FBConfig: what it was made from, or for one that was made from a visual the first that has this
    /// visual on the host.</summary>
    public uint IdOf(GuestContext context)
    {
        ContextDescription made = context.Description;
        ScreenConfigs screen = OnScreen(context.Display, made.Screen);
        return made.Config != 0 ? made.Config : screen.ConfigOfHostVisual(made.Visual);
    }

    /// <summary>The same for what a context was made from, without asking the host.</summary>
    public uint IdOf(int screen, uint visual, uint config)
    {
        lock (_screens)
        {
            return config != 0 ? config
                : _screens.Where(known => known.Key.Screen == screen).Select(known => known.Value.ConfigOfHostVisual(visual))
                .FirstOrDefault(found => found != 0);
        }
    }

    /// <summary>The id of an FBConfig whose pbuffers have the same pixels as a config's windows: itself, where it allows pbuffers. 0 when
    /// there is none.</summary>
    public uint PbufferIdOf(int screen, uint config)
    {
        lock (_screens)
        {
            return _screens.Where(known => known.Key.Screen == screen).Select(known => known.Value.PbufferConfigOf(config))
                .FirstOrDefault(found => found != 0);
        }
    }

    /// <summary>The host's tables of FBConfigs and visuals, by screen.</summary>
    public (int Screen, HostConfigs Configs)[] CopyTables()
    {
        lock (_screens)
        {
            return [.. _screens.Select(known => (known.Key.Screen, known.Value.Host)).DistinctBy(known => known.Screen)];
        }
    }
}
