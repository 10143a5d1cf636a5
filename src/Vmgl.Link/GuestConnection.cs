using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Link;

/// <summary>The worker's end of a connection to a guest: batches in, replies out. One thread at a time sends, one receives.</summary>
public sealed unsafe class GuestConnection(IFrameTransport transport) : IDisposable
{
    private readonly byte[] _head = new byte[GuestFrame.HeadBytes];

    /// <summary>Bytes of the frames whose heads were received.</summary>
    public long ReceivedBytes { get; private set; }

    /// <summary>Welcomes the guest; false when it is gone.</summary>
    public bool SendWelcome(Answer answer) => transport.SendAll(answer.Encode());

    /// <summary>Receives the head of the next frame, whose body is received next; false when the guest is gone.</summary>
    /// <exception cref="ProtocolException">The kind is unknown, or a number is beyond its limit.</exception>
    public bool TryReceiveHead(out GuestFrame frame)
    {
        frame = default;
        if (!transport.ReceiveAll(_head))
        {
            return false;
        }

        frame = GuestFrame.Read(_head);
        ReceivedBytes += GuestFrame.HeadBytes + frame.BodyBytes;
        return true;
    }

    /// <summary>Receives the body of a frame; false when the guest is gone before its end.</summary>
    public bool ReceiveBody(Span<byte> to) => transport.ReceiveAll(to);

    /// <summary>Sends one frame; false when the guest is gone.</summary>
    public bool SendFrame(HostFrameKind kind, uint token, ReadOnlySpan<byte> payload)
    {
        byte* head = stackalloc byte[HostFrame.HeadBytes];
        new HostFrame(kind, token, payload.Length).Write(new Span<byte>(head, HostFrame.HeadBytes));
        fixed (byte* first = payload)
        {
            Span<Piece> pieces = [new(head, HostFrame.HeadBytes), new(first, payload.Length)];
            return transport.Send(pieces);
        }
    }

    /// <summary>Ends both directions: threads that send or receive find the guest gone.</summary>
    public void Shutdown() => transport.Shutdown();

    /// <summary>Closes the connection. No thread uses it any more.</summary>
    public void Dispose() => transport.Dispose();
}
