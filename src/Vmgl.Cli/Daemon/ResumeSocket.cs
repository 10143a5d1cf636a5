using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Vmgl.Cli.Basics;

namespace Vmgl.Cli.Daemon;

/// <summary>The socket ~/.vmgl_resume. Who connects gets a line with the address to draw at: at once, or when programs are resumed. A
/// client that sends a line ("suspend", "resume", "resume HOST:PORT") changes that, and gets "ok" or "error: why".</summary>
internal sealed class ResumeSocket : IDisposable
{
    private const int Backlog = 64;
    private const int MaxLine = 512;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly Socket _listening;
    private readonly WhereToGo _where;
    private readonly string _path;

    private ResumeSocket(Socket listening, WhereToGo where, string path) => (_listening, _where, _path) = (listening, where, path);

    /// <summary>Listens.</summary>
    /// <exception cref="CommandException">Another sr_daemon does, or the path cannot be used.</exception>
    public static ResumeSocket Open(string path, WhereToGo where)
    {
        if (IsServed(path))
        {
            throw new CommandException($"{path} is in use: sr_daemon is already running; sr_daemon resume HOST:PORT gives it a new address");
        }

        var listening = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            File.Delete(path);
            listening.Bind(new UnixDomainSocketEndPoint(path));
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listening.Listen(Backlog);
            return new ResumeSocket(listening, where, path);
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            listening.Dispose();
            throw new CommandException($"cannot listen at {path}: {e.Message}");
        }
    }

    /// <summary>Serves until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Socket client = await _listening.AcceptAsync(cancellation);
            _ = ServeAsync(client, cancellation);
        }
    }

    public void Dispose()
    {
        _listening.Dispose();
        File.Delete(_path);
    }

    private static bool IsServed(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return false;
        }
    }

    private async Task ServeAsync(Socket client, CancellationToken cancellation)
    {
        using (client)
        {
            try
            {
                if (IsUsers(client))
                {
                    await ConverseAsync(client, cancellation);
                }
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // It has gone, or this daemon goes.
            }
        }
    }

    private async Task ConverseAsync(Socket client, CancellationToken cancellation)
    {
        Task<string> request = ReadLineAsync(client, cancellation);
        if (await Task.WhenAny(request, _where.Resumed) == request && await request is { Length: > 0 } line)
        {
            await SayAsync(client, ObeyRequest(line), cancellation);
            return;
        }

        // A client that only listens may have closed its side for writing.
        await _where.Resumed.WaitAsync(cancellation);
        await SayAsync(client, _where.Address, cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        if (await request.WaitAsync(patience.Token) is { Length: > 0 } late)
        {
            await SayAsync(client, ObeyRequest(late), cancellation);
        }
    }

    private string ObeyRequest(string line)
    {
        try
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["suspend"]:
                    _where.Suspend();
                    return "ok";
                case ["resume"]:
                    _where.Resume(null);
                    return "ok";
                case ["resume", string address]:
                    _where.Resume(Address.CheckStubAddress(address).Text);
                    return "ok";
                default:
                    return $"error: there is no request \"{line}\"; there are suspend and resume";
            }
        }
        catch (CommandException e)
        {
            return "error: " + e.Message;
        }
    }

    /// <summary>A line without its end; empty when the client sends none.</summary>
    private static async Task<string> ReadLineAsync(Socket client, CancellationToken cancellation)
    {
        byte[] line = new byte[MaxLine];
        int have = 0;
        while (have < line.Length)
        {
            int got = await client.ReceiveAsync(line.AsMemory(have), cancellation);
            int end = line.AsSpan(0, have += got).IndexOf((byte)'\n');
            if (end >= 0 || got == 0)
            {
                return end < 0 ? "" : Encoding.UTF8.GetString(line, 0, end).Trim();
            }
        }

        return Encoding.UTF8.GetString(line);
    }

    private static async Task SayAsync(Socket client, string line, CancellationToken cancellation) =>
        await client.SendAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation);

    /// <summary>Whether the client runs as this user or as root (SO_PEERCRED).</summary>
    private static bool IsUsers(Socket client)
    {
        const int SocketLevel = 1; // SOL_SOCKET
        const int PeerCredentials = 17; // SO_PEERCRED
        Span<byte> credentials = stackalloc byte[12]; // struct ucred: process, user, group
        _ = client.GetRawSocketOption(SocketLevel, PeerCredentials, credentials);
        uint user = BinaryPrimitives.ReadUInt32LittleEndian(credentials[4..]);
        return user == 0 || user == Posix.UserId();
    }
}
