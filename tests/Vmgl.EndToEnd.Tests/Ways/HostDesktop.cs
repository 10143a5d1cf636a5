using System.Security.Cryptography;
using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A host as in the field: an X server with GLX that listens on TCP and asks for a cookie, a daemon that listens on an address
/// of the network, and a guest machine that reaches both by its cable only.</summary>
public sealed class HostDesktop : IDisposable
{
    /// <summary>Test classes of this collection share one host and run one after another.</summary>
    public const string Collection = "ways";

    private readonly string _folder = Directory.CreateTempSubdirectory("vmgl-ways-").FullName;
    private readonly Network? _network;
    private readonly Machine? _guest;
    private readonly Background? _server;
    private readonly Lazy<StubDaemon> _daemon;
    private readonly string? _whyNot;

    public HostDesktop()
    {
        _daemon = new Lazy<StubDaemon>(StartDaemon);
        _network = Network.TryMake(out _whyNot);
        if (_network is null)
        {
            return;
        }

        _guest = _network.Add();
        string cookie = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        AddCookie(":0", cookie); // the server takes the cookie and does not look at the name
        _server = Background.Start(
            [.. _network.OnHost, "Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "+extension", "GLX", "-noreset", "-listen", "tcp",
            "-auth", CookieFile]);
        Number = _server.WaitForLine(line => line.Trim().Length > 0).Trim();
        AddCookie(Display, cookie);
        AddCookie(DisplayFromGuest, cookie);
    }

    /// <summary>Why there is no network; null when there is one. Tests skip with it.</summary>
    internal string? WhyNot => _whyNot;

    /// <summary>The host's X server as the host itself names it.</summary>
    internal string Display => $":{Number}";

    /// <summary>The same as the guest names it.</summary>
    internal string DisplayFromGuest => $"{Guest.HostAddress}:{Number}";

    /// <summary>As XAUTHORITY wants it.</summary>
    internal string CookieFile => Path.Combine(_folder, "cookies");

    internal Network Network => _network!;

    internal Machine Guest => _guest!;

    internal StubDaemon Daemon => _daemon.Value;

    /// <summary>Programs on the host, with its own GL.</summary>
    internal GuestProgram Native => GuestProgram.Native(Display).With("XAUTHORITY", CookieFile).Through(Network.OnHost);

    /// <summary>Programs in the guest, forwarded, with windows on the host's X server.</summary>
    internal GuestProgram Forwarded => ForwardedTo(DisplayFromGuest).With("XAUTHORITY", CookieFile);

    private string Number { get; } = "";

    /// <summary>Programs in the guest, forwarded, with windows on any X server.</summary>
    internal GuestProgram ForwardedTo(string display) => GuestProgram.Forwarded(display, Daemon.Address).Through(Guest.Inside);

    /// <summary>The pictures of a scene that a <see cref="HeldScene"/> shows in turn, as the host draws them natively. To be taken before
    /// the held one covers their place on the screen.</summary>
    internal Picture[] NativePictures(string scene, int count) =>
        [.. Enumerable.Range(HeldScene.FirstFrames, count).Select(frames => NativePicture(scene, frames))];

    /// <summary>The picture of a scene as the host draws it natively.</summary>
    internal Picture NativePicture(string scene, int frames)
    {
        string path = PathOf($"{scene}-{frames}-native.ppm");
        GuestResult result = Native.Run(Checkout.Scene, scene, "--ppm", path, "--frames", $"{frames}");
        Assert.True(result.ExitCode == 0, result.ToString());
        return Picture.Read(path);
    }

    /// <summary>A file that goes when the host does.</summary>
    internal string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Fails the test unless the daemon drew for this guest process.</summary>
    internal void AssertDrewFor(int processId) =>
        Assert.True(Daemon.DrewFor(processId), $"nothing was forwarded for process {processId}. The daemon's log:\n{Daemon.ReadLog()}");

    public void Dispose()
    {
        if (_daemon.IsValueCreated)
        {
            _daemon.Value.Dispose();
        }

        _server?.Dispose();
        _guest?.Dispose();
        _network?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private StubDaemon StartDaemon() => new(Checkout.StubDaemon, Display, Guest.HostAddress, new() { ["XAUTHORITY"] = CookieFile },
        Network.OnHost);

    private void AddCookie(string display, string cookie) => Background.Run(["xauth", "-f", CookieFile, "add", display, ".", cookie]);
}

/// <summary>Marks the collection for xunit.</summary>
[CollectionDefinition(HostDesktop.Collection)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's own noun")]
public sealed class HostDesktopCollection : ICollectionFixture<HostDesktop>;
