using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>FBConfigs and visuals under the ids that another host gave them: the guest was told those, and goes on using them.</summary>
internal sealed class ConfigNames
{
    private readonly Dictionary<(int Screen, bool IsVisual, uint Guest), uint> _hosts = [];
    private readonly Dictionary<(int Screen, bool IsVisual, uint Host), uint> _guests = [];

    /// <summary>The guest calls something by another host's id.</summary>
    public void Add(int screen, bool isVisual, uint guest, uint host)
    {
        if (_hosts.Count >= Limits.MaxConfigNames)
        {
            throw new ProtocolException($"more than {Limits.MaxConfigNames} names of configs");
        }

        _hosts[(screen, isVisual, guest)] = host;
        _guests.TryAdd((screen, isVisual, host), guest);
    }

    /// <summary>The host's FBConfig.</summary>
    public uint Config(int screen, uint guest) => _hosts.GetValueOrDefault((screen, false, guest), guest);

    /// <summary>The host's visual.</summary>
    public uint Visual(int screen, uint guest) => _hosts.GetValueOrDefault((screen, true, guest), guest);

    /// <summary>What the guest calls a visual of the host.</summary>
    public uint GuestVisual(int screen, uint host) => _guests.GetValueOrDefault((screen, true, host), host);

    /// <summary>What the guest calls FBConfigs of the host.</summary>
    public uint[] GuestConfigs(int screen, uint[] hosts) => Array.ConvertAll(hosts, host => _guests.GetValueOrDefault((screen, false, host), host));
}

/// <summary>Names of configs.</summary>
internal static unsafe partial class Handlers
{
    internal static partial void NameConfig(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new NameConfig(command);
        r.ConfigNames.Add(c.Screen, c.IsVisual != 0, c.Guest, c.Host);
    }
}
