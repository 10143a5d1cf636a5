using System.Net.Sockets;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>What becomes of a session's connection.</summary>
/// <param name="Bytes">After how many bytes of the program's stream, the greeting not counted.</param>
/// <param name="Act">What is done then, and the connection lives; null cuts it.</param>
internal readonly record struct Fate(long Bytes, Action<int>? Act = null)
{
    /// <summary>The worker ends as soon as it has anything to say about the program's own commands.</summary>
    public static Fate Poisoned { get; } = new(long.MaxValue, _ => { });

    /// <summary>Nothing happens.</summary>
    public static Fate None { get; } = new(long.MaxValue);
}

/// <summary>Chooses the fate of a session's connection.</summary>
/// <param name="process">The program's process id, as it says.</param>
/// <param name="connection">Counts the sessions of this program from 1.</param>
internal delegate Fate ChooseFate(int process, int connection);

/// <summary>A relay that cuts sessions where a test says. Connections for pictures pass.</summary>
/// <param name="port">The daemon's.</param>
/// <param name="seed">Decides which connections are reset instead of closed.</param>
internal sealed class CuttingRelay(int port, int seed, ChooseFate choose) : Relay(port)
{
    private const double Growth = 1.6;
    private readonly Dictionary<int, int> _connections = [];
    private readonly Random _resets = new(seed);
    private int _cuts;

    /// <summary>Sessions that were cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>Sessions that were begun.</summary>
    public int Sessions
    {
        get
        {
            lock (_connections)
            {
                return _connections.Values.Sum();
            }
        }
    }

    /// <summary>Limits that are random and grow with each session of a program, so that it gets further each time.</summary>
    /// <param name="first">The largest of the first limits, in bytes.</param>
    /// <param name="act">Instead of a cut.</param>
    public static ChooseFate AtRandom(int seed, int first, Action<int>? act = null)
    {
        var random = new Random(seed);
        return (_, connection) =>
        {
            lock (random)
            {
                return new Fate(random.NextInt64(1, (long)(first * Math.Pow(Growth, connection - 1)) + 2), act);
            }
        };
    }

    protected override void Serve(Socket guest, Socket host, Hello hello)
    {
        try
        {
            Fate fate = hello.Method == AuthenticationMethod.SessionKey ? Fate.None : FateOf(hello.ProcessId);
            InBackground(() => (fate == Fate.Poisoned ? PumpAnswersToTheRebuild : (Action<Socket, Socket>)Pump)(host, guest));
            PumpUntil(guest, host, fate, hello.ProcessId);
        }
        finally
        {
            Close(guest, host);
        }
    }

    private Fate FateOf(int process)
    {
        lock (_connections)
        {
            int number = _connections[process] = _connections.GetValueOrDefault(process) + 1;
            return choose(process, number);
        }
    }

    private void PumpUntil(Socket guest, Socket host, Fate fate, int process)
    {
        byte[] bytes = new byte[64 << 10];
        long sent = 0;
        bool isDue = true;
        int got;
        while ((got = guest.Receive(bytes)) > 0)
        {
            if (isDue && sent + got > fate.Bytes)
            {
                isDue = false;
                if (fate.Act is null)
                {
                    _ = host.Send(bytes.AsSpan(0, (int)(fate.Bytes - sent)));
                    Cut(guest, host);
                    return;
                }

                fate.Act(process);
            }

            _ = host.Send(bytes.AsSpan(0, got));
            sent += got;
        }
    }

    private void Cut(Socket guest, Socket host)
    {
        _ = Interlocked.Increment(ref _cuts);
        foreach (Socket socket in new[] { guest, host })
        {
            lock (_resets)
            {
                if (_resets.Next(2) == 0)
                {
                    socket.LingerState = new LingerOption(true, 0); // closing resets
                }
            }
        }
    }

    private static void Pump(Socket from, Socket to)
    {
        try
        {
            PumpBytes(from, to);
        }
        finally
        {
            Close(from, to);
        }
    }

    /// <summary>Passes answers to the questions of a rebuild, which have a stream of their own, and cuts before the first word about the
    /// program's own.</summary>
    private void PumpAnswersToTheRebuild(Socket host, Socket guest)
    {
        PassAnswer(host, guest);
        while (true)
        {
            byte[] head = new byte[HostFrame.HeadBytes];
            Fill(host, head);
            var frame = HostFrame.Read(head);
            if (frame.Kind != HostFrameKind.Reply || frame.Token >> 16 != Limits.MaxStreams - 1)
            {
                break;
            }

            byte[] payload = new byte[frame.PayloadBytes];
            Fill(host, payload);
            _ = guest.Send([.. head, .. payload]);
        }

        _ = Interlocked.Increment(ref _cuts);
        Close(host, guest);
    }

    private static void Close(params Socket[] sockets)
    {
        foreach (Socket socket in sockets)
        {
            Quietly(() =>
            {
                if (socket.LingerState is not { Enabled: true })
                {
                    socket.Shutdown(SocketShutdown.Both); // wakes the other thread, too
                }
            });
            socket.Dispose();
        }
    }
}
