using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vmgl.Link;

/// <summary>A stub-daemon's address is missing or malformed, or no stub-daemon answers there. The message is one line for the user that
/// names the address and the remedy.</summary>
public sealed class AddressException(string message) : Exception(message);

/// <summary>The address of a stub-daemon: <c>HOST:PORT</c>, <c>[V6]:PORT</c> or <c>unix:/PATH</c>.</summary>
/// <param name="Text">The address as the user wrote it.</param>
/// <param name="Host">The host's name or IP address without brackets, or the path of a Unix socket.</param>
/// <param name="Port">The TCP port; 0 for a Unix socket.</param>
/// <param name="Setting">The environment variable that the address is from; null when the user gave it to a command.</param>
public sealed record StubAddress(string Text, string Host, int Port, string? Setting)
{
    /// <summary>The environment variable that guests read.</summary>
    public const string Variable = "GLSTUB";

    private const string UnixPrefix = "unix:";
    private const string Remedy = "set it to HOST:PORT of a stub-daemon, e.g. GLSTUB=192.168.0.1:7000";

    /// <summary>Whether <see cref="Host"/> is the path of a Unix socket.</summary>
    public bool IsUnix => Port == 0;

    /// <summary>The beginning of messages about the address.</summary>
    public string Label => Setting is null ? $"{Text}:" : $"{Setting}={Text}";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address; null when the setting is missing.</param>
    /// <param name="setting">The environment variable that it is from; null when the user gave it to a command.</param>
    /// <exception cref="AddressException">The address is missing or malformed.</exception>
    public static StubAddress Parse(string? text, string? setting = Variable)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new AddressException($"{setting ?? "the address"} is not set; {Remedy}");
        }

        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal) && text.Length > UnixPrefix.Length)
        {
            return new StubAddress(text, text[UnixPrefix.Length..], 0, setting);
        }

        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? text : text[..colon];
        string portText = text[(colon + 1)..];
        bool isBracketed = host.StartsWith('[') && host.EndsWith(']');
        var address = new StubAddress(text, isBracketed ? host[1..^1] : host, 0, setting);
        if (colon < 1 || (host.Contains(':', StringComparison.Ordinal) && !isBracketed))
        {
            throw new AddressException($"{address.Label} has no port; {Remedy}");
        }

        return ushort.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0
            ? address with { Port = port }
            : throw new AddressException($"{address.Label}: \"{portText}\" is not a port between 1 and 65535; {Remedy}");
    }

    /// <summary>The end points that this address stands for.</summary>
    /// <param name="limit">How long the resolver may take for a name.</param>
    /// <exception cref="AddressException">The host's name is unknown, or is not resolved within <paramref name="limit"/>.</exception>
    public EndPoint[] ResolveEndPoints(TimeSpan limit)
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
            : throw new AddressException($"{Label}: cannot find host \"{Host}\": {why}; {Remedy}");
    }
}
