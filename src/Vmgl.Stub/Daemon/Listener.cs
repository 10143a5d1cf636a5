using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Vmgl.Link;
using Vmgl.Stub.Basics;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Daemon;

/// <summary>The door: accepts connections, reads each greeting on a thread of its own, and leads those who greet properly to
/// the hall. Strangers cost a thread for at most the time limit, and never a worker.</summary>
[SuppressMessage("Design", "CA1001", Justification = "greeting threads may outlive it, and the semaphore's wait handle is never made")]
internal sealed class Listener(Socket listening, IGuestHall hall, Log log, TimeSpan limit)
{
    private const int ThreadStackBytes = 256 << 10;

    private readonly SemaphoreSlim _free = new(DaemonLimits.Greetings);
    private readonly StrangerLog _strangers = new(log, TimeProvider.System);

    /// <summary>Opens the socket that guests connect to. An IPv6 address also takes IPv4 guests.</summary>
    /// <exception cref="StartException">The address is taken, not this machine's, or not allowed.</exception>
    public static Socket OpenSocket(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(DaemonLimits.Backlog);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new StartException(ExplainFailure(e, address, port), e);
        }
    }

    /// <summary>Accepts until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _free.WaitAsync(stop);
                BeginGreeting(await AcceptAsync(stop));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<Socket> AcceptAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await listening.AcceptAsync(stop);
            }
            catch (SocketException e)
            {
                // A connection reset before we came, or no descriptors left: others may still be served, though not in a busy loop.
                log.WriteLine($"accept: {e.Message}");
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }

    private void BeginGreeting(Socket connection) =>
        new Thread(() => ReceiveGreeting(connection), ThreadStackBytes) { IsBackground = true, Name = "greeting" }.Start();

    private void ReceiveGreeting(Socket connection)
    {
        string from = "a stranger";
        try
        {
            using (connection)
            {
                from = connection.RemoteEndPoint?.ToString() ?? from;
                connection.NoDelay = true;
                GreetGuest(connection, from);
            }
        }
        catch (Exception e)
        {
            // This thread serves a stranger; nothing he does may end the daemon.
            _strangers.WriteLine($"{from}: {e.Message}");
        }
        finally
        {
            _ = _free.Release();
        }
    }

    private void GreetGuest(Socket connection, string from)
    {
        byte[] greeting = GreetingReader.ReadHello((int)connection.Handle, limit);
        Answer? refusal = GreetingCheck.CheckGreeting(greeting, out Hello? hello);
        if (refusal is null)
        {
            refusal = hall.AdmitGuest(new Guest(connection, greeting, hello!, from));
        }

        if (refusal is not null)
        {
            _strangers.WriteLine($"{from}: refused: {refusal.Text}");
            RefuseGuest(connection, refusal);
        }
    }

    /// <summary>Sends a refusal and waits until the guest has closed: closing first with bytes unread would reset the connection
    /// and could take the refusal with it.</summary>
    private static void RefuseGuest(Socket connection, Answer refusal)
    {
        try
        {
            connection.SendTimeout = connection.ReceiveTimeout = (int)DaemonLimits.Refusal.TotalMilliseconds;
            _ = connection.Send(refusal.Encode());
            connection.Shutdown(SocketShutdown.Send);
            _ = connection.Receive(stackalloc byte[Limits.MaxHelloBytes]);
        }
        catch (SocketException)
        {
            // It left without listening; the refusal is in the log.
        }
    }

    private static string ExplainFailure(SocketException e, IPAddress address, int port) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"port {port} on {address} is taken by another program; stop it or choose another port with --port",
        SocketError.AddressNotAvailable => $"{address} is not an address of this machine; choose one with --listen",
        SocketError.AccessDenied => $"port {port} is not allowed for this user; choose one above 1023 with --port",
        _ => $"cannot listen on {address}, port {port}: {e.Message}",
    };
}
