using System.Diagnostics;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;

namespace Vmgl.Link;

/// <summary>Reads a greeting or its answer, and not a byte more: frames may follow at once, and are for others to read.</summary>
/// <remarks>Blocking on purpose. An asynchronous read would put the connection on the runtime's epoll list, and closing the daemon's copy
/// does not take it off while the worker holds another: every packet of every guest would wake the daemon for ever after.</remarks>
public static class GreetingReader
{
    private delegate bool LengthReader(ReadOnlySpan<byte> head, out int length);

    /// <summary>Reads a guest's whole greeting within <paramref name="limit"/>, however slowly it trickles.</summary>
    /// <exception cref="ProtocolException">These bytes are not a greeting, or it is cut short.</exception>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public static byte[] ReadHello(int descriptor, TimeSpan limit)
    {
        byte[]? hello = Read(descriptor, limit, Limits.MaxHelloBytes, Hello.HeadBytes, Hello.TryReadLength, out int received);
        return hello ?? throw new ProtocolException($"closed the connection after {received} bytes of a greeting");
    }

    /// <summary>Reads a host's whole answer within <paramref name="limit"/>; null when the host closes the connection before.</summary>
    /// <exception cref="ProtocolException">These bytes are not an answer.</exception>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public static byte[]? ReadAnswer(int descriptor, TimeSpan limit) =>
        Read(descriptor, limit, Limits.MaxAnswerBytes, Answer.HeadBytes, Answer.TryReadLength, out _);

    private static byte[]? Read(int descriptor, TimeSpan limit, int most, int headBytes, LengthReader readLength, out int received)
    {
        long start = Stopwatch.GetTimestamp();
        byte[] bytes = new byte[most];
        received = 0;
        int needed = headBytes;
        while (received < needed)
        {
            TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero || !LibcSockets.WaitForBytes(descriptor, left))
            {
                throw new TimeoutException("did not send a whole greeting in time");
            }

            int got = LibcSockets.ReceiveSome(descriptor, bytes.AsSpan(received, needed - received));
            if (got == 0)
            {
                return null;
            }

            received += got;
            needed = readLength(bytes.AsSpan(0, received), out int length) ? length : headBytes;
        }

        return bytes[..needed];
    }
}
