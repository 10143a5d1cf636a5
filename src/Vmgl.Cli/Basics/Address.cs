using Vmgl.Link;

namespace Vmgl.Cli.Basics;

/// <summary>Addresses that users type.</summary>
internal static class Address
{
    /// <summary>Checks that a word is the address of a stub-daemon: HOST:PORT, [V6]:PORT or unix:/PATH. Programs find out whether one
    /// listens there.</summary>
    /// <exception cref="CommandException">It is not, or is more than one word.</exception>
    public static StubAddress CheckStubAddress(string text)
    {
        try
        {
            var address = StubAddress.Parse(text, setting: null);
            if ((!address.IsUnix || address.Host[0] == '/') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            {
                return address;
            }
        }
        catch (AddressException)
        {
            // The message below is the one for commands.
        }

        throw new CommandException($"\"{text}\" is not the address of a stub-daemon; it looks like HOST:PORT, for example 192.168.0.1:7000");
    }
}
