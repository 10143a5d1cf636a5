using Vmgl.Wire;

namespace Vmgl.Stub.Replay;

/// <summary>FBConfigs and visuals under the ids of another host, which the guest learned first and keeps using.</summary>
internal sealed class ConfigNames
{
    private readonly Dictionary<(int Screen, bool IsVisual, uint Guest), uint> _hosts = [];
    private readonly Dictionary<(int Screen, bool IsVisual, uint Host), uint> _guests = [];

    /// <summary>The guest calls something by another host's id.</summary>
    public void AddName(int screen, bool isVisual, uint guest, uint host)
    {
        if (_hosts.Count >= Limits.MaxConfigNames)
        {
            throw new ProtocolException($"more than {Limits.MaxConfigNames} names of FBConfigs");
        }

        _hosts[(screen, isVisual, guest)] = host;
        _guests.TryAdd((screen, isVisual, host), guest);
    }

    /// <summary>The host's FBConfig.</summary>
    public uint TranslateConfig(int screen, uint guest) => _hosts.GetValueOrDefault((screen, false, guest), guest);

    /// <summary>The host's visual.</summary>
    public uint TranslateVisual(int screen, uint guest) => _hosts.GetValueOrDefault((screen, true, guest), guest);

    /// <summary>The guest's id of a visual of the host.</summary>
    public uint GuestVisual(int screen, uint host) => _guests.GetValueOrDefault((screen, true, host), host);

    /// <summary>The guest's ids of FBConfigs of the host.</summary>
    public uint[] GuestConfigs(int screen, uint[] hosts) =>
        Array.ConvertAll(hosts, host => _guests.GetValueOrDefault((screen, false, host), host));
}
