using System.Net.Sockets;
using System.Text;

namespace Vmgl.Cli.Control;

/// <summary>Forwards users' requests to a running sr_daemon.</summary>
internal static class ResumeClient
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);

    /// <summary>The path of sr_daemon's socket, in the user's home directory.</summary>
    public static string SocketPath => Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".vmgl_resume");

    /// <summary>Sends a request line.</summary>
    /// <returns>Null when it was carried out, or no sr_daemon runs; otherwise the reason.</returns>
    public static async Task<string?> TellAsync(string request)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var timeout = new CancellationTokenSource(s_limit);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), timeout.Token);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return null;
        }

        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(request + "\n"), timeout.Token);
            using var reader = new StreamReader(new NetworkStream(socket));
            string? line;
            do
            {
                line = await reader.ReadLineAsync(timeout.Token);
            }
            // The address comes first, unless programs are suspended
            while (line is not null && line != "ok" && !line.StartsWith("error: ", StringComparison.Ordinal));

            return line == "ok" ? null : line ?? "it closed without an answer";
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return e is OperationCanceledException ? "it does not answer" : e.Message;
        }
    }
}
