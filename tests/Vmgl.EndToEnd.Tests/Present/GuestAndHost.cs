using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>A host with GLX and its daemon, and a guest whose X server is another one and cannot draw by itself.</summary>
public sealed class GuestAndHost : IDisposable
{
    /// <summary>Test classes of this collection share both machines and run one after another.</summary>
    public const string Collection = "guest and host";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);
    private readonly XServer _host = new();
    private readonly XServer _guest = XServer.WithoutGlx();
    private readonly Lazy<StubDaemon> _daemon;

    public GuestAndHost() => _daemon = new Lazy<StubDaemon>(() => new StubDaemon(Checkout.StubDaemon, _host.Display));

    internal string HostDisplay => _host.Display;

    internal string GuestDisplay => _guest.Display;

    internal StubDaemon Daemon => _daemon.Value;

    /// <summary>Programs on the host, with its own GL.</summary>
    internal GuestProgram Native => GuestProgram.Native(_host.Display);

    /// <summary>Programs in the guest.</summary>
    internal GuestProgram Returned => GuestProgram.Forwarded(_guest.Display, Daemon.Address);

    /// <summary>Waits for a line of the daemon's log about a guest process.</summary>
    internal string WaitForLog(int processId, string what)
    {
        string line = "";
        WaitUntil(() => (line = LinesOf(processId).FirstOrDefault(l => l.Contains(what, StringComparison.Ordinal))
            ?? "").Length > 0, $"\"{what}\" in the log", Daemon.ReadLog);
        return line;
    }

    /// <summary>Fails the test unless pictures of this guest process returned.</summary>
    internal void AssertReturnedFor(int processId) => _ = WaitForLog(processId, "its pictures return to the guest");

    /// <summary>The worker that draws for a guest process.</summary>
    internal int WorkerOf(int processId)
    {
        Match match = Match.Empty;
        var line = new Regex($@"worker (\d+) draws for .*\(process {processId} at");
        WaitUntil(() => (match = line.Match(Daemon.ReadLog())).Success, $"{line} in the log", Daemon.ReadLog);
        return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until the daemon has its warm worker only; the descriptors that it then has.</summary>
    internal int DescriptorsAtRest()
    {
        (int Descriptors, int Children) now = default;
        WaitUntil(() => (now = Daemon.CountResources()).Children == 1, "the end of all workers but the warm one", () => $"{now}");
        return now.Descriptors;
    }

    /// <summary>Waits for what another process does in its own time. The limit only keeps a failing test from hanging.</summary>
    internal static void WaitUntil(Func<bool> condition, string what, Func<string>? explain = null)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed > s_limit)
            {
                Assert.Fail($"waited in vain for {what}\n{explain?.Invoke()}");
            }

            Thread.Sleep(10);
        }
    }

    public void Dispose()
    {
        if (_daemon.IsValueCreated)
        {
            _daemon.Value.Dispose();
        }

        _host.Dispose();
        _guest.Dispose();
    }

    private IEnumerable<string> LinesOf(int processId) =>
        Daemon.ReadLog().Split('\n').Where(line => line.Contains($"[{processId}]", StringComparison.Ordinal));
}

/// <summary>Marks the collection for xunit.</summary>
[CollectionDefinition(GuestAndHost.Collection)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's own noun")]
public sealed class GuestAndHostCollection : ICollectionFixture<GuestAndHost>;
