using System.Globalization;
using System.Net;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A network of this test's own: the host's side, and machines that reach it by a cable each (a pair of veth interfaces). All of
/// it lives in network namespaces that end with the test, however that ends. Root makes them beside the machine's own network; others
/// in a user namespace, the host's side too.</summary>
internal sealed class Network : IDisposable
{
    private readonly Background? _host;
    private readonly List<Machine> _machines = [];

    private Network(Background? host) => (_host, OnHost) = (host, host is null ? [] : Enter(host, "-n"));

    /// <summary>What a command line begins with to run on the host's side.</summary>
    public IReadOnlyList<string> OnHost { get; }

    /// <summary>Makes a network; null, and the reason said, where the system does not allow it.</summary>
    public static Network? TryMake(out string? whyNot)
    {
        whyNot = null;
        foreach (bool ofUser in Environment.IsPrivilegedProcess ? new[] { false, true } : [true])
        {
            Background? host = null;
            try
            {
                host = ofUser ? Space(["unshare", "--user", "--map-root-user", "--net"]) : null;
                var network = new Network(host);
                network.Add().Dispose(); // as a trial
                whyNot = null;
                return network;
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                host?.Dispose();
                whyNot = $"no network namespaces here: {e.Message}";
            }
        }

        return null;
    }

    /// <summary>A machine with a cable to the host.</summary>
    public Machine Add()
    {
        Background space = Space([.. OnHost, "unshare", "--net"]);
        IReadOnlyList<string> inside = _host is null ? ["nsenter", "-n", "-t", $"{space.Id}"] : Enter(space, "-n");
        string cable = $"vmgl{Random.Shared.Next(0x1000000):x6}";
        IPAddress host = FreeAddress();
        try
        {
            Background.Run([.. OnHost, "ip", "link", "add", "name", cable, "type", "veth", "peer", "name", "eth0", "netns", $"{space.Id}"]);
            Background.Run([.. OnHost, "ip", "address", "add", $"{host}/30", "dev", cable]);
            Background.Run([.. OnHost, "ip", "link", "set", cable, "up"]);
            Background.Run([.. inside, "ip", "address", "add", $"{Next(host)}/30", "dev", "eth0"]);
            Background.Run([.. inside, "ip", "link", "set", "eth0", "up"]);
        }
        catch (InvalidOperationException)
        {
            space.Dispose();
            throw;
        }

        var machine = new Machine($"{Next(host)}", $"{host}", inside, space, () =>
            Background.Run([.. OnHost, "ip", "link", "delete", cable]));
        _machines.Add(machine);
        return machine;
    }

    public void Dispose()
    {
        _machines.ForEach(machine => machine.Dispose());
        _host?.Dispose();
    }

    /// <summary>The namespaces end when nobody is in them any more; `cat` leaves when this process does.</summary>
    private static Background Space(IReadOnlyList<string> make)
    {
        var space = Background.Start([.. make, "sh", "-c", "ip link set lo up && echo ready && exec cat"]);
        try
        {
            _ = space.WaitForLine(line => line == "ready");
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            space.Dispose();
            throw new InvalidOperationException(e.Message.Split('\n')[0], e);
        }

        return space;
    }

    private static string[] Enter(Background space, string net) => ["nsenter", "-U", "--preserve-credentials", net, "-t", $"{space.Id}"];

    /// <summary>The first of two addresses in 10.0.0.0/8 that no route of this machine leads to.</summary>
    private static IPAddress FreeAddress()
    {
        while (true)
        {
            uint address = (10u << 24) | ((uint)Random.Shared.Next(1 << 22) << 2) | 1;
            if (!Routes().Any(route => (address & route.Mask) == route.Network))
            {
                return new IPAddress([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]);
            }
        }
    }

    private static IPAddress Next(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        bytes[3]++;
        return new IPAddress(bytes);
    }

    /// <summary>/proc/net/route has its numbers in the machine's byte order, of addresses in the network's.</summary>
    private static IEnumerable<(uint Network, uint Mask)> Routes() =>
        from line in File.ReadLines("/proc/net/route").Skip(1)
        let words = line.Split('\t')
        let network = Turn(words[1])
        let mask = Turn(words[7])
        where mask != 0
        select (network, mask);

    private static uint Turn(string hex) =>
        System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(uint.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}

/// <summary>A machine of a <see cref="Network"/>: a network namespace, in which programs see nothing but their cable.</summary>
/// <param name="Address">Its own.</param>
/// <param name="HostAddress">The host's, at the other end of its cable.</param>
/// <param name="Inside">What a command line begins with to run there.</param>
internal sealed record Machine(string Address, string HostAddress, IReadOnlyList<string> Inside, Background Space, Action Unplug)
    : IDisposable
{
    private bool _isGone;

    public void Dispose()
    {
        if (!_isGone)
        {
            _isGone = true;
            Unplug();
            Space.Dispose();
        }
    }
}
