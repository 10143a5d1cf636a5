using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vmgl.GuestShim.Connection;

/// <summary>The address in GLSTUB or another setting is missing or no address. The message names it and the remedy.</summary>
internal sealed class AddressException(string message) : Exception(message);

/// <summary>Where the host listens, as GLSTUB says it: <c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>.</summary>
internal sealed record GuestAddress(string Text, string Host, int Port)
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "GLSTUB";

    private const string UnixPrefix = "unix:";
    private const string Remedy = "set it to HOST:PORT of a stub-daemon, e.g. GLSTUB=192.168.0.1:7000";

    /// <summary>Whether <see cref="Host"/> is the path of a Unix socket.</summary>
    public bool IsUnix => Port == 0;

    /// <summary>Reads a value of GLSTUB.</summary>
    /// <exception cref="AddressException">It is missing or malformed.</exception>
    public static GuestAddress Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new AddressException($"{Variable} is not set; {Remedy}");
        }

        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal) && text.Length > UnixPrefix.Length)
        {
            return new GuestAddress(text, text[UnixPrefix.Length..], 0);
        }

        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? text : text[..colon];
        bool bracketed = host.StartsWith('[') && host.EndsWith(']');
        if (colon < 1 || (host.Contains(':', StringComparison.Ordinal) && !bracketed))
        {
            throw new AddressException($"{Variable}={text} has no port; {Remedy}");
        }

        string portText = text[(colon + 1)..];
        if (!ushort.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) || port == 0)
        {
            throw new AddressException($"{Variable}={text}: \"{portText}\" is no port between 1 and 65535; {Remedy}");
        }

        return new GuestAddress(text, bracketed ? host[1..^1] : host, port);
    }

    /// <summary>The end points this address stands for.</summary>
    /// <exception cref="AddressException">The host's name is unknown, or is not answered within <paramref name="limit"/>.</exception>
    public EndPoint[] Resolve(TimeSpan limit)
    {
        if (IsUnix)
        {
            return [new UnixDomainSocketEndPoint(Host)];
        }

        if (IPAddress.TryParse(Host, out IPAddress? literal))
        {
            return [new IPEndPoint(literal, Port)];
        }

        IPAddress[]? found = null;
        string why = $"the name is not answered within {limit.TotalSeconds:0} s";
        // The resolver has no time limit that a program may set, so it gets a thread that is not waited for.
        var resolver = new Thread(() =>
        {
            try { found = Dns.GetHostAddresses(Host); }
            catch (SocketException e) { why = e.Message; }
        })
        { IsBackground = true };
        resolver.Start();
        resolver.Join(limit);
        return found is { Length: > 0 }
            ? Array.ConvertAll(found, address => (EndPoint)new IPEndPoint(address, Port))
            : throw new AddressException($"{Variable}={Text}: cannot find host \"{Host}\": {why}; {Remedy}");
    }
}
