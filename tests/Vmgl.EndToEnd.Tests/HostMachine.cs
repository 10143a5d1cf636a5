using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests;

/// <summary>An X server with GLX and a daemon that draws on it; guests use the same X server.</summary>
public sealed class HostMachine : IDisposable
{
    /// <summary>Test classes of this collection share one host and run one after another.</summary>
    public const string Collection = "host";

    private readonly XServer _server = new();
    private readonly Lazy<StubDaemon> _daemon;

    public HostMachine() => _daemon = new Lazy<StubDaemon>(() => new StubDaemon(Checkout.StubDaemon, _server.Display));

    internal string Display => _server.Display;

    internal StubDaemon Daemon => _daemon.Value;

    internal GuestProgram Native => GuestProgram.Native(Display);

    internal GuestProgram Forwarded => GuestProgram.Forwarded(Display, Daemon.Address);

    /// <summary>Fails the test unless the daemon drew for this guest process.</summary>
    internal void AssertDrewFor(int processId) =>
        Assert.True(Daemon.DrewFor(processId), $"nothing was forwarded for process {processId}. The daemon's log:\n{Daemon.ReadLog()}");

    public void Dispose()
    {
        if (_daemon.IsValueCreated)
        {
            _daemon.Value.Dispose();
        }

        _server.Dispose();
    }
}

/// <summary>Marks the collection for xunit.</summary>
[CollectionDefinition(HostMachine.Collection)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's own noun")]
public sealed class HostCollection : ICollectionFixture<HostMachine>;
