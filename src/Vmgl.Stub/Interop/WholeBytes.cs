using System.Net.Sockets;

namespace Vmgl.Stub.Interop;

/// <summary>Sends and receives all of something on a blocking socket.</summary>
internal static class WholeBytes
{
    /// <summary>Receives until <paramref name="to"/> is full; false when the other side has closed before.</summary>
    /// <exception cref="SocketException">The connection is broken.</exception>
    public static bool Fill(this Socket socket, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            int got = socket.Receive(to);
            if (got == 0)
            {
                return false;
            }

            to = to[got..];
        }

        return true;
    }

    /// <summary>Sends every byte.</summary>
    /// <exception cref="SocketException">The connection is broken.</exception>
    public static void SendWhole(this Socket socket, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[socket.Send(bytes)..];
        }
    }
}
