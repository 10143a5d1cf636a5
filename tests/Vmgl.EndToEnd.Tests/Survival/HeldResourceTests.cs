using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A suspended program holds nothing that has another end: nothing keeps its machine from being saved.</summary>
[Collection(SurvivalCollection.Name)]
public sealed class HeldResourceTests(HostMachine host, GuestAndHost machines)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Suspended_HoldsNeitherConnectionsNorSharedMemory(bool isReturned)
    {
        using var folder = new RunFolder();
        string display = isReturned ? machines.GuestDisplay : host.Display;
        string address = isReturned ? machines.Daemon.Address : host.Daemon.Address;
        using var gears = new GearsWindow(GuestProgram.Forwarded(display, address), display, folder);
        Assert.NotEmpty(ConnectionsOf(gears.Id));
        if (isReturned)
        {
            Assert.NotEmpty(SharedMemoryOf(gears.Id));
        }

        _ = folder.Vmgl("suspend", "--pid", $"{gears.Id}");
        Assert.Empty(ConnectionsOf(gears.Id));
        Assert.Empty(SharedMemoryOf(gears.Id));

        _ = folder.Vmgl("resume", "--pid", $"{gears.Id}");
        gears.AssertGoesOn();
    }

    /// <summary>Its TCP sockets; the X server's is a Unix socket, and so is the control socket.</summary>
    private static string[] ConnectionsOf(int process)
    {
        const int InodeAt = 9; // proc(5): sl, local, remote, st, queues, tr, retrnsmt, uid, timeout, inode
        HashSet<string> sockets = [.. new[] { "tcp", "tcp6" }.SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1))
            .Select(line => $"socket:[{line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[InodeAt]}]")];
        return [.. DescriptorsOf(process).Where(sockets.Contains)];
    }

    /// <summary>Memory that is shared with a worker or an X server, mapped or as a descriptor.</summary>
    private static string[] SharedMemoryOf(int process) =>
    [
        .. DescriptorsOf(process).Where(name => name.Contains("memfd:vmgl", StringComparison.Ordinal)),
        .. File.ReadLines($"/proc/{process}/maps")
            .Where(line => line.Contains("/SYSV", StringComparison.Ordinal) || line.Contains("memfd:vmgl", StringComparison.Ordinal)),
    ];

    /// <summary>What the kernel calls its open descriptors.</summary>
    private static IEnumerable<string> DescriptorsOf(int process) =>
        new DirectoryInfo($"/proc/{process}/fd").EnumerateFiles().Select(descriptor => descriptor.LinkTarget).OfType<string>();
}
