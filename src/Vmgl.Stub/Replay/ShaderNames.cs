namespace Vmgl.Stub.Replay;

/// <summary>Shaders and programs of a share group, whose names only the driver makes: the guest's names and the host's. The guest never
/// uses one twice.</summary>
internal sealed class ShaderNames
{
    /// <summary>A name that no driver gives: GL answers it with GL_INVALID_VALUE.</summary>
    private const uint Nobody = uint.MaxValue;

    private readonly Dictionary<uint, uint> _hostOfGuest = [];
    private readonly Dictionary<uint, uint> _guestOfHost = [];

    /// <summary>The number of objects; deleted ones count until the driver reuses their names.</summary>
    public int Count => _hostOfGuest.Count;

    /// <summary>Records a new object. A name that the driver gives again was that of an object that no longer exists.</summary>
    public void Add(uint guest, uint host)
    {
        if (_guestOfHost.Remove(host, out uint dead))
        {
            _hostOfGuest.Remove(dead);
        }

        _hostOfGuest[guest] = host;
        _guestOfHost[host] = guest;
    }

    /// <summary>The driver's name; 0 for 0, and what no driver gives for a name that is none.</summary>
    public uint OfGuest(uint guest) => guest == 0 ? 0 : _hostOfGuest.GetValueOrDefault(guest, Nobody);

    /// <summary>The guest's name for one of the driver; 0 when it has none.</summary>
    public uint OfHost(uint host) => _guestOfHost.GetValueOrDefault(host);
}
