namespace Vmgl.Link;

/// <summary>The operations on a transport that both ends of a connection need.</summary>
public static unsafe class FrameTransports
{
    /// <summary>Sends every byte; false when the other side is gone.</summary>
    public static bool SendAll(this IFrameTransport transport, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            Span<Piece> pieces = [new(first, bytes.Length)];
            return transport.Send(pieces);
        }
    }

    /// <summary>Receives until <paramref name="to"/> is full; false when the other side is gone before.</summary>
    public static bool ReceiveAll(this IFrameTransport transport, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            int got = transport.Receive(to);
            if (got == 0)
            {
                return false;
            }

            to = to[got..];
        }

        return true;
    }
}
