using System.Runtime.InteropServices;

namespace Vmgl.Link;

/// <summary>A connected TCP or Unix stream socket in blocking mode.</summary>
/// <remarks>Managed sockets are not used: they start a thread and an epoll descriptor in the program, and gathering writes and reads into
/// unmanaged memory allocate nothing this way.</remarks>
public sealed class SocketTransport : IFrameTransport
{
    private readonly Lock _closing = new();
    private int _descriptor;

    /// <summary>A transport that owns a socket from here on.</summary>
    public SocketTransport(int descriptor) => _descriptor = descriptor;

    /// <summary>The socket; -1 when it is closed.</summary>
    public int Descriptor => _descriptor;

    /// <summary>Whether the other side is on this machine.</summary>
    public bool IsSameMachine => LibcSockets.IsSameMachine(_descriptor);

    /// <summary>A transport that owns a handle's socket from here on; the handle is closed then.</summary>
    public static SocketTransport Adopt(SafeHandle socket)
    {
        int descriptor = (int)socket.DangerousGetHandle();
        socket.SetHandleAsInvalid();
        return new SocketTransport(descriptor);
    }

    /// <inheritdoc/>
    public bool Send(Span<Piece> pieces) => LibcSockets.SendAll(_descriptor, pieces);

    /// <inheritdoc/>
    public int Receive(Span<byte> to) => LibcSockets.ReceiveSome(_descriptor, to);

    /// <summary>Receives every byte of the pieces, in order; false when the other side is gone.</summary>
    /// <param name="pieces">The pieces. Their content is undefined afterwards.</param>
    public bool ReceiveAll(Span<Piece> pieces) => LibcSockets.ReceiveAll(_descriptor, pieces);

    /// <inheritdoc/>
    public bool WaitForBytes(TimeSpan limit) => LibcSockets.WaitForBytes(_descriptor, limit);

    /// <inheritdoc/>
    public void Shutdown() => LibcSockets.Shutdown(_descriptor);

    /// <inheritdoc/>
    public int CopyDescriptor()
    {
        lock (_closing)
        {
            return _descriptor < 0 ? -1 : LibcTcp.CopyDescriptor(_descriptor);
        }
    }

    /// <summary>Closes the socket. No thread uses it any more.</summary>
    public void Dispose()
    {
        lock (_closing)
        {
            LibcSockets.Close(_descriptor);
            _descriptor = -1;
        }
    }
}
