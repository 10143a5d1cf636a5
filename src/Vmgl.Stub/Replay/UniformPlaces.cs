using Vmgl.Wire.Shaders;

namespace Vmgl.Stub.Replay;

/// <summary>Where uniforms lie for the guest, and where for the driver: a program that was there before this worker knows the places that
/// the driver of another one chose (GL 2.1 section 2.15.3 leaves the choice to the driver).</summary>
internal sealed class UniformPlaces
{
    /// <summary>Places that are given to names which a program asks for late, and whose own place is taken: above what drivers
    /// use.</summary>
    private const int FirstSpare = 1 << 24;

    private readonly Dictionary<(ShaderNames Group, uint Program), Table> _tables = [];

    /// <summary>Whether any driver's place is another one than the guest's. As long as none is, nothing is looked up.</summary>
    private bool _differ;

    /// <summary>A name has this place for the guest, and that one for the driver; -1 when the driver has none.</summary>
    public void PlaceUniform(Replayer r, uint program, int guest, int host)
    {
        if (!_tables.TryGetValue((r.Shaders, program), out Table? table))
        {
            _tables[(r.Shaders, program)] = table = new Table();
        }

        table.Add(guest, host);
        _differ |= guest != host;
    }

    /// <summary>The program is linked anew: its places are those that the driver chooses now.</summary>
    public void ForgetProgram(Replayer r, uint program) => _tables.Remove((r.Shaders, program));

    /// <summary>The driver's place of a uniform of the current program.</summary>
    public int OfGuest(Replayer r, int location) => _differ ? OfGuest(r, CurrentProgram(r), location) : location;

    /// <summary>The driver's place of a uniform of a program.</summary>
    public int OfGuest(Replayer r, uint program, int location) =>
        _differ && _tables.TryGetValue((r.Shaders, program), out Table? table) ? table.OfGuest(location) : location;

    /// <summary>The guest's place of a uniform of a program.</summary>
    public int OfHost(Replayer r, uint program, int location) =>
        _differ && _tables.TryGetValue((r.Shaders, program), out Table? table) ? table.OfHost(location) : location;

    /// <summary>A variable with the guest's places.</summary>
    public InterfaceVariable OfHost(Replayer r, uint program, InterfaceVariable said)
    {
        if (!_differ)
        {
            return said;
        }

        var places = new int[said.Elements];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = OfHost(r, program, said.LocationOf(i));
        }

        return InterfaceVariable.Of(said.Size, said.Type, said.Name, places);
    }

    private static unsafe uint CurrentProgram(Replayer r)
    {
        int name = 0;
        r.Gl.GetIntegerv(GL_CURRENT_PROGRAM, &name);
        return r.Shaders.OfHost((uint)name);
    }

    /// <summary>One program's places.</summary>
    private sealed class Table
    {
        private readonly Dictionary<int, int> _hostOfGuest = [];
        private readonly Dictionary<int, int> _guestOfHost = [];
        private int _spare = FirstSpare;

        public void Add(int guest, int host)
        {
            _hostOfGuest[guest] = host;
            if (host >= 0)
            {
                _guestOfHost[host] = guest;
            }
        }

        /// <summary>A place that nobody was given stays itself, unless it is another uniform's for the driver.</summary>
        public int OfGuest(int location) =>
            _hostOfGuest.TryGetValue(location, out int host) ? host : _guestOfHost.ContainsKey(location) ? -1 : location;

        public int OfHost(int location)
        {
            if (location < 0)
            {
                return location;
            }

            if (_guestOfHost.TryGetValue(location, out int guest))
            {
                return guest;
            }

            guest = _hostOfGuest.ContainsKey(location) ? _spare++ : location;
            Add(guest, location);
            return guest;
        }
    }
}
