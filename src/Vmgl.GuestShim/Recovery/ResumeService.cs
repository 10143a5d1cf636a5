using System.Net.Sockets;
using System.Text;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Recovery;

/// <summary>sr_daemon's socket: programs that lost their host ask it for another, and wait for its answer while the user's programs are
/// suspended.</summary>
internal static unsafe class ResumeService
{
    private const int MostBytes = 512;

    /// <summary>Asks; false when no sr_daemon runs.</summary>
    /// <param name="told">The host to draw on; null when sr_daemon named none.</param>
    public static bool AskForTarget(out StubAddress? told)
    {
        told = null;
        string? home = Environment.GetEnvironmentVariable("HOME");
        string path = Path.Combine(home ?? "/", ".vmgl_resume");
        if (home is null || !File.Exists(path))
        {
            return false;
        }

        int descriptor = LibcSockets.Connect(new UnixDomainSocketEndPoint(path), TimeSpan.FromSeconds(1), out _);
        if (descriptor < 0)
        {
            return false;
        }

        told = ReadAddress(descriptor);
        LibcSockets.Close(descriptor);
        return true;
    }

    private static StubAddress? ReadAddress(int descriptor)
    {
        byte* line = stackalloc byte[MostBytes];
        int have = 0;
        while (have < MostBytes && new Span<byte>(line, have).IndexOf((byte)'\n') < 0)
        {
            int got = LibcSockets.ReceiveSome(descriptor, new Span<byte>(line + have, MostBytes - have));
            if (got == 0)
            {
                break;
            }

            have += got;
        }

        try
        {
            return StubAddress.Parse(Encoding.UTF8.GetString(line, have).Trim());
        }
        catch (AddressException)
        {
            return null;
        }
    }
}
