using System.Diagnostics;
using System.Net.Sockets;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Daemon;

/// <summary>Reads a greeting and not a byte more: what follows belongs to the worker.</summary>
internal static class GreetingReader
{
    /// <summary>Reads a whole greeting within <paramref name="limit"/>, however slowly it trickles.</summary>
    /// <remarks>Blocking on purpose. An asynchronous read would put the connection on the runtime's epoll list, and closing our copy
    /// does not take it off while the worker holds another: every packet of every guest would wake the daemon for ever after.</remarks>
    /// <exception cref="ProtocolException">These bytes are no greeting.</exception>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    /// <exception cref="SocketException">The connection broke.</exception>
    public static byte[] Read(Socket connection, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        byte[] bytes = new byte[Limits.MaxHelloBytes];
        int have = 0;
        int need = Hello.HeadBytes;
        while (have < need)
        {
            connection.ReceiveTimeout = Left(limit, start);
            int received = Receive(connection, bytes.AsSpan(have, need - have));
            have += received > 0 ? received : throw new ProtocolException($"left after {have} bytes of a greeting");
            need = Hello.TryReadLength(bytes.AsSpan(0, have), out int length) ? length : Hello.HeadBytes;
        }

        return bytes[..need];
    }

    private static int Receive(Socket connection, Span<byte> into)
    {
        try
        {
            return connection.Receive(into);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            throw new TimeoutException("sent no whole greeting in time", e);
        }
    }

    /// <summary>Milliseconds left, at least 1: a socket takes 0 for "no limit".</summary>
    private static int Left(TimeSpan limit, long start)
    {
        TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
        return left > TimeSpan.Zero ? (int)Math.Ceiling(left.TotalMilliseconds) : throw new TimeoutException("sent no whole greeting in time");
    }
}
