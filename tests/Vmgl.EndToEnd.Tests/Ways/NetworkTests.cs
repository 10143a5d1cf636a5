using System.Net.NetworkInformation;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>The network that the ways are tried on.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void Machine_ReachesTheHost_AndLeavesNothingBehind()
    {
        using Network? network = Network.TryMake(out string? whyNot);
        Assert.SkipUnless(network is not null, whyNot ?? "");
        Machine machine = network.Add();
        Assert.StartsWith("eth0", Background.Run([.. machine.Inside, "ip", "-brief", "link", "show", "eth0"]), StringComparison.Ordinal);
        Assert.Contains(machine.HostAddress, Addresses(network), StringComparison.Ordinal);

        machine.Dispose();

        Assert.DoesNotContain(machine.HostAddress, Addresses(network), StringComparison.Ordinal);
        Assert.DoesNotContain(
            NetworkInterface.GetAllNetworkInterfaces(), card =>
            card.GetIPProperties().UnicastAddresses.Any(a => $"{a.Address}" == machine.HostAddress));
    }

    private static string Addresses(Network network) => Background.Run([.. network.OnHost, "ip", "-brief", "address"]);
}
