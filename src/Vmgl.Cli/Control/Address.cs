using System.Globalization;

namespace Vmgl.Cli.Control;

/// <summary>Addresses that users type.</summary>
internal static class Address
{
    /// <summary>Checks that an address can be one: HOST:PORT, [v6]:PORT or unix:/path. Whether somebody is there, programs find out.</summary>
    /// <exception cref="CommandException">It cannot; it may not be one word.</exception>
    public static string Check(string text)
    {
        int colon = text.LastIndexOf(':');
        bool isUnix = text.StartsWith("unix:/", StringComparison.Ordinal);
        bool isPort = colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0;
        return (isUnix || isPort) && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? text
            : throw new CommandException($"\"{text}\" is no address of a stub-daemon; it looks like HOST:PORT, for example 192.168.0.1:7000");
    }
}
